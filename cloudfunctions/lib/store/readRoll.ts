import type { Activity } from '@domain/activity/activity'
import type { Fact, JudgedFact } from '@domain/fact/fact'
import { retry } from '../wx/retry'
import { command, database } from '../wx/sdk'
import { not, notAwaited, oneOf } from './conditions'
import { find } from './find'

/** Who came and who is excused, of one activity. */
export interface Roll {
  /** Every attendance record by member, struck and waiting ones too. */
  attendance: Map<string, Fact>
  /** 请假 in force. */
  leaves: Map<string, Fact>
  /** 请假 asked for after the start, which waits. */
  leavesAsked: Map<string, Fact>
  /** 报名 in force. */
  enrolments: Map<string, Fact>
}

/** Counts: entered, not struck out, and no second person is awaited. */
export const isRegistered = <F extends Pick<JudgedFact, 'annulled' | 'confirmed'>>(
  fact: F | undefined,
): fact is F => fact !== undefined && !fact.annulled && fact.confirmed !== null

/** A back-fill, poster or list that has neither been confirmed nor declined. */
export const isWaiting = (fact: Pick<Fact, 'annulled' | 'confirmed'> | undefined): boolean =>
  fact !== undefined && !fact.annulled && fact.confirmed === null

/** The roll of one activity from its facts. */
export function rollOf(facts: readonly Fact[]): Roll {
  const byMember = (list: Fact[]) => new Map(list.map((fact) => [fact.memberId, fact]))
  return {
    attendance: byMember(facts.filter(({ kind }) => kind === 'attendance')),
    leaves: byMember(facts.filter((fact) => fact.kind === 'leave' && isRegistered(fact))),
    leavesAsked: byMember(facts.filter((fact) => fact.kind === 'leave' && isWaiting(fact))),
    enrolments: byMember(facts.filter(({ kind, annulled }) => kind === 'enrolment' && !annulled)),
  }
}

export const readRoll = async (activityId: string): Promise<Roll> =>
  rollOf(await find('facts', { activityId }, { limit: 2000 }))

/** 未定: expected, not registered, not on leave, not settled as absent. A back-fill or 请假 that waits is not settled yet. */
export const unsettledOf = (activity: Activity, { attendance, leaves, leavesAsked }: Roll) =>
  activity.expected.filter(
    ({ memberId }) =>
      !isRegistered(attendance.get(memberId)) &&
      !leaves.has(memberId) &&
      (leavesAsked.has(memberId) || !activity.absences.some((absence) => absence.memberId === memberId)),
  )

const { aggregate: $ } = command

/** How many of those expected are registered at each activity: nobody struck out, nobody who waits, no guests. */
export async function countArrivals(activityIds: readonly string[]): Promise<Map<string, number>> {
  if (activityIds.length === 0) return new Map()
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ activityId: oneOf(activityIds), kind: 'attendance', annulled: null, guest: not(true) })
      .match({ confirmed: notAwaited() })
      .group({ _id: '$activityId', count: $.sum(1) })
      .end(),
  )
  return new Map((list as { _id: string; count: number }[]).map(({ _id, count }) => [_id, count]))
}

/** How many are expected at each of some activities. */
export async function countExpected(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match({ _id: oneOf(ids) })
      .limit(ids.length)
      .project({ expected: $.size('$expected') })
      .end(),
  )
  return new Map((list as { _id: string; expected: number }[]).map(({ _id, expected }) => [_id, expected]))
}
