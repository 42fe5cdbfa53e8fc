import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { find } from './find'

/** Who came and who is excused, of one activity. */
export interface Roll {
  /** Every attendance record by member, struck and waiting ones too. */
  attendance: Map<string, Fact>
  /** 请假 in force. */
  leaves: Map<string, Fact>
  /** 报名 in force. */
  enrolments: Map<string, Fact>
}

/** Counts: entered, not struck out, and no second person is awaited. */
export const isRegistered = <F extends Pick<Fact, 'annulled' | 'confirmed'>>(
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
    leaves: byMember(facts.filter(({ kind, annulled }) => kind === 'leave' && !annulled)),
    enrolments: byMember(facts.filter(({ kind, annulled }) => kind === 'enrolment' && !annulled)),
  }
}

export const readRoll = async (activityId: string): Promise<Roll> =>
  rollOf(await find('facts', { activityId }, { limit: 2000 }))

/** 未定: expected, not registered, not on leave, not settled as absent. A back-fill that waits is not settled yet. */
export const unsettledOf = (activity: Activity, { attendance, leaves }: Roll) =>
  activity.expected.filter(
    ({ memberId }) =>
      !isRegistered(attendance.get(memberId)) &&
      !leaves.has(memberId) &&
      !activity.absences.some((absence) => absence.memberId === memberId),
  )
