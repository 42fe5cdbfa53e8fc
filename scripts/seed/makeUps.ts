import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { memberId } from './buildHouseholds'
import { at, dayAt } from './calendar'
import { demoRegister } from './demoMonth'
import { aFactOf, knownAt } from './facts'

const secretary = demoRegister('demo-secretary')
const officer = demoRegister('demo-organisation-officer')

/** Studies of the demo branch that someone missed and made up: alone with a witness, entered by the branch, and one that waits. */
export const madeUp: {
  memberId: string
  /** Of the missed study. */
  month: string
  madeUpAt: number
  by?: string
  witnessId?: string
  confirmedAt?: number
}[] = [
  {
    memberId: memberId(648),
    month: '2026-08',
    madeUpAt: at('2026-08-19', 17, 20),
    witnessId: secretary,
    confirmedAt: at('2026-08-20', 8, 45),
  },
  { memberId: memberId(649), month: '2026-07', madeUpAt: at('2026-07-22', 16, 10), by: officer },
  { memberId: memberId(640), month: '2026-08', madeUpAt: at('2026-09-21', 17, 40), witnessId: officer },
]

function makeUp(study: Activity, one: (typeof madeUp)[number]): Fact {
  const { madeUpAt, by, witnessId, confirmedAt } = one
  const word = by ?? witnessId ?? one.memberId
  const saidAt = by === undefined ? confirmedAt : madeUpAt
  return aFactOf(`${study._id}_${one.memberId}_makeup`, {
    kind: 'make_up',
    memberId: one.memberId,
    branchId: study.branchId,
    hostId: study.hostId,
    activityId: study._id,
    activityKind: 'study',
    occurredAt: madeUpAt,
    way: by === undefined ? 'self' : 'roll_call',
    by: by ?? one.memberId,
    ...(witnessId !== undefined && { witnessId }),
    confirmed: saidAt === undefined ? null : { at: saidAt, by: word },
  })
}

/** 补学 in the demo branch, as far as `now`. */
export function makeUpsOf(
  activities: readonly Activity[],
  branchId: string | undefined,
  now: number,
): Fact[] {
  const studies = activities.filter((activity) => activity.kind === 'study' && activity.hostId === branchId)
  const facts = madeUp.flatMap((one) => {
    const study = studies.find(({ startsAt }) => dayAt(startsAt).startsWith(one.month))
    return study ? [makeUp(study, one)] : []
  })
  return knownAt(facts, now)
}
