import { rolesOf } from '@domain/access/rolesOf'
import type { Activity } from '@domain/activity/activity'
import type { ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Duty } from '@domain/duty/duty'
import { indexActivities } from '@domain/evidence/indexActivities'
import { indexFacts } from '@domain/fact/indexFacts'
import type { Member } from '@domain/org/member'
import { postsOn } from '@domain/org/membershipOn'
import { type Round, roundsAt } from '@domain/reminder/rounds'
import type { RegisterAsk } from '@domain/reminder/waits'
import { addDays, dayOf, daysBetween, startOfDay } from '@domain/time/day'
import { entryClosesAt } from '@domain/time/entryDeadline'
import { daysLeft } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { aboutNothing, askedOf, branchesRun } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { activityCard, isComing } from '../../meetings/activity/activityCard'
import { readMemberCalendar } from '../../meetings/activity/readMemberCalendar'
import { witnessRequests } from '../../meetings/checkin/witnessRequests'
import { readAllBindRequests } from '../../people/identity/readBindRequests'
import { isOfRound, type StoredReminder } from '../../store/collections/reminders'
import { atLeast } from '../../store/conditions'
import { find } from '../../store/find'
import { gapsNow } from '../reminder/gapItems'
import { targetOf } from '../reminder/pages'
import { answersLately } from './answersLately'
import { type AskedInRegister, askedInRegister } from './askedInRegister'
import { branchNotices } from './branchNotices'
import { changedMeetings } from './changedMeetings'
import { earlyNotices } from './earlyNotices'
import {
  confirmedLately,
  declinedLately,
  givenBackLately,
  refusedLately,
  withdrawnLately,
} from './entriesLately'
import { jointNotices } from './jointNotices'
import { lateOf } from './lateOf'
import { readOwnUnsettled } from './meetingsOf'
import { officeNotices } from './officeNotices'
import { proposalNotices } from './proposalNotices'
import { taskNotices } from './taskNotices'

type Item = ResponseOf<'reminder.inbox'>['items'][number]
type Found = Awaited<ReturnType<typeof readMemberCalendar>>

/** Days back for what was confirmed, days ahead (today is one) for what is near. */
const DAYS_BACK = 30
const DAYS_AHEAD = 3

const withoutDigits = '没有核对手机尾号，请当面或电话跟本人对一下六位核对码。'

/** What is asked of this person; nothing is read for those who are asked nothing. */
async function asked(context: Context): Promise<Item[]> {
  const [witness, requests] = await Promise.all([
    witnessRequests(askedOf(context), context),
    readAllBindRequests(context),
  ])
  return [
    ...witness.map((one): Item => ({ type: 'witness', ...one })),
    ...requests.map(({ requestId, name, at, unchecked }): Item =>
      unchecked === undefined
        ? { type: 'bind', requestId, name, at }
        : {
            type: 'notice',
            id: requestId,
            at,
            title: `${name}申请用微信登记`,
            text: withoutDigits,
            target: 'work',
          },
    ),
  ]
}

const askedFor: Record<RegisterAsk, string> = {
  exemption: '说明情况',
  correction: '申请更正',
  deletion: '申请删除',
  transfer: '申请转入',
}
const nobodyElse = '支部里没有别的书记、副书记或组织委员登记了微信，由县直机关工委答复。'

/** Why it is this person's to answer. */
function whyAsked({ what, isAbove, branchId }: AskedInRegister, { tree }: Context): string {
  if (what === 'deletion') return '本人申请删除个人信息，由县直机关工委答复。'
  if (!isAbove) return `在${tree.get(branchId)?.name ?? ''}的党员名册里答复。`
  return what === 'transfer'
    ? '要转去的支部还没有书记、副书记或组织委员登记微信，由县直机关工委接收。'
    : nobodyElse
}

/** What members ask of the register: said here, answered on the page it opens. */
async function registerNotices(context: Context): Promise<Item[]> {
  const asked = await askedInRegister(context)
  return asked.map((one) => ({
    type: 'notice',
    id: `asked_${one.id}`,
    at: one.since,
    title: `${one.who}${askedFor[one.what]}，请您答复`,
    text: whyAsked(one, context),
    ...(one.what === 'deletion' ? { target: 'deletions' } : { target: 'roster', branchId: one.branchId }),
  }))
}

/** What is not settled of what this person runs or is asked about; nothing is read for those who run nothing and sit in no 中心组. */
async function unsettledOf(context: Context): Promise<Activity[]> {
  const { caller, today } = context
  const isSeated = caller.member !== undefined && postsOn(caller.member, today).length > 0
  return isSeated || rolesOf(caller, today).length > 0 ? readOwnUnsettled(context) : []
}

/** 补录 that wait for this person's word: said here, done on the page of it. */
async function lateNotices(unsettled: readonly Activity[], context: Context): Promise<Item[]> {
  const late = await lateOf(unsettled, context)
  return late.map(({ activityId, title, by, at }) => ({
    type: 'notice',
    id: `late_${activityId}`,
    at,
    title: `${title}（补录）请您确认`,
    text: `${by}补录，您确认以后计入`,
    target: 'past',
    activityId,
  }))
}

