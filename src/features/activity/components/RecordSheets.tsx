import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'
import { formatClock } from '@domain/time/format'
import { Field } from '@/components/Field/Field'
import { LongText } from '@/components/LongText/LongText'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { PickField } from '@/components/PickField/PickField'
import { TextField } from '@/components/TextField/TextField'
import { instantOf, timeOf } from '@/components/WhenField/pickerTimes'
import type { Amended } from '../hooks/useRecord'
import { titlesOf } from '../logic/contents'
import { observersOf, observersText } from '../logic/recordFields'
import { AgendaSheet } from './AgendaSheet'
import { ChoiceSheet, ContentsSheet } from './RecordChoices'
import { FieldSheet } from './FieldSheet'
import type { RecordField } from './RecordTable'

type MeetingRecord = ResponseOf<'activity.record'>

interface Props {
  record: MeetingRecord
  field: RecordField | undefined
  busy: boolean
  onSave: (fields: Amended) => Promise<boolean>
  onClose: () => void
}

/** One field of the record, opened to be changed; what was typed stays until it is saved or the sheet is closed. */
export function RecordSheets(props: Props) {
  const { field, record, onSave, onClose } = props
  const [agenda, setAgenda] = useState<MeetingRecord['agenda']>()
  if (field === undefined) return null
  if (field === 'agenda')
    return (
      <AgendaSheet
        open
        agenda={agenda ?? record.agenda}
        onChange={setAgenda}
        onClose={() => {
          const said = (agenda ?? record.agenda).filter(({ text }) => text.trim() !== '')
          setAgenda(undefined)
          if (agenda) void onSave({ agenda: said })
          onClose()
        }}
      />
    )
  if (field === 'when') return <WhenSheet {...props} />
  if (field === 'lecturer') return <LecturerSheet {...props} />
  if (field === 'tags') return <ContentsSheet {...props} />
  if (field === 'steps' || field === 'speakers') return <ChoiceSheet {...props} field={field} />
  return <TextSheet key={field} {...props} field={field} />
}

type TextFieldName = Exclude<RecordField, 'agenda' | 'when' | 'lecturer' | 'tags' | 'steps' | 'speakers'>

const texts: Record<
  TextFieldName,
  {
    label: string
    max: number
    hint: string
    read: (record: MeetingRecord) => string
    write: (text: string) => Amended
    long?: boolean
  }
> = {
  title: {
    ...{ label: '会议名称', max: 40, hint: '会议名称' },
    read: ({ title }) => title,
    write: (title) => ({ title }),
  },
  place: {
    ...{ label: '地点', max: 40, hint: '在哪里开的' },
    read: ({ place }) => place,
    write: (place) => ({ place }),
  },
  topic: {
    ...{ label: '主题', max: 60, hint: '可以不填' },
    read: ({ topic }) => topic ?? '',
    write: (topic) => ({ topic }),
  },
  observers: {
    ...{ label: '列席', max: 1000, hint: '一行一位：姓名 职务', long: true },
    read: ({ observers }) => observersText(observers),
    write: (text) => ({ observers: observersOf(text) }),
  },
  readings: {
    ...{ label: '篇目', max: 700, hint: '一行一篇', long: true },
    read: ({ readings = [] }) => readings.join('\n'),
    write: (text) => ({ readings: titlesOf(text) }),
  },
  materials: {
    ...{ label: '材料', max: 700, hint: '一行一份，只写标题', long: true },
    read: ({ materials = [] }) => materials.join('\n'),
    write: (text) => ({ materials: titlesOf(text) }),
  },
  reporter: {
    ...{ label: '汇报人', max: 40, hint: '姓名和职务' },
    read: ({ reporter }) => reporter ?? '',
    write: (reporter) => ({ reporter }),
  },
}

function TextSheet({ record, field, busy, onSave, onClose }: Props & { field: TextFieldName }) {
  const { label, max, hint, read, write, long } = texts[field]
  const [text, setText] = useState(() => read(record))
  const shared = { value: text, maxlength: max, placeholder: hint, onChange: setText }
  return (
    <FieldSheet title={label} busy={busy} onSave={() => onSave(write(text))} onClose={onClose}>
      {long ? (
        <LongText id={`edit-${field}`} {...shared} />
      ) : (
        <>
          <TextField label={label} id="edit-field" inputId={`edit-${field}`} {...shared} />
          <NoSecrets />
        </>
      )}
    </FieldSheet>
  )
}

/** As held: other hours of the same day. */
function WhenSheet({ record, busy, onSave, onClose }: Props) {
  const day = dayOf(record.startsAt)
  const [startsAt, setStart] = useState(record.startsAt)
  const [endsAt, setEnd] = useState(record.endsAt)
  const rows = [
    { label: '开始', id: 'edit-start', at: startsAt, set: setStart },
    { label: '结束', id: 'edit-end', at: endsAt, set: setEnd },
  ]
  return (
    <FieldSheet title="实际时间" busy={busy} onSave={() => onSave({ startsAt, endsAt })} onClose={onClose}>
      {rows.map(({ label, id, at, set }) => (
        <Picker
          key={id}
          mode="time"
          value={timeOf(at)}
          onChange={(event) => set(instantOf(day, event.detail.value))}
        >
          <Field label={label} id={id} chevron>
            {formatClock(at)}
          </Field>
        </Picker>
      ))}
    </FieldSheet>
  )
}

/** One of the branch, or somebody from elsewhere by name; with the post. */
function LecturerSheet({ record, busy, onSave, onClose }: Props) {
  const [lecturerId, setId] = useState(record.lecturerId)
  const [name, setName] = useState(record.lecturerName ?? '')
  const [post, setPost] = useState(record.lecturerPost ?? '')
  const save = () =>
    onSave({ lecturerId: lecturerId ?? null, lecturerName: lecturerId ? '' : name, lecturerPost: post })
  const people = [...(record.people ?? []), ...(record.leaders ?? [])]
  const own = people.some(({ id }) => id === lecturerId)
  const shown = lecturerId && !own ? [{ id: lecturerId, name: record.lecturer ?? '' }, ...people] : people
  return (
    <FieldSheet title="讲课人" busy={busy} onSave={save} onClose={onClose}>
      <PickField
        label="讲课人"
        id="edit-lecturer"
        items={shown}
        value={lecturerId}
        none="外请，写姓名"
        onChange={setId}
      />
      {lecturerId ? null : (
        <TextField
          label="外请"
          id="edit-field"
          inputId="edit-lecturer-name"
          value={name}
          maxlength={20}
          placeholder="姓名，没有就不填"
          onChange={setName}
        />
      )}
      <TextField
        label="职务"
        id="edit-post"
        inputId="edit-lecturer-post"
        value={post}
        maxlength={30}
        placeholder="可以不填"
        onChange={setPost}
      />
      <View className="mt12">
        <NoSecrets />
      </View>
    </FieldSheet>
  )
}
