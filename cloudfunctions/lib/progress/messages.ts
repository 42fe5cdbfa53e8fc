import type { ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { addDays, startOfDay } from '@domain/period/day'
import type { Fact } from '@domain/progress/fact'
import { activityCard, isComing, isExpected } from '../activity/activityCard'
import { readMemberCalendar } from '../activity/readMemberCalendar'
import { aboutNothing } from '../dispatch/targets'
import { type Context, useCase } from '../dispatch/useCase'
import { branchesRun } from '../identity/branchesRun'
import { readBindRequests } from '../identity/readBindRequests'
import { readWitnessRequests } from '../wx/readWitnessRequests'

type Item = ResponseOf<'progress.messages'>['items'][number]

/** Days back for what was confirmed, days ahead (today is one) for what is near. */
const DAYS_BACK = 30
const DAYS_AHEAD = 3

/** What is asked of this person; nothing is read for those who are asked nothing. */
async function asked(context: Context): Promise<Item[]> {
  const { member } = context.caller
  const branchIds = branchesRun(context)
  const [witness, requests] = await Promise.all([
    member ? readWitnessRequests(member._id) : [],
    branchIds.length > 0 ? readBindRequests(branchIds) : [],
  ])
  return [
    ...witness.map((one): Item => ({ type: 'witness', ...one })),
    ...requests.map(({ requestId, name, at }): Item => ({ type: 'bind', requestId, name, at })),
  ]
}

/** Confirmed by someone else, lately. */
function confirmedLately(
  { facts, activities }: Awaited<ReturnType<typeof readMemberCalendar>>,
  since: number,
): Item[] {
  const titleOf = ({ activityId, kind, detail }: Fact) =>
    activities.find(({ _id }) => _id === activityId)?.title ??
    detail?.title ??
    (kind === 'visit' ? '入户走访' : '办实事')
  return facts
    .flatMap((fact) => {
      const at = fact.confirmed?.at ?? 0
      return at >= since && !fact.annulled ? [{ type: 'confirmed' as const, title: titleOf(fact), at }] : []
    })
    .sort((a, b) => b.at - a.at)
}

async function near(member: Member, context: Context): Promise<Item[]> {
  const { now, today } = context
  const from = addDays(today, -DAYS_BACK)
  const found = await readMemberCalendar(member, from, today)
  const facts = new Map(found.facts.map((fact) => [fact._id, fact]))
  const until = startOfDay(addDays(today, DAYS_AHEAD))
  const soon = found.activities
    .filter((activity) => activity.state !== 'draft' && isComing(activity, now) && activity.startsAt < until)
    .filter((activity) => isExpected(activity, member))
    .filter((activity) => activityCard(activity, member, facts, context).mine === 'expected')
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ _id, title, startsAt, place }): Item => ({
      type: 'soon',
      activityId: _id,
      title,
      startsAt,
      place,
    }))
  return [...soon, ...confirmedLately(found, startOfDay(from))]
}

/** 消息: derived at each look and not stored. What is asked of one first, then what is near, then what was confirmed. */
export const messages = useCase('progress.messages', aboutNothing, async (_request, context) => {
  const { member } = context.caller
  const [first, then] = await Promise.all([asked(context), member ? near(member, context) : []])
  return done({ items: [...first, ...then] })
})
