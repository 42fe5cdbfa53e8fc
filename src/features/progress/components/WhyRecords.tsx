import { View } from '@tarojs/components'
import type { Why } from '@domain/contract/progress'
import type { DoneBy } from '@domain/contract/words'
import { formatDay, formatDayTime } from '@domain/time/format'
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

/** What the branch enters by the day: nobody is asked for the hour. */
const byDay: readonly DoneBy[] = ['dues', 'tick', 'talk']

interface Props {
  record: Seen
  doneBy: DoneBy
}

const titleOf = ({ record: { at, title }, doneBy }: Props): string =>
  `${byDay.includes(doneBy) ? formatDay(at) : formatDayTime(at)} ${title}`

function Counted({ record, doneBy }: Props) {
  const { way, note } = record
  const how = byDay.includes(doneBy) ? '由党支部登记' : way && way !== 'demo' && wayLabels[way]
  const late = lateOf(record)
  return (
    <WhyLine
      icon={<Icon name="check" tone="pine" size={24} />}
      title={titleOf({ record, doneBy })}
      text={<Dotted parts={[how, note]} />}
      aside={late && <Tag tone="mute">{late}</Tag>}
    />
  )
}

function NotCounted({ record, doneBy }: { record: Why['notCounted'][number]; doneBy: DoneBy }) {
  const { text, tag } = notCountedOf(record.reason)
  const late = lateOf(record)
  return (
    <WhyLine
      icon={<Icon name={tag ? 'clock' : 'info'} tone={tag ? 'blue' : 'ink3'} size={24} />}
      title={`${titleOf({ record, doneBy })}${late ? `（${late}）` : ''}`}
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
          <Counted key={record.id} record={record} doneBy={line.doneBy} />
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
            <NotCounted key={record.id} record={record} doneBy={line.doneBy} />
          ))}
        </WhyGroup>
      )}
    </View>
  )
}
