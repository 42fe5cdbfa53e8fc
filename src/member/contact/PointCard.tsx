import { View } from '@tarojs/components'
import { Fragment, type ReactNode } from 'react'
import type { ContactPoints } from '@domain/contract/unit'
import { formatDayTime } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { DateTile } from '@/components/DateTile/DateTile'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { soonText } from '@/features/progress/logic/homeHeadline'

type Point = ContactPoints['points'][number]

interface ListProps {
  title: string
  none: string
  /** Where the text of a row starts. */
  inset: number
  children: ReactNode[]
}
function List({ title, none, inset, children }: ListProps) {
  return (
    <>
      <View className="contact-sub">{title}</View>
      {children.length === 0 && <View className="contact-none">{none}</View>}
      {children.map((child, index) => (
        <Fragment key={index}>
          {index > 0 && <Divider inset={inset} />}
          {child}
        </Fragment>
      ))}
    </>
  )
}

/** One 联系点: the lectures one gave there this year, and what the branch has announced. */
export function PointCard({ point: { branch, lectures, coming }, now }: { point: Point; now: number }) {
  return (
    <View id={`point-${branch.id}`}>
      <Section title={branch.name} />
      <Card className="contact-card">
        <List title="今年在这里讲的党课" none="今年还没有记录" inset={52}>
          {lectures.map(({ id, title, startsAt, held }) => (
            <Cell
              key={id}
              id={`lecture-${id}`}
              leading={<Icon name="lect" tone={held ? 'pine' : 'blue'} />}
              title={title}
              sub={formatDayTime(startsAt)}
              right={held ? undefined : <Tag tone="info">{startsAt > now ? '已安排' : '待结束'}</Tag>}
            />
          ))}
        </List>
        <Divider />
        <List title="支部接下来的安排" none="近期没有安排活动" inset={84}>
          {coming.map(({ id, title, startsAt, place }) => (
            <Cell
              key={id}
              id={`coming-${id}`}
              leading={<DateTile at={startsAt} now={now} />}
              title={title}
              sub={<Dotted parts={[soonText(startsAt, now), place]} />}
            />
          ))}
        </List>
      </Card>
    </View>
  )
}
