import { clashes } from '@domain/activity/clashes'
import { repeatDays, sameHour } from '@domain/activity/repeatDays'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { REPEATS } from '@domain/contract/repeat'
import { done, refuse } from '@domain/contract/answer'
import type { Organisation } from '@domain/org/organisation'
import { branchOf } from '@domain/org/tree'
import { dayOf, startOfDay } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { readDrafts } from '../../store/readCalendar'
import { readPlans } from '../../store/readPlans'
import { hostKinds } from './checkPlan'

type Request = ParsedRequestOf<'activity.repeat'>
interface Repeating {
  host: Organisation
  branchId: string
}

/** Of whoever may plan the same. */
function load({ hostId, kind }: Request, { tree }: Context): Found<Repeating> | null {
  const host = tree.get(hostId)
  if (!host) return null
  const branchId = branchOf(tree, hostId) ?? hostId
  const activity = { kind, hostId, branchId, createdBy: '' }
  const about = { branchId, ...(host.type === 'group' && { groupId: hostId }), activity }
  return { about, loaded: { host, branchId } }
}

const monthOf = (at: number): string => periodOf('month', at).key

/** 以后每月: what is announced and drafted stands in the way, or is what the month has already. */
export const repeatPlan = useCase('activity.repeat', load, async (request, { now, calendar }, repeating) => {
  const { hostId, kind, startsAt, endsAt } = request
  const { host, branchId } = repeating
  if (!hostKinds(host).includes(kind)) return refuse('invalid_request', { path: 'kind' })
  // From a plan of the past nothing follows for the months that are over.
  if (endsAt <= startsAt || startsAt < startOfDay(dayOf(now))) return refuse('wrong_times')
  const since = startOfDay(dayOf(startsAt))
  const [plans, drafts] = await Promise.all([readPlans(branchId, since), readDrafts([branchId], since)])
  const others = [...plans, ...drafts].filter(({ state }) => state !== 'cancelled')
  const slotOn = (day: string) => {
    const start = sameHour(startsAt, day)
    return { hostId, startsAt: start, endsAt: start + (endsAt - startsAt) }
  }
  const isTaken = (day: string) => others.some((other) => clashes(slotOn(day), other, branchId))
  const days = repeatDays({ day: dayOf(startsAt), months: REPEATS, calendar, isTaken })
  const months = days.map(({ wanted, day, because }) => {
    const month = monthOf(startOfDay(wanted))
    const same = others.find(
      (one) => one.kind === kind && one.hostId === hostId && monthOf(one.startsAt) === month,
    )
    return {
      startsAt: sameHour(startsAt, day),
      wanted: sameHour(startsAt, wanted),
      ...(because && { because }),
      ...(same && { already: same.title }),
    }
  })
  return done({ months })
})
