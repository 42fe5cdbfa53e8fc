import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { idOf } from '@/components/idOf'
import { LinkText } from '@/components/LinkText/LinkText'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { jointTexts, stepsOfKind, stepTexts } from '@domain/activity/minutesLabels'
import { contentsText } from '../logic/contents'
import { PersonPicker } from './PersonPicker'
import './RecordTable.css'

type MeetingRecord = ResponseOf<'activity.record'>

/** Fields of the record that are typed or chosen. */
export type RecordField =
  | 'title'
  | 'when'
  | 'place'
  | 'topic'
  | 'agenda'
  | 'steps'
  | 'readings'
  | 'observers'
  | 'lecturer'
  | 'speakers'
  | 'reporter'
  | 'tags'
  | 'materials'

/** Who is chosen on the spot. */
type PersonField = keyof Pick<MeetingRecord, 'chairId' | 'recorderId'>

interface Props {
  record: MeetingRecord
  /** Another reason for someone absent; not once the record is confirmed. */
  onReason?: (absent: MeetingRecord['absent'][number]) => void
  /** To change a field; not once the record is confirmed. */
  onField?: (field: RecordField) => void
  /** Chair and recorder are chosen on the spot. */
  onPerson?: (field: PersonField, memberId: string) => void
}

interface Row {
  label: string
  value: ReactNode
  field?: RecordField
  person?: PersonField
}

/** 讲课人 with the post, wherever from. */
const lecturerText = ({ lecturer, lecturerName, lecturerPost }: MeetingRecord): string => {
  const name = lecturer ?? lecturerName
  return name ? [name, lecturerPost].filter(Boolean).join('，') : '无'
}

const lines = (texts: readonly string[]): ReactNode =>
  texts.length > 0 ? texts.map((text, index) => <View key={index}>{text}</View>) : '无'

/** What only some kinds have, or what stands there already. */
function rowsOfKind(record: MeetingRecord): Row[] {
  const { kind, readings = [], speakers = [], reporter } = record
  const row = (field: RecordField, label: string, value: ReactNode, isWanted: boolean): Row[] =>
    isWanted ? [{ field, label, value }] : []
  const isStudy = kind === 'study' || kind === 'unit_theory_study'
  return [
    ...row('steps', '已开展', lines(stepTexts(record)), stepsOfKind[kind] !== undefined),
    ...row('readings', '篇目', lines(readings), isStudy || readings.length > 0),
    ...row(
      'speakers',
      kind === 'unit_theory_study' ? '重点发言' : '发言人',
      speakers.map(({ name }) => name).join('、') || '无',
      kind === 'seminar' || kind === 'unit_theory_study' || speakers.length > 0,
    ),
    ...row('reporter', '汇报人', reporter ?? '无', kind === 'work_briefing'),
  ]
}

function rowsOf(record: MeetingRecord, onReason: Props['onReason']): Row[] {
  const { startsAt, endsAt, expected, attended, agenda, observers = [], materials = [] } = record
  return [
    // It heads the page already.
    ...(record.state === 'closed' ? [{ label: '名称', field: 'title' as const, value: record.title }] : []),
    {
      label: '时间',
      field: 'when',
      value: `${formatDay(startsAt)} ${formatWeekday(startsAt)} ${formatClock(startsAt)}–${formatClock(endsAt)}`,
    },
    ...(record.year ? [{ label: '所属年度', value: `${record.year.value}年度` }] : []),
    { label: '地点', field: 'place', value: record.place },
    ...(record.joint ? [{ label: '参加支部', value: lines(jointTexts(record.joint.branches)) }] : []),
    { label: '主题', field: 'topic', value: record.topic ?? '无' },
    {
      label: '议程',
      field: 'agenda',
      value: lines(agenda.map(({ text }, index) => `${index + 1}. ${text}`)),
    },
    ...rowsOfKind(record),
    {
      label: '应到',
      value: <Count total={expected.total} text={`正式 ${expected.full}，预备 ${expected.probationary}`} />,
    },
    { label: '实到', value: <Count total={attended.total} text={attendedText(attended)} /> },
    {
      label: '列席',
      field: 'observers',
      value: lines(observers.map(({ name, post }) => [name, post].filter(Boolean).join('，'))),
    },
    {
      label: '缺席人员及原因',
      value: <Absent record={record} {...(onReason ? { onReason } : {})} />,
    },
    { label: '主持', person: 'chairId', value: record.chair ?? '无' },
    { label: '记录', person: 'recorderId', value: record.recorder ?? '无' },
    { label: '讲课人', field: 'lecturer', value: lecturerText(record) },
    { label: '材料', field: 'materials', value: lines(materials) },
    { label: '内容学时', field: 'tags', value: contentsText(record) || '无' },
  ]
}

/** 会议记录 as it stands, filled from plan and registrations; every field opens to be changed until 成册. */
export function RecordTable({ record, onReason, onField, onPerson }: Props) {
  return (
    <Card className="record" id="record-table">
      {rowsOf(record, onReason).map((row, index) => (
        <View key={row.label}>
          {index > 0 ? <Divider inset={16} /> : null}
          <RecordRow row={row} record={record} onField={onField} onPerson={onPerson} />
        </View>
      ))}
    </Card>
  )
}

function RecordRow({
  row,
  record,
  onField,
  onPerson,
}: Pick<Props, 'record' | 'onField' | 'onPerson'> & { row: Row }) {
  const { label, value, field, person } = row
  const opens = field ? onField !== undefined : person !== undefined && onPerson !== undefined
  const line = (
    <View
      className="record-row"
      {...idOf(opens ? `record-${field ?? person ?? ''}` : undefined)}
      {...(field && onField && { hoverClass: 'pressed', onClick: () => onField(field) })}
    >
      <View className="record-k">{label}</View>
      <View className="record-v">{value}</View>
      {opens ? <Icon name="right" tone="line" size={20} /> : null}
    </View>
  )
  if (!person || !onPerson) return line
  return (
    <PersonPicker
      people={record.people ?? []}
      value={record[person]}
      onChange={(memberId) => onPerson(person, memberId)}
    >
      {line}
    </PersonPicker>
  )
}

/** 正式 13，预备 1；其中补登 2；另有名单外 1 人 */
function attendedText({ full, probationary, backfilled, guests }: MeetingRecord['attended']): string {
  const parts = [
    `正式 ${full}，预备 ${probationary}`,
    backfilled > 0 && `其中补登 ${backfilled}`,
    guests > 0 && `另有名单外 ${guests} 人`,
  ]
  return parts.filter(Boolean).join('；')
}

function Count({ total, text }: { total: number; text: string }) {
  return (
    <>
      <View>{`${total} 人`}</View>
      <View className="record-sub">{text}</View>
    </>
  )
}

function Absent({ record: { absent, unsettled }, onReason }: Pick<Props, 'record' | 'onReason'>) {
  return (
    <View id="record-absent">
      {absent.length === 0 && unsettled.length === 0 ? '无' : null}
      {absent.map((each) => (
        <View className="record-absent" key={each.memberId}>
          <View className="grow">{`${each.name}：${absenceLabels[each.reason]}`}</View>
          {onReason ? (
            <LinkText id={`reason-of-${each.memberId}`} onTap={() => onReason(each)}>
              更改
            </LinkText>
          ) : null}
        </View>
      ))}
      {unsettled.length > 0 ? <View className="record-open">{`还有 ${unsettled.length} 人未定`}</View> : null}
    </View>
  )
}
