import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { ListField } from '@domain/contract/keptLists'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Sheet } from '@/components/Sheet/Sheet'
import { TextField } from '@/components/TextField/TextField'
import { SwitchCell } from '@/components/SwitchCell/SwitchCell'
import { orTell } from '@/words/orTell'
import { choiceId } from '../logic/choiceId'

interface Props {
  one: ResponseOf<'list.setting'>['lists'][number]
  onClose: () => void
}

type ChoiceField = Extract<ListField, { is: 'choice' }>

/** One list: kept or not, what it is called, and a choice more in each of its fields that has choices. */
export function ListSettingSheet({ one: { shape, isOn, own }, onClose }: Props) {
  const { runOnce, busy } = useCloudAction('list.saveSetting')
  const [on, setOn] = useState(isOn)
  const [name, setName] = useState(shape.name)
  const [added, setAdded] = useState<Readonly<Record<string, string>>>({})
  const choices = shape.fields.filter((field): field is ChoiceField => field.is === 'choice')
  const more = choices.flatMap((field) => {
    const label = (added[field.id] ?? '').trim()
    return label === '' ? [] : [{ field: field.id, id: choiceId(field), label }]
  })
  const called = name.trim()
  const save = async () => {
    const words = { labels: own?.labels ?? [], more: [...(own?.more ?? []), ...more] }
    const said = called === '' || called === shape.name ? own?.name : called
    if (await orTell(runOnce({ list: shape.id, isOn: on, ...(said && { name: said }), ...words }))) onClose()
  }
  const isSame = on === isOn && (called === '' || called === shape.name) && more.length === 0
  return (
    <Sheet
      open
      id="list-setting-sheet"
      title={shape.short}
      onClose={onClose}
      footer={
        <Button
          id="save-list-setting"
          grow
          busy={busy}
          disabledBecause={isSame ? '没有改动' : undefined}
          onTap={() => void save()}
        >
          保存
        </Button>
      }
    >
      <SwitchCell id="list-on" label="启用" sub="停用后不再显示，记过的都留着" on={on} onChange={setOn} />
      <TextField
        label="名称"
        inputId="list-name"
        value={name}
        maxlength={30}
        placeholder={shape.name}
        onChange={setName}
      />
      {choices.map((field) => (
        <TextField
          key={field.id}
          label={field.label}
          inputId={`more-${field.id}`}
          value={added[field.id] ?? ''}
          maxlength={12}
          placeholder="再加一个选项"
          onChange={(text) => setAdded({ ...added, [field.id]: text })}
        />
      ))}
      <NoSecrets />
    </Sheet>
  )
}
