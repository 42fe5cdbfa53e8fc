import { done, refuse } from '@domain/contract/answer'
import { clockOf } from '@domain/time/day'
import { wrongWorkdays } from '@domain/time/wrongWorkdays'
import { mayInCounty, saveSetting } from '../../entry/countySetting'
import { readSavedYears, yearOf } from '../../entry/readWorkdays'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { type StoredWorkYear, workYearId } from '../../store/collections/settings'
import { findById } from '../../store/find'

/** The years whose terms are still counted, this one and the next to be entered. */
export const listWorkdays = useCase('workdays.list', aboutCounty, async (_request, context) => {
  const { now } = context
  const saved = await readSavedYears(now)
  const { year } = clockOf(now)
  const years = [year, year + 1].map((one) => {
    const { state, off, worked } = yearOf(saved, one)
    const entered = saved.some((row) => row.year === one)
    return { year: one, state, entered, off: [...off], worked: [...worked] }
  })
  return done({ years, mayEdit: mayInCounty('workdays.save', context) })
})

/** Days in the order of the year, each once: the same notice is the same row. */
const sorted = (days: readonly string[]): string[] => [...new Set(days)].sort()

/** The days of this year or the next, from the notice. A resend finds its own; the last one entered stands. */
export const saveWorkdays = useCase('workdays.save', aboutCounty, async (request, context) => {
  const { year, nonce } = request
  const thisYear = clockOf(context.now).year
  if (year !== thisYear && year !== thisYear + 1) return refuse('invalid_request', { path: 'year' })
  const days = { year, off: sorted(request.off), worked: sorted(request.worked) }
  const wrong = wrongWorkdays(days)
  if (wrong) return refuse('invalid_request', { path: wrong })
  const _id = workYearId(year)
  const before = (await findById('settings', _id)) as StoredWorkYear | null
  const from = before ? { off: before.off, worked: before.worked } : null
  const told = { result: _id, ...(from && { from }), to: { off: days.off, worked: days.worked } }
  const setting = { _id, kind: 'workdays' as const, ...days }
  const isSaved = await saveSetting(before, setting, { what: 'workdays', nonce, ...told }, context)
  // Whatever else this process answers from now on is counted by it.
  readSavedYears.forget()
  return isSaved ? done({ year }) : refuse('try_again')
})
