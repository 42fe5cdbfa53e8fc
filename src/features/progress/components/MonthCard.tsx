import { Image, View } from '@tarojs/components'
import { Fragment } from 'react'
import type { DutyLine, Home, LifeLine } from '@domain/contract/progress'
import { isGap } from '@domain/progress/gapNow'
import { clockOf, startOfDay } from '@domain/time/day'
import { periodLabel } from '@domain/time/format'
import { contains } from '@domain/time/period'
import donePicture from '@/assets/img/empty-done.svg'
import { Card } from '@/components/Card/Card'
import { pictureOf } from '@/platform/aria'
import { type Headline, homeHeadline } from '../logic/homeHeadline'
import { DutyRow } from './DutyRow'
import { Minis } from './Minis'
import './MonthCard.css'

interface Props {
  month: Home['month']
  /** What of the quarter and the year presses now as well. */
  beyond: readonly DutyLine[]
  now: number
  onDuty: (line: DutyLine) => void
  onLife: (line: LifeLine) => void
}

/** 本月, 8月, 2025年12月 */
function wordFor(period: Home['month']['period'], now: number): string {
  if (contains(period, now)) return '本月'
  const { year } = clockOf(startOfDay(period.from))
  return year === clockOf(now).year ? periodLabel(period) : `${year}年${periodLabel(period)}`
}

interface HeadProps {
  headline: Headline
  month: Home['month']
  now: number
}

function Head({ headline, month, now }: HeadProps) {
  const label = periodLabel(month.period)
  const word = wordFor(month.period, now)
  if (headline.type === 'all_done') {
    return (
      <View className="month-done" id="headline">
        <Image {...pictureOf()} className="month-picture" src={donePicture} />
        <View className="t-h1 mt12">{word}都完成了</View>
        <View className="t-body c2 mt4">
          {label} {headline.total} 项职责已齐，辛苦了
        </View>
      </View>
    )
  }
  return (
    <View className="month-head">
      <View className="month-line" id="headline">
        {headline.type === 'nothing_owed' && <View className="t-h2">{word}没有硬性要求</View>}
        {headline.type === 'missing' && (
          <>
            <View className="t-h2">{headline.beyond ? '月底前' : word}还差</View>
            <View className="month-n c-ochre">{headline.missing}</View>
            <View className="t-h2">项</View>
          </>
        )}
        {headline.type === 'so_far' && (
          <>
            <View className="t-h2">
              {word} {headline.total} 项，已完成
            </View>
            <View className="month-n c-pine">{headline.done}</View>
            <View className="t-h2">项</View>
          </>
        )}
      </View>
      {month.daysLeft > 0 && (
        <View className="month-days">
          {headline.type === 'missing' && (
            <>
              {label}
              <View className="sep" />
            </>
          )}
          还有 {month.daysLeft} 天
        </View>
      )}
    </View>
  )
}

/** The month: missing first, then what the branch has not arranged, then what is done or planned. Until the last week nothing presses, and nothing any more once it is over. */
export function MonthCard({ month, beyond, now, onDuty, onLife }: Props) {
  const notHeld = month.duties.filter(({ state }) => state === 'not_held')
  const open = [...month.duties.filter(isGap), ...beyond, ...notHeld]
  const rest = month.duties.filter((line) => !open.includes(line))
  return (
    <Card className="month" id="month">
      <Head headline={homeHeadline(month.duties, now, beyond.length)} month={month} now={now} />
      {open.map((line, index) => (
        <Fragment key={line.dutyId}>
          {index > 0 && <View className="duty-line" />}
          <DutyRow line={line} now={now} onTap={onDuty} />
        </Fragment>
      ))}
      {rest.length + month.life.length > 0 && (
        <Minis duties={rest} life={month.life} now={now} onDuty={onDuty} onLife={onLife} />
      )}
    </Card>
  )
}
