import type { Activity } from '../activity/activity'
import { kindLabels } from '../activity/kindLabels'
import type { ActivityKind } from '../contract/words'
import { dutiesFor } from '../duty/dutiesFor'
import type { Duty } from '../duty/duty'
import { indexActivities } from '../evidence/indexActivities'
import type { Fact } from '../fact/fact'
import { indexFacts } from '../fact/indexFacts'
import type { Member } from '../org/member'
import { evaluate, type Evidence } from '../progress/evaluate'
import { stillMissing } from '../progress/gapWords'
import { life } from '../progress/life'
import { shortPeriodLabel } from '../time/format'
import type { Day } from '../time/day'
import { type PeriodKind, periodKinds, periodOf } from '../time/period'

/** Facts: the member's of the days of `countedWithin` that say what was attended (`factsOfAttending`), the new one among them; activities: those they point at. */
export interface CountsTowardsContext extends Evidence {
  member: Member
  duties: readonly Duty[]
  now: number
}

/** One line of the result page. `met`: the minimum is met, or there is none. */
export interface CountsTowards {
  dutyId: string
  /** The period it counts in; absent for what the branch owes, which has no number of one's own. */
  periodKey?: string
  label: string
  text: string
  met: boolean
}

/** `9月第 2 次，已满足`, `9月第 1 次，还差 1 次`, `待确认，确认后计入`; null when it does not count, for the Why sheet has the reason. */
const lineOf = (duty: Duty, fact: Fact, context: CountsTowardsContext): CountsTowards | null => {
  const period = periodOf(duty.period, fact.occurredAt)
  const progress = evaluate({ ...context, duty, period, subject: { type: 'member', member: context.member } })
  const line = { dutyId: duty.id, periodKey: period.key, label: duty.label }
  const waits = progress.notCounted.some(
    ({ id, reason }) => id === fact._id && reason === 'waiting_confirmation',
  )
  if (waits) return { ...line, text: '待确认，确认后计入', met: false }
  const ordinal = progress.counted.findIndex(({ id }) => id === fact._id) + 1
  if (ordinal === 0) return null
  const what = `${shortPeriodLabel(period)}第 ${ordinal} ${duty.measure}`
  if (progress.missing > 0)
    return { ...line, text: `${what}，${stillMissing({ ...progress, measure: duty.measure })}`, met: false }
  return { ...line, text: progress.state === 'done' ? `${what}，已满足` : what, met: true }
}

/** The rule by which the branch owes to hold a kind. */
const holdingOf = (kind: ActivityKind, duties: readonly Duty[]): Duty | undefined =>
  duties.find(({ counts }) => counts.what === 'held' && counts.kinds.includes(kind))

/** A kind without a minimum for members: `9月第 1 次到会`, in the period in which the branch owes to hold it. */
const lifeLine = (kind: ActivityKind, fact: Fact, context: CountsTowardsContext): CountsTowards[] => {
  const owed = holdingOf(kind, context.duties)
  const period = periodOf(owed?.period ?? 'month', fact.occurredAt)
  const attended = life({ ...context, kinds: [kind], period })[0]?.attended ?? 0
  const text = `${shortPeriodLabel(period)}第 ${attended} 次到会`
  return attended === 0 ? [] : [{ dutyId: owed?.id ?? kind, label: kindLabels[kind], text, met: true }]
}

/** The rules by which members owe to attend a kind, of every period an instant lies in. */
const attendingOf = (kind: ActivityKind, duties: readonly Duty[], at: number): Duty[] =>
  periodKinds
    .flatMap((periodKind) => dutiesFor(duties, periodOf(periodKind, at)))
    .filter(
      ({ subject, counts }) =>
        subject === 'member' && counts.what === 'attended' && counts.kinds.includes(kind),
    )

/**
 * The days, both inclusive, of which a member's records have to be known to say what a registration counts towards: the longest period that any of
 * its lines is of. `countedWithin(a 集中学习 of 22 September, duties) // { from: '2026-09-01', to: '2026-09-30' }`
 */
export const countedWithin = (
  { occurredAt }: Pick<Fact, 'occurredAt'>,
  { kind, carries }: Pick<Activity, 'kind' | 'carries'>,
  duties: readonly Duty[],
): { from: Day; to: Day } => {
  const kinds = [kind, ...carries].flatMap((one): PeriodKind[] => {
    const owed = attendingOf(one, duties, occurredAt).map(({ period }) => period)
    return owed.length > 0 ? owed : [holdingOf(one, duties)?.period ?? 'month']
  })
  const spans = kinds.map((periodKind) => periodOf(periodKind, occurredAt))
  return {
    from: spans.map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
    to: spans.map(({ to }) => to).reduce((a, b) => (a > b ? a : b)),
  }
}

/**
 * What a new registration counts towards, one line a duty, the activity's own kind before those it carries:
 * 主题党日 `9月第 1 次到会`, 集中学习 `9月第 2 次，已满足`.
 */
export const countsTowards = (
  fact: Fact,
  activity: Activity,
  context: CountsTowardsContext,
): CountsTowards[] => {
  const indexed = {
    ...context,
    facts: indexFacts(context.facts),
    activities: indexActivities(context.activities),
  }
  return [activity.kind, ...activity.carries].flatMap((kind) => {
    const owed = attendingOf(kind, context.duties, fact.occurredAt)
    if (owed.length === 0) return lifeLine(kind, fact, indexed)
    return owed.map((duty) => lineOf(duty, fact, indexed)).filter((line) => line !== null)
  })
}
