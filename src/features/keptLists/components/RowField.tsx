import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Cell, ListField, ListForm } from '@domain/contract/keptLists'
import type { Named } from '@domain/contract/shared'
import { held } from '@domain/keptLists/cell'
import type { Day } from '@domain/time/day'
import { Chip } from '@/components/Chip/Chip'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { DayField } from '@/components/DayField/DayField'
import { Field } from '@/components/Field/Field'
import { TextField } from '@/components/TextField/TextField'
import { StepDays } from './StepDays'
import './lists.css'

interface Props {
  field: ListField
  form: ListForm
  cells: readonly Cell[]
  today: Day
  onSet: (field: string, cell: Cell | undefined) => void
}

/** A field of a row, by its kind. */
export function RowField({ field, form, cells, today, onSet }: Props) {
  const { id, label } = field
  const set = (cell: Cell | undefined) => onSet(id, cell)
  const pick = (pickedIds: string[]) => set(pickedIds.length > 0 ? { field: id, pickedIds } : undefined)
  const picked = held(cells, id, 'pickedIds') ?? []
  switch (field.is) {
    case 'day':
      return (
        <DayField
          label={label}
          id={`field-${id}`}
          value={held(cells, id, 'on')}
          {...(field.past ? { end: today } : { start: today })}
          onChange={(on) => set({ field: id, on })}
        />
      )
    case 'person':
      return (
        <Chosen label={label} id={id} items={form.people} picked={picked} most={field.most} onPick={pick} />
      )
    case 'branch':
      return <Chosen label={label} id={id} items={form.branches} picked={picked} most={1} onPick={pick} />
    case 'choice':
      return <Choices field={field} picked={picked} onPick={pick} />
    case 'number': {
      const number = held(cells, id, 'number')
      return (
        <TextField
          label={label}
          inputId={`field-${id}`}
          value={number === undefined ? '' : String(number)}
          maxlength={String(field.max).length}
          digits
          placeholder={`${field.min} 到 ${field.max} ${field.unit}`}
          onChange={(typed) => set(/^\d+$/.test(typed) ? { field: id, number: Number(typed) } : undefined)}
        />
      )
    }
    case 'steps':
      return <StepDays field={field} taken={held(cells, id, 'steps') ?? []} today={today} onSet={set} />
    case 'text':
      return (
        <TextField
          label={label}
          inputId={`field-${id}`}
          value={held(cells, id, 'text') ?? ''}
          maxlength={field.max}
          placeholder={`${field.max} 字以内`}
          onChange={(text) => set(text === '' ? undefined : { field: id, text })}
        />
      )
    case 'name':
      return (
        <TextField
          label={label}
          inputId={`field-${id}`}
          value={held(cells, id, 'name') ?? ''}
          maxlength={12}
          placeholder="请填写"
          onChange={(name) => set(name === '' ? undefined : { field: id, name })}
        />
      )
  }
}

interface ChosenProps {
  label: string
  id: string
  items: readonly Named[]
  picked: readonly string[]
  most: number
  onPick: (ids: string[]) => void
}

/** One or some of a list of people or branches. */
function Chosen({ label, id, items, picked, most, onPick }: ChosenProps) {
  const [isOpen, setOpen] = useState(false)
  const names = items.filter((item) => picked.includes(item.id)).map(({ name }) => name)
  return (
    <>
      <Field label={label} id={`field-${id}`} chevron onTap={() => setOpen(true)}>
        {names.length > 0 ? names.join('、') : <View className="ph">请选</View>}
      </Field>
      {isOpen ? (
        <ChooseSheet
          title={label}
          items={items}
          value={picked}
          single={most === 1}
          most={most}
          onChange={onPick}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

interface ChoicesProps {
  field: Extract<ListField, { is: 'choice' }>
  picked: readonly string[]
  onPick: (ids: string[]) => void
}

function Choices({ field: { id, label, choices, most }, picked, onPick }: ChoicesProps) {
  const tap = (choice: string) => {
    if (picked.includes(choice)) onPick(picked.filter((one) => one !== choice))
    else if (most === 1) onPick([choice])
    else if (picked.length < most) onPick([...picked, choice])
  }
  return (
    <View>
      <Field label={label}>{most > 1 ? <View className="ph">可以选几样</View> : null}</Field>
      <View className="chips list-chips">
        {choices.map((choice) => (
          <Chip
            key={choice.id}
            id={`choice-${id}-${choice.id}`}
            on={picked.includes(choice.id)}
            onTap={() => tap(choice.id)}
          >
            {choice.label}
          </Chip>
        ))}
      </View>
    </View>
  )
}
