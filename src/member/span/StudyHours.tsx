import { View } from '@tarojs/components'
import { Fragment } from 'react'
import type { SpanOf } from '@domain/contract/span'
import { formatDay } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { Sheet } from '@/components/Sheet/Sheet'

type Study = NonNullable<SpanOf['study']>

/** 学时: a sum and the meetings it is of. What the 条例 asks stands beside it in its own words; nothing is 还差. */
export function StudyHours({ study, onOpen }: { study: Study; onOpen: () => void }) {
  const count = study.meetings.length + study.further
  return (
    <View id="study-hours">
      <Section title="学时" right={`${study.hours} 学时`} />
      <Card>
        <Cell
          id="study-open"
          title={<View className="m">{count === 0 ? '暂无记录' : `到会 ${count} 场`}</View>}
          sub="集中学习、党课按计划时长，培训按所填学时"
          chevron
          onTap={onOpen}
        />
      </Card>
    </View>
  )
}

interface SheetProps {
  study: Study | undefined
  open: boolean
  onClose: () => void
}

export function StudySheet({ study, open, onClose }: SheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title="学时从哪里来">
      {study ? (
        <View id="study-sheet">
          <Note tone="info" icon="info" id="study-asks">
            <View>{study.asks}</View>
            <View className="c2">{study.basis}</View>
          </Note>
          {study.meetings.map(({ id, title, at, hours }, index) => (
            <Fragment key={id}>
              {index > 0 ? <Divider inset={16} /> : null}
              <Cell title={title} sub={formatDay(at)} right={`${hours} 学时`} />
            </Fragment>
          ))}
          {study.further > 0 ? (
            <View className="t-sub c2 mt12">{`还有 ${study.further} 场没有列出`}</View>
          ) : null}
        </View>
      ) : null}
    </Sheet>
  )
}
