import { View } from '@tarojs/components'
import type { Why } from '@domain/contract/progress'
import { formatDayTime } from '@domain/time/format'
import { Dotted } from '@/components/Dotted/Dotted'
import { Icon } from '@/components/Icon/Icon'
import { Tag } from '@/components/Tag/Tag'
import { wayLabels } from '@domain/checkin/wayLabels'
import { notCountedOf } from '@/words/notCounted'
import { WhyGroup, WhyLine } from './WhyLines'

type Seen = Why['counted'][number]

/** What was not entered on the spot stays marked. */
const lateOf = ({ madeUp, backfilled, way }: Seen): string | undefined =>
  madeUp ? '补学' : backfilled ? (way === 'backfill' ? '补登' : '补录') : undefined

const titleOf = ({ at, title }: Seen): string => `${formatDayTime(at)} ${title}`

function Counted({ record }: { record: Seen }) {
  const { way, note } = record
  const late = lateOf(record)
  return (
    <WhyLine
      icon={<Icon name="check" tone="pine" size={24} />}
      title={titleOf(record)}
      text={<Dotted parts={[way && way !== 'demo' && wayLabels[way], note]} />}
      aside={late && <Tag tone="mute">{late}</Tag>}
    />
  )
}

function NotCounted({ record }: { record: Why['notCounted'][number] }) {
  const { text, tag } = notCountedOf(record.reason)
  const late = lateOf(record)
  return (
    <WhyLine
      icon={<Icon name={tag ? 'clock' : 'info'} tone={tag ? 'blue' : 'ink3'} size={24} />}
      title={`${titleOf(record)}${late ? `（${late}）` : ''}`}
      text={text}
      aside={tag && <Tag tone="info">{tag}</Tag>}
    />
  )
}

/** What counts, as many as the number says, and what was seen but does not count, each with its reason. */
export function WhyRecords({ why: { line, counted, notCounted, further = {} } }: { why: Why }) {
  return (
    <View>
      <WhyGroup id="why-counted" before="计入" count={line.done} tone="done" further={further.counted}>
        {counted.map((record) => (
          <Counted key={record.id} record={record} />
        ))}
      </WhyGroup>
      {notCounted.length > 0 && (
        <WhyGroup
          id="why-not-counted"
          before="没有计入"
          count={notCounted.length + (further.notCounted ?? 0)}
          further={further.notCounted}
        >
          {notCounted.map((record) => (
            <NotCounted key={record.id} record={record} />
          ))}
        </WhyGroup>
      )}
    </View>
  )
}
