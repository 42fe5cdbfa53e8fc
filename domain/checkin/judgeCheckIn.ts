import type { Activity } from '../activity/activity'
import { closesAt, effectiveState, opensAt } from '../activity/effectiveState'
import { awaitsSecond } from '../activity/lateEntry'
import { type Refusal, refuse } from '../contract/answer'
import type { ActivityState, Way } from '../contract/words'
import type { Fact } from '../fact/fact'
import type { WorkCalendar } from '../time/workCalendar'
import type { CodeVerdict } from './code'
import { judgeInstant } from './judgeInstant'

export interface Situation {
  activity: Activity
  /** null: a stranger at the door; nothing is said of the list then. */
  member: { _id: string } | null
  /** The fact already stored under `activityId_memberId`. */
  existing?: Fact | null
  way: Way
  /** When it happened (ms); absent: now. Ticks and member codes may arrive late. */
  occurredAt?: number
  /** What verifyActivityCode said; absent: there was no code, or it was judged before (a ticket stands for it). */
  code?: CodeVerdict
}

/** `confirms`: an entry that waits stands there already, and this one is the word it waits for. */
export type Judgement = { ok: true; guest: boolean; confirms?: true } | Refusal

/** An activity that was opened again keeps the instant of its first closing; that one says nothing. */
const endedAt = (activity: Activity): number =>
  (activity.state === 'open' ? undefined : activity.closedAt) ?? closesAt(activity)

/** A scan needs open doors. `at` of too_early is left out once the doors could be open: it is the organiser one waits for. */
const judgeScan = (activity: Activity, state: ActivityState, now: number): Refusal | null => {
  if (now >= closesAt(activity)) return refuse('ended', { at: endedAt(activity) })
  switch (state) {
    case 'open':
      return null
    case 'published':
      return refuse('too_early', now < opensAt(activity) ? { at: opensAt(activity) } : {})
    case 'closed':
    case 'recorded':
      return refuse('ended', { at: endedAt(activity) })
    case 'draft':
    case 'cancelled':
      return refuse('wrong_state')
  }
}

/**
 * What the organiser enters: while open and until the record is confirmed, for an instant in the activity's window, and in whatever way until
 * the end of the next workday, then with a second person. A service waits for the community's look anyway: it is entered as long as its
 * month is. A 补录 waits for its second person as a whole.
 */
const judgeEntry = (
  { activity, occurredAt = NaN }: Situation,
  state: ActivityState,
  now: number,
  calendar: WorkCalendar,
): Refusal | null => {
  if (state === 'published' && now < opensAt(activity)) return refuse('too_early', { at: opensAt(activity) })
  if (state !== 'open' && state !== 'closed') return refuse('wrong_state')
  const at = Number.isNaN(occurredAt) ? now : occurredAt
  const timing = judgeInstant({ of: 'registration', at, activity }, now, calendar)
  if (!timing.ok) return timing
  if (!timing.late || (awaitsSecond(activity) && at <= closesAt(activity))) return null
  return refuse(activity.kind === 'community_service' ? 'entry_closed' : 'backfill_needs_witness')
}

/** 补登 has no end: also into a confirmed record, where it stays marked as such; only something must have been held. */
const judgeBackfill = (state: ActivityState): Refusal | null =>
  state === 'draft' || state === 'published' ? refuse('wrong_state') : null

/** Ways that only work face to face with the organiser: they settle an entry that a poster or a back-fill left waiting. */
const settlesWaiting: readonly Way[] = ['scan', 'member_code']

/**
 * Whether an entry by this way is the word an existing one waits for. An organiser's scan of the own meeting waits for another organiser, whose
 * tick or list is enough.
 */
const isSettledBy = (way: Way, existing: Fact): boolean =>
  settlesWaiting.includes(way) ||
  (existing.way === 'scan' && existing.by === existing.memberId && (way === 'roll_call' || way === 'paper'))

const judgeState = (situation: Situation, now: number, calendar: WorkCalendar): Refusal | null => {
  const state = effectiveState(situation.activity, now)
  switch (situation.way) {
    case 'scan':
    case 'poster':
    case 'self':
      return judgeScan(situation.activity, state, now)
    case 'member_code':
    case 'roll_call':
    case 'paper':
      return judgeEntry(situation, state, now, calendar)
    case 'backfill':
    case 'demo':
      return judgeBackfill(state)
  }
}

/**
 * May this member be registered at this activity, and as a guest? The most useful no comes first: a forged code says nothing else, someone
 * already registered learns that rather than that the code is old.
 * `judgeCheckIn({ activity, member, way: 'scan', code: 'ok' }, now, calendar) // { ok: true, guest: false }`
 */
export const judgeCheckIn = (situation: Situation, now: number, calendar: WorkCalendar): Judgement => {
  const { activity, member, existing, way, code } = situation
  if (code === 'forged' || code === 'early') return refuse('code_forged')
  if (activity.state === 'cancelled') return refuse('activity_cancelled', { title: activity.title })
  if (existing?.annulled) return refuse('struck_out')
  const waits = existing?.confirmed === null
  if (existing && !(waits && isSettledBy(way, existing)))
    return refuse('already_registered', { firstAt: existing.occurredAt, way: existing.way })
  const no = judgeState(situation, now, calendar)
  if (no) return no
  if (code === 'expired') return refuse('code_expired')
  // A service is open to everyone; nobody is a guest there.
  const listed =
    activity.kind === 'community_service' || activity.expected.some((one) => one.memberId === member?._id)
  return { ok: true, guest: member !== null && !listed, ...(waits && { confirms: true }) }
}
