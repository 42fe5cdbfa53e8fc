import { mayDo } from '@domain/access/mayDo'
import { done } from '@domain/contract/answer'
import { clockOf } from '@domain/time/day'
import { readSavedYears, yearOf } from '../../entry/readWorkdays'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'

/** The years whose terms are still counted, this one and the next to be entered. */
export const listWorkdays = useCase('workdays.list', aboutCounty, async (_request, context) => {
  const { now, today, caller, tree } = context
  const saved = await readSavedYears(now)
  const { year } = clockOf(now)
  const years = [year, year + 1].map((one) => {
    const { state, off, worked } = yearOf(saved, one)
    const entered = saved.some((row) => row.year === one)
    return { year: one, state, entered, off: [...off], worked: [...worked] }
  })
  const root = aboutCounty(null, { tree })
  const mayEdit = root !== null && mayDo('workdays.save', caller, { day: today, ...root.about }, tree)
  return done({ years, mayEdit })
})
