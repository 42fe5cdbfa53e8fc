import { Fragment, type ReactElement } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { type CountPart, Counts } from '@/components/Counts/Counts'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'

interface Props {
  counts: readonly CountPart[]
  title: string
  /** What will stand here, while there is nothing. */
  none: string
  /** Older times for which there was no room. */
  more: number
  /** A cell a time, the newest first, each with its key. */
  children: ReactElement[]
}

/** What there was at a place in a month or a year: in numbers, and time by time. */
export function PastTimes({ counts, title, none, more, children }: Props) {
  if (counts.every(({ count }) => count === 0))
    return (
      <View className="mt12">
        <Empty image="none" icon="cal" title="这段时间还没有记录" text={none} id="no-past" />
      </View>
    )
  return (
    <>
      <Card pad className="mt12">
        <Counts parts={counts} />
      </Card>
      {children.length > 0 && (
        <>
          <Section title={title} />
          <Card>
            {children.map((child, index) => (
              <Fragment key={child.key}>
                {index > 0 ? <Divider inset={16} /> : null}
                {child}
              </Fragment>
            ))}
          </Card>
          {more > 0 && <View className="t-sub c2 ctr mt12">{`还有 ${more} 次更早的，按月看`}</View>}
        </>
      )}
    </>
  )
}
