import { Image, View } from '@tarojs/components'
import { Fragment } from 'react'
import type { SpanOf } from '@domain/contract/span'
import { clockOf, startOfDay } from '@domain/time/day'
import { shortPeriodLabel } from '@domain/time/format'
import { contains, type Period, periodsIn } from '@domain/time/period'
import { Card } from '@/components/Card/Card'
import { classes } from '@/components/classes'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { EmptySign, Legend } from '@/components/Legend/Legend'
import { ringPicture, segmentTones } from '@/components/Ring/ringPicture'
import { aria, pictureOf } from '@/platform/aria'
import {
  cellWords,
  headings,
  type Mark,
  markOf,
  marks,
  markWords,
  type SpanCell,
  type SpanRow,
} from '../logic/spanMarks'
import './SpanCard.css'

interface Props {
  span: SpanOf
  now: number
  /** The duty whose periods are told below. */
  chosen: string | undefined
  onRow: (dutyId: string) => void
}

function MarkOf({ mark, cell }: { mark: Mark; cell?: SpanCell | undefined }) {
  if (mark === 'part')
    return (
      <Image
        {...pictureOf()}
        className="sp-part"
        src={ringPicture(segmentTones(cell?.done ?? 2, cell?.needed ?? 3, 0, 'calm'), 18)}
      />
    )
  if (mark === 'none' || mark === 'free') return <EmptySign is={mark} />
  return (
    <View className={`sp-mark sp-${mark}`}>
      {mark === 'done' ? <Icon name="check" tone="on" size={16} /> : null}
    </View>
  )
}

const cellIn = ({ cells }: SpanRow, { key }: Period) => cells.find((cell) => cell.key === key)

interface RowProps extends Pick<Props, 'now' | 'chosen' | 'onRow'> {
  row: SpanRow
  periods: readonly Period[]
}

/** One duty over its periods, read aloud as a sentence; a tap tells them one by one. */
function Row({ row, periods, now, chosen, onRow }: RowProps) {
  const told = periods.map((period) => {
    const cell = cellIn(row, period)
    const mark = markOf(cell, period, now)
    return { period, cell, mark, words: cell ? cellWords(cell, row, period, now) : markWords(mark, row) }
  })
  const isMonthly = periods[0]?.kind === 'month'
  return (
    <View
      className={classes('sp-row', chosen === row.dutyId && 'sp-on')}
      id={`span-${row.dutyId}`}
      hoverClass="pressed"
      onClick={() => onRow(row.dutyId)}
      {...aria(
        `${row.label}：${told.map(({ period, words }) => `${shortPeriodLabel(period)}${words}`).join('，')}`,
        'button',
      )}
    >
      <View className="sp-name">{row.label}</View>
      <View className="sp-cells">
        {told.map(({ period, cell, mark }) => (
          <View
            key={period.key}
            className={classes(
              'sp-cell',
              !isMonthly && 'sp-pill',
              !isMonthly && mark === 'done' && 'sp-pill-done',
            )}
          >
            <MarkOf mark={mark} cell={cell} />
          </View>
        ))}
      </View>
    </View>
  )
}

function Months({ periods, now }: { periods: readonly Period[]; now: number }) {
  return (
    <View className="sp-cells">
      {periods.map((period) => (
        <View key={period.key} className={classes('sp-cell', contains(period, now) && 'sp-now')}>
          {clockOf(startOfDay(period.from)).month}
        </View>
      ))}
    </View>
  )
}

/** 支部这一年: every duty over the periods of its kind, and what the marks mean. Nothing is added up. */
export function SpanCard({ span, now, chosen, onRow }: Props) {
  const sections = span.sections.map((section) => ({
    ...section,
    periods: periodsIn(section.kind, span.period),
  }))
  const rows = sections.flatMap((section) => section.rows)
  const [first] = rows
  const there = new Set(
    sections.flatMap(({ rows: own, periods }) =>
      own.flatMap((row) => periods.map((period) => markOf(cellIn(row, period), period, now))),
    ),
  )
  return (
    <Card className="sp" id="span-card">
      {sections.map(({ kind, rows: own, periods }) => (
        <Fragment key={kind}>
          <View className="sp-head">
            <View className="sp-name sp-kind">{headings[kind]}</View>
            {kind === 'month' ? <Months periods={periods} now={now} /> : null}
          </View>
          {own.map((row, index) => (
            <Fragment key={row.dutyId}>
              {index > 0 ? <Divider inset={14} /> : null}
              <Row {...{ row, periods, now, chosen, onRow }} />
            </Fragment>
          ))}
        </Fragment>
      ))}
      {first ? (
        <Legend
          items={marks
            .filter((mark) => there.has(mark))
            .map((mark) => ({ key: mark, sign: <MarkOf mark={mark} />, text: markWords(mark, first) }))}
        />
      ) : null}
    </Card>
  )
}
