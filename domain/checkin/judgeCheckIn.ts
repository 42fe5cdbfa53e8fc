import type { Activity } from '../activity/activity'
import type { Refusal } from '../contract/answer'
import type { Fact, Way } from '../progress/fact'
import type { CodeVerdict } from './code'

export interface Situation {
  activity: Activity
  /** null: a stranger at the door; nothing is said of the list then. */
  member: { _id: string } | null
  /** The fact already stored under `activityId_memberId`. */
  existing?: Fact | null
  way: Way
  /** When it happened (ms); absent: now. Ticks and member codes may arrive late. */
  occurredAt?: number
  /** What verifyActivityCode said; absent: there was no code, or it has been judged before (a ticket). */
  code?: CodeVerdict
}

export type Judgement = { ok: true; guest: boolean } | Refusal

export const judgeCheckIn = (_situation: Situation, _now: number): Judgement => {
  throw new Error('todo')
}
