import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '@/cloud/useNow'
import { monthOf } from '@/components/MonthPicker/months'
import { monthsOf } from '../logic/factMonths'
import type { Months } from './useFactPapers'

export const OWN = 'own'

/** The months a page of papers tells of, first as its address has them: `period`, `month` (to `until`), or a `year`. */
export function useFactSpan() {
  const { period, year: asked, month, until } = useRouter().params
  const running = monthOf(useNow(60_000))
  const [year, setYear] = useState((period ?? month ?? asked ?? running).slice(0, 4))
  const [part, setPart] = useState(period ?? (month === undefined ? year : OWN))
  const [own, setOwn] = useState<Months>({ from: month ?? running, until: until ?? month ?? running })
  return {
    ...{ running, year, part, setPart, setOwn },
    months: part === OWN ? own : monthsOf(part),
    setYear: (chosen: string) => {
      setYear(chosen)
      if (part !== OWN) setPart(part.replace(/^\d+/, chosen))
    },
  }
}
export type FactSpan = ReturnType<typeof useFactSpan>
