import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { LinkText } from '@/components/LinkText/LinkText'
import { absenceLabels } from '@/words/absenceLabels'
import './RecordTable.css'

type MeetingRecord = ResponseOf<'activity.record'>

interface Props {
  record: MeetingRecord
  /** Another reason for someone absent; not once the record is confirmed. */
  onReason?: (absent: MeetingRecord['absent'][number]) => void
}

/** 会议记录 as it stands, filled from plan and registrations. */
export function RecordTable({ record, onReason }: Props) {
  const { startsAt, endsAt, expected, attended, agenda } = record
  const rows: [string, ReactNode][] = [
    [
      '时间',
      `${formatDay(startsAt)} ${formatWeekday(startsAt)} ${formatClock(startsAt)}–${formatClock(endsAt)}`,
    ],
    ...(record.year ? ([['所属年度', `${record.year.value}年度`]] as [string, ReactNode][]) : []),
    ['地点', record.place],
    ...(record.topic ? ([['主题', record.topic]] as [string, ReactNode][]) : []),
    [
      '议程',
      agenda.length > 0
        ? agenda.map(({ text }, index) => <View key={index}>{`${index + 1}. ${text}`}</View>)
        : '无',
    ],
    [
      '应到',
      <Count
        key="expected"
        total={expected.total}
        text={`正式 ${expected.full}，预备 ${expected.probationary}`}
      />,
    ],
    ['实到', <Count key="attended" total={attended.total} text={attendedText(attended)} />],
    ['缺席人员及原因', <Absent key="absent" record={record} {...(onReason ? { onReason } : {})} />],
    ['主持', record.chair ?? '无'],
    ['记录', record.recorder ?? '无'],
    ['讲课人', record.lecturer ?? '无'],
  ]
  return (
    <Card className="record" id="record-table">
      {rows.map(([label, value], index) => (
        <View key={label}>
          {index > 0 ? <Divider inset={16} /> : null}
          <View className="record-row">
            <View className="record-k">{label}</View>
            <View className="record-v">{value}</View>
          </View>
        </View>
      ))}
    </Card>
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

function Absent({ record: { absent, unsettled }, onReason }: Props) {
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
