import type { Minutes } from '../contract/minutes'
import type {
  AbsenceReason,
  ActivityKind,
  ActivityState,
  CancelReason,
  OrganisationType,
  ReopenReason,
  ServiceKind,
  SevenOne,
  Standing,
} from '../contract/words'
import type { Proposal } from './proposal'
import type { NotEntitled } from './quorum'

export interface AgendaItem {
  text: string
  minutes: number
}

/** Someone who is expected (应到), as they stood when the activity was published. */
export interface ExpectedMember {
  memberId: string
  groupId?: string
  standing: Standing
}

/** 缺席人员及原因 of the record: settled by the recorder, one by one, never derived from "no scan". */
export interface Absence {
  memberId: string
  reason: AbsenceReason
}

/** Who said something, and when (ms). */
interface Word {
  at: number
  /** memberId. */
  by: string
}

/**
 * 补录: announced or moved to a day that was past, or, a service too, opened for the first time when it could not be entered any more. It counts
 * once a second person has confirmed it, and stays marked.
 */
export interface LateEntry extends Word {
  /**
   * Who is asked: the branch (whoever else runs it), the unit (its 中心组) or the community (whoever else works there), or the work committee
   * where nobody else is there.
   */
  asked: string
  confirmed: Word | null
  /** 有出入: said by the second person, until the yes; of whom, where single names were marked. */
  doubted?: Word & { memberIds?: string[] }
}

/** 成册, and where it was taken back by whom and why; the one in force has none of that. */
export interface Recording extends Word {
  takenBack?: Word & { reason: ReopenReason }
}

export interface Activity extends Minutes {
  _id: string
  kind: ActivityKind
  title: string
  /** The organisation that holds it: a branch, a group, a branch's committee (its branch), a community, a unit. */
  hostId: string
  /** Kept here so that a service hosted by a community is known as such without reading the tree. */
  hostType: OrganisationType
  /** The branch whose duty it serves; for a community's service the community. */
  branchId: string
  /** 联合开展: the further branches it is held for; once it is announced each of them has a part of its own (`jointOf`). */
  jointIds?: string[]
  /**
   * Of one branch's part of a joint meeting: the meeting it is a part of. It has its own people, roll, quorum and record, is the branch's in everything,
   * and takes from the other what, when and where.
   */
  jointOf?: string
  state: ActivityState
  startsAt: number
  endsAt: number
  /** Where and when it stood before it was moved: the numbers of those months and branches are made anew. */
  movedFrom?: { branchId: string; startsAt: number }[]
  place: string
  /** Announced, and then given another hour or place: when (ms), and what it was before. */
  changed?: { at: number; startsAt: number; place: string }
  /** 主持 */
  chairId?: string
  /** 记录 */
  recorderId?: string
  topic?: string
  /** 讲课人 on the register, or `lecturerName`; a lecture without lecturer and topic counts for nothing. */
  lecturerId?: string
  /** 所属年度 of 组织生活会, 民主评议, 述职: held by March they may count for the year before; absent: the year of `startsAt`. */
  forYear?: number
  /** Of a 支部党员大会: who is left out of 应到 when it votes, as numbers alone. */
  notEntitled?: NotEntitled
  /** A community's service: which of the three kinds, whom to ask, how many places (absent: 名额不限), the opaque id of its poster. */
  serviceKind?: ServiceKind
  /** Which of 七个一 it carries. */
  sevenOnes?: SevenOne[]
  contact?: string
  limit?: number
  posterId?: string
  /** Of a service that a branch proposed: a draft until the community has said yes. */
  proposed?: Proposal
  /** Kinds this activity also counts for; only on a 主题党日. */
  carries: ActivityKind[]
  agenda: AgendaItem[]
  expected: ExpectedMember[]
  /** Hex of 32 random bytes; stored by publishing, removed by recording. Leaves the cloud only to the organiser's phone. */
  codeKey?: string
  absences: Absence[]
  createdBy: string
  publishedAt?: number
  openedAt?: number
  closedAt?: number
  /** Nobody pressed 结束; absent: somebody did, or it is open. */
  closedItself?: true
  /** When it was last opened again after it had been closed (ms). */
  reopenedAt?: number
  /** Of the 成册 in force. */
  recordedAt?: number
  /** Every 成册 there has been, the last one last; absent where it was recorded before they were kept. */
  recordings?: Recording[]
  cancelledAt?: number
  cancelReason?: CancelReason
  late?: LateEntry
  /** nonce of the request that made it: a resend finds the same activity. */
  nonce: string
  updatedAt: Date
}

/** What numbers are judged by: the evaluator reads these fields of an activity and no others, so that no more of it leaves the database. */
export type JudgedActivity = Pick<
  Activity,
  | '_id'
  | 'kind'
  | 'title'
  | 'hostId'
  | 'hostType'
  | 'branchId'
  | 'state'
  | 'startsAt'
  | 'endsAt'
  | 'reopenedAt'
  | 'topic'
  | 'lecturerId'
  | 'lecturerName'
  | 'forYear'
  | 'hours'
  | 'serviceKind'
  | 'carries'
  | 'jointOf'
  | 'late'
  | 'expected'
  | 'updatedAt'
>
