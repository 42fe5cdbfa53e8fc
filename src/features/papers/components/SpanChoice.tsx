import { Picker, View } from '@tarojs/components'
import { LinkText } from '@/components/LinkText/LinkText'
import { MonthPicker } from '@/components/MonthPicker/MonthPicker'
import { PickHead } from '@/components/PickHead/PickHead'
import { Seg } from '@/components/Seg/Seg'
import { type FactSpan, OWN } from '../hooks/useFactSpan'
import { monthsToChoose, withFrom, withUntil } from '../logic/factMonths'
import './SpanChoice.css'

/** Of which months: a year, one of its halves, or any months one likes. */
export function SpanChoice({ span }: { span: FactSpan }) {
  const { year, part, setPart } = span
  return (
    <>
      <YearChoice span={span} />
      <Seg
        items={[
          { key: year, label: '全年' },
          { key: `${year}-H1`, label: '上半年' },
          { key: `${year}-H2`, label: '下半年' },
          { key: OWN, label: '自选' },
        ]}
        value={part}
        onChange={setPart}
      />
      {part === OWN ? <OwnMonths span={span} /> : null}
    </>
  )
}

/** This year and the last one: in January what is told is over. */
export function YearChoice({
  span: { running, year, setYear },
}: {
  span: Pick<FactSpan, 'running' | 'year' | 'setYear'>
}) {
  const years = [running.slice(0, 4), `${Number(running.slice(0, 4)) - 1}`]
  return (
    <PickHead
      picker={
        <Picker
          mode="selector"
          range={years.map((one) => `${one}年`)}
          value={Math.max(0, years.indexOf(year))}
          onChange={(event) => setYear(years[Number(event.detail.value)] ?? year)}
        >
          <LinkText id="facts-year" arrow="down">
            {`${year}年`}
          </LinkText>
        </Picker>
      }
    >
      选一段时间
    </PickHead>
  )
}

function OwnMonths({ span: { running, months, setOwn } }: { span: FactSpan }) {
  const picker = { running, months: monthsToChoose(running) }
  return (
    <View className="fact-months" id="facts-months">
      从
      <MonthPicker
        {...picker}
        id="facts-from"
        month={months.from}
        onChange={(month) => setOwn(withFrom(months, month))}
      />
      到
      <MonthPicker
        {...picker}
        id="facts-until"
        month={months.until}
        onChange={(month) => setOwn(withUntil(months, month))}
      />
    </View>
  )
}
