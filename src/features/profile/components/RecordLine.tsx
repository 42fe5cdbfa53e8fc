import { View } from '@tarojs/components'
import { clockOf } from '@domain/time/day'
import { formatClock, formatWeekday } from '@domain/time/format'
import { Icon } from '@/components/Icon/Icon'
import { Tag } from '@/components/Tag/Tag'
import { wayLabels } from '@domain/checkin/wayLabels'
import { isAnnounced } from '@domain/progress/isAnnounced'
import type { OwnRecord } from '../logic/groupRecords'
import './RecordLine.css'

const dots: Record<OwnRecord['state'], string> = {
  valid: '',
  waiting: ' tl-w',
  struck: ' tl-x',
  cancelled: ' tl-x',
}

const dotOf = (record: OwnRecord) =>
  record.state === 'valid' && isAnnounced(record) ? ' tl-s' : dots[record.state]

/** 补登, 补录 and 补学 stay marked. */
const entered = ({ kind, way, late }: OwnRecord) =>
  kind === 'make_up' ? '补学' : way === 'backfill' ? '补登' : late ? '补录' : undefined

function StateTag(record: OwnRecord) {
  const { state, guest } = record
  const late = entered(record)
  if (state === 'waiting') return <Tag tone="info">{late ? `${late}，待确认` : '待确认'}</Tag>
  if (state === 'struck') return <Tag tone="mute">已撤销</Tag>
  if (state === 'cancelled') return <Tag tone="mute">已取消</Tag>
  if (late) return <Tag tone="mute">{late}</Tag>
  return guest ? <Tag tone="mute">列席</Tag> : null
}

function factOf({ kind, way, at, place, countsTowards, state }: OwnRecord): string {
  if (kind === 'leave') return '请假'
  if (kind === 'tick') return '由党支部登记'
  if (kind === 'enrolment') return '报名'
  if (kind === 'excuse') return '因故不能参加'
  const how = way === 'demo' ? '' : wayLabels[way]
  const first = [how, formatClock(at)].filter(Boolean).join(' ')
  const counted =
    countsTowards.length > 0
      ? `计入${countsTowards.map(({ label }) => label).join('、')}`
      : state === 'valid'
        ? '不计次数'
        : ''
  const ownWay = kind === 'attendance' || kind === 'make_up'
  return [ownWay ? first : (place ?? first), counted].filter(Boolean).join('，')
}

interface Props {
  record: OwnRecord
  last: boolean
  /** Opens the numbers it is part of. */
  onTap?: (() => void) | undefined
}

/** One of one's own records on the time line. */
export function RecordLine({ record, last, onTap }: Props) {
  return (
    <View className="tl" id={`record-${record.id}`} hoverClass={onTap ? 'pressed' : 'none'} onClick={onTap}>
      <View className="tl-d">
        <View className="t-body b num">{clockOf(record.at).date}</View>
        <View className="t-cap c3">{formatWeekday(record.at)}</View>
      </View>
      <View className="tl-p">
        <View className={`tl-dot${dotOf(record)}`} />
        {!last && <View className="tl-line" />}
      </View>
      <View className="grow">
        <View className="row between g8">
          <View className={record.state === 'struck' ? 't-body strike' : 't-body m'}>{record.title}</View>
          <StateTag {...record} />
        </View>
        <View className="t-sub c2 num">{factOf(record)}</View>
      </View>
      {onTap && (
        <View className="tl-open">
          <Icon name="right" tone="line" size={20} />
        </View>
      )}
    </View>
  )
}
