import type { ActivityKind, FactKind, Way } from '../contract/words'
import type { Day } from '../time/day'

/** A confirmation by someone other than the one who entered it. */
export interface Confirmation {
  at: number
  by: string
}

/** 撤销登记: reversible by the organiser, with a reason. */
export interface Annulment {
  at: number
  by: string
  reason: string
}

/**
 * A small thing that happened, with a natural key, its core never changed:
 * attendance `activityId_memberId`; make_up `activityId_memberId_makeup`; leave `activityId_memberId_leave`; enrolment `activityId_memberId_enrol`;
 * excuse `dutyId_memberId_period_excuse`; visit `householdId_memberId_day`; deed: made from the nonce, of a need from its id and the number of the taking; talk `talk_memberId_memberId_day`, of two people;
 * tick `dutyId_memberId_period`. A key is made and compared, never read: what it is made of stands in fields. `confirmed` and `annulled` are set by a conditional update that moves `updatedAt`.
 */
export interface Fact {
  _id: string
  kind: FactKind
  memberId: string
  /** The member's branch at the time. */
  branchId: string
  /** Who organised: the activity's host, the village of a visit, the branch of a tick. */
  hostId: string
  activityId?: string
  activityKind?: ActivityKind
  householdId?: string
  /** deed: the 需求 it was taken from (domain/fact/need.ts). */
  needId?: string
  /** tick, excuse: of which duty, and for which period, which need not be that of `occurredAt`. */
  dutyId?: string
  periodKey?: string
  /** When it happened (ms) and on which Shanghai day; `recordedAt` is when it arrived at the cloud. */
  occurredAt: number
  occurredOn: Day
  recordedAt: number
  way: Way
  /** memberId of who entered it; of someone outside the register as nameForRecords says it. Never an OPENID. */
  by: string
  nonce: string
  /** Someone not on the expected list. */
  guest?: boolean
  /** Hint for the organiser only: the code was read from the album. Never a punishment. */
  fromAlbum?: boolean
  /** Absent: needs nobody's confirmation. null: waits for one. A visit has it from the beginning by the door's code (its household's id), or waits for the village. */
  confirmed?: Confirmation | null
  /** Who is asked to confirm: a member, or the branch or committee whose runners are; of a back-fill and of a 请假 also why. */
  witnessId?: string
  reason?: string
  /** 申请更正 of a service: when the member asked the community, which answers once (ms); `reason` says why. */
  askedAt?: number
  annulled?: Annulment | null
  /** Who took a 撤销登记 back last, and why. */
  restored?: Annulment
  /** Facts of a kind with parts: a deed's title, state and beneficiary; of a talk the other one, and never what was said. */
  detail?: Record<string, string>
  updatedAt: Date
}

/** Parts of a detail that numbers are judged by. */
export const judgedDetail = ['title', 'state', 'beneficiary', 'withMemberId'] as const

/** What numbers are judged by: the evaluator reads these fields of a fact and no others, so that no more of it leaves the database. */
export type JudgedFact = Pick<
  Fact,
  | '_id'
  | 'kind'
  | 'memberId'
  | 'activityId'
  | 'activityKind'
  | 'householdId'
  | 'dutyId'
  | 'periodKey'
  | 'occurredAt'
  | 'occurredOn'
  | 'way'
> & {
  /** Of two copies the one changed last holds; absent where a fact was read once. */
  updatedAt?: Date
  confirmed?: Pick<Confirmation, 'at'> | null
  annulled?: Pick<Annulment, 'at'> | null
  detail?: Partial<Record<(typeof judgedDetail)[number], string>>
}