function soon({ facts, activities }: Found, member: Member, context: Context): Item[] {
  const { now, today } = context
  const byId = new Map(facts.map((fact) => [fact._id, fact]))
  const until = startOfDay(addDays(today, DAYS_AHEAD))
  return activities
    .filter((activity) => activity.state !== 'draft' && isComing(activity, now) && activity.startsAt < until)
    .filter((activity) =>
      ['expected', 'enrolled'].includes(activityCard(activity, member, byId, context).mine),
    )
    .sort((a, b) => a.startsAt - b.startsAt)
    .map((activity): Item => {
      const { _id: activityId, title, startsAt, place } = activity
      return { type: 'soon', activityId, title, startsAt, place, target: targetOf(activity) }
    })
}

/** Days a reminder's round still lasts, today counted. */
function daysLeftOf({ month, overdue }: Round, { now, today, calendar }: Context): number {
  return overdue ? daysBetween(today, dayOf(entryClosesAt(month, calendar) - 1)) + 1 : daysLeft(month, now)
}

/** What the member was told is missing, as it stands now; nothing is left of it once it is done or its round is over. */
function gaps(
  newestFirst: readonly StoredReminder[],
  found: Found,
  duties: Duty[],
  member: Member,
  context: Context,
) {
  const { now, tree, calendar } = context
  const evidence = { facts: indexFacts(found.facts), activities: indexActivities(found.activities) }
  // Told twice of a month, it stands here once.
  const isNewest = ({ periodKey, overdue }: StoredReminder, index: number) =>
    newestFirst.findIndex((one) => one.periodKey === periodKey && one.overdue === overdue) === index
  return newestFirst.filter(isNewest).flatMap((reminder): Item[] => {
    const { _id, at, periodKey, overdue, items: told, fromBranch } = reminder
    const round = roundsAt(now, calendar).find((one) => isOfRound({ periodKey, overdue }, one))
    if (!round) return []
    const words = gapsNow(told, { member, tree, duties, round, now, ...evidence })
    if (!words) return []
    const about = { id: _id, at, overdue, periodKey, daysLeft: daysLeftOf(round, context) }
    return [{ type: 'gaps', ...about, ...words, ...(fromBranch && { fromBranch }) }]
  })
}

/** One's own reminders first, then what is near, then what was confirmed. */
async function ofMember(member: Member, context: Context): Promise<Item[]> {
  const { now, today, calendar } = context
  const since = addDays(today, -DAYS_BACK)
  const periods = roundsAt(now, calendar).flatMap((round) => round.periods)
  const from = periods.reduce((first, period) => (period.from < first ? period.from : first), since)
  const [found, duties, stored, withdrawn] = await Promise.all([
    readMemberCalendar(member, from, today),
    readDuties(now),
    find('reminders', { memberId: member._id, kind: 'month_gap', at: atLeast(startOfDay(since)) }),
    withdrawnLately(member, context, startOfDay(since)),
  ])
  const newestFirst = [...stored].sort((a, b) => b.at - a.at)
  return [
    ...changedMeetings(found, member, now),
    ...(await branchNotices(newestFirst, duties, context)),
    ...gaps(newestFirst, found, duties, member, context),
    ...soon(found, member, context),
    ...declinedLately(found, startOfDay(since)),
    ...refusedLately(found, member, startOfDay(since)),
    ...givenBackLately(found, startOfDay(since)),
    ...withdrawn,
    ...confirmedLately(found, startOfDay(since)),
  ]
}

/** What is missing asks something of the reader, unless one has said of all of it that one cannot. */
const gapsAsk = (item: Item): boolean => item.type === 'gaps' && item.items.some(({ excused }) => !excused)
const asking = (item: Item): Item => ({ ...item, asks: true })

/** 消息: what is asked of one first. Everything but the reminders themselves is derived at each look and not stored. */
export const inbox = useCase('reminder.inbox', aboutNothing, async (_request, context) => {
  const { today, caller } = context
  const { member } = caller
  const since = startOfDay(addDays(today, -DAYS_BACK))
  const unsettled = unsettledOf(context)
  const [first, register, late, tasks, proposals, joint, early, office, answers, then] = await Promise.all([
    asked(context),
    registerNotices(context),
    unsettled.then((meetings) => lateNotices(meetings, context)),
    taskNotices(context),
    proposalNotices(since, context),
    unsettled.then((meetings) => jointNotices(meetings, context)),
    earlyNotices(branchesRun(context), since, context),
    officeNotices(context, since),
    answersLately(since, context),
    member ? ofMember(member, context) : [],
  ])
  const waiting = [...first, ...register, ...late, ...tasks, ...proposals.waiting].map(asking)
  const own = then.map((item) => (gapsAsk(item) ? asking(item) : item))
  const items = [...waiting, ...joint, ...office, ...early, ...own, ...proposals.answered, ...answers]
  return done({ unread: items.filter(({ asks }) => asks).length, items })
})
