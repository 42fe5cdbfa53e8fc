import * as v from 'valibot'
import { periodKinds } from '../time/period'
import {
  activityKinds,
  bookLacks,
  branchPosts,
  copyColumns,
  deedSevenOnes,
  factItems,
  headPosts,
  notOwedReasons,
  sevenOnes,
  unitPosts,
  waitingKinds,
} from './lists'

// Every closed set of words, once: the schema checks what comes over the wire, its type is what the store keeps and the rules judge by.

export const periodKind = v.picklist(periodKinds)

// Organisation and register

/** 工委, 党(工)委/党组 (unit), 党支部, 党小组; communities and villages stand beside the party tree. */
export const organisationType = v.picklist([
  'work_committee',
  'unit',
  'branch',
  'group',
  'community',
  'village',
])
export type OrganisationType = v.InferOutput<typeof organisationType>

/** 分类指导 (DUTIES row 55): duties may differ by the type of the branch. */
export const branchType = v.picklist(['organ', 'institution', 'enterprise', 'other'])
export type BranchType = v.InferOutput<typeof branchType>

/** Why a change of the tree cannot be carried out. */
export const changeRefusal = v.picklist([
  'wrong_parent',
  'name_taken',
  'not_empty',
  'wrong_times',
  'not_in_branch',
])
export type ChangeRefusal = v.InferOutput<typeof changeRefusal>

/** 换届选举 of the whole committee, or 补选 of one seat. */
export const electionKind = v.picklist(['election', 'by_election'])
export type ElectionKind = v.InferOutput<typeof electionKind>

/** 正式党员 or 预备党员; a probationary member has no vote. */
export const standing = v.picklist(['full', 'probationary'])
export type Standing = v.InferOutput<typeof standing>

/**
 * On the committee of a 机关党委 or 总支. No right follows from it: what is below a unit is run by the branches' own posts, and who looks after a
 * unit is given that by name.
 */
export type UnitPost = (typeof unitPosts)[number]

/** By which post somebody runs a branch. */
export const headPost = v.picklist(headPosts)
export type HeadPost = v.InferOutput<typeof headPost>

/** What an election fills. */
export const committeePost = v.picklist([...branchPosts, ...unitPosts])

/**
 * 党内职务 held in the branch, group or unit; a right follows from it only between its dates. theory_group_member: 中心组成员 of a unit, whose
 * theory study is owed and attended by these, not by a branch's members.
 */
export const postName = v.picklist([...branchPosts, 'group_leader', 'theory_group_member', ...unitPosts])
export type PostName = v.InferOutput<typeof postName>

/** 科级/县级 leading cadre. */
export const cadre = v.picklist(['section', 'county'])
export type Cadre = v.InferOutput<typeof cadre>

/** The bare category; a diagnosis has no field (RULES 3). */
export const exemptionCategory = v.picklist([
  'old_age',
  'health',
  'maternity',
  'abroad',
  'resident_in_village',
  'mobile',
])
export type ExemptionCategory = v.InferOutput<typeof exemptionCategory>

/** asked: waits for the secretary's word and lifts nothing, as one that was declined. ended: lifted until its last day. */
export const exemptionState = v.picklist(['asked', 'in_force', 'ended', 'declined'])
export type ExemptionState = v.InferOutput<typeof exemptionState>

/** Why the register let a member go; nothing more of it is kept. */
export const leftWhy = v.picklist(['moved_away', 'deceased', 'ended'])
export type LeftWhy = v.InferOutput<typeof leftWhy>

/** What of one's own in the register a member may ask to be set right. */
export const correctionField = v.picklist([
  'name',
  'phone',
  'group',
  'standing',
  'post',
  'community',
  'household',
  'other',
])
export type CorrectionField = v.InferOutput<typeof correctionField>

/** 社区报到 (DUTIES row 27): of the unit's place, or of one's home. */
export const communityKind = v.picklist(['unit', 'home'])
export type CommunityKind = v.InferOutput<typeof communityKind>

// Meetings and service

/** What kind of organisational life an activity is. One activity counts for one kind; a 主题党日 may carry others (DUTIES, decisions). */
export const activityKind = v.picklist(activityKinds)
export type ActivityKind = v.InferOutput<typeof activityKind>

/** draft → published → open → closed → recorded; cancelled from any state before recorded. */
export const activityState = v.picklist(['draft', 'published', 'open', 'closed', 'recorded', 'cancelled'])
export type ActivityState = v.InferOutput<typeof activityState>

/** Why a plan is proposed for another day than the one that would be right. */
export const movedReason = v.picklist(['day_off', 'clash'])
export type MovedReason = v.InferOutput<typeof movedReason>

/** Why an activity that was announced did not take place. */
export const cancelReason = v.picklist(['postponed', 'too_few', 'merged', 'other'])
export type CancelReason = v.InferOutput<typeof cancelReason>

/** 缺席原因, the bare category, as branches really have them; unstated: nobody has said why. */
export const absenceReason = v.picklist([
  'public_duty',
  'health',
  'private_matter',
  'on_holiday',
  'in_village',
  'other',
  'unstated',
])
export type AbsenceReason = v.InferOutput<typeof absenceReason>

/** What a vote is about: 一般事项, 接收和转正, 选举; each has its own numbers (domain/activity/quorum.ts). */
export const vote = v.picklist(['ordinary', 'admission', 'election'])
export type Vote = v.InferOutput<typeof vote>

/** How a vote is taken: 举手, 无记名投票, 有记名投票, 口头. */
export const ballot = v.picklist(['hands', 'secret', 'signed', 'spoken'])
export type Ballot = v.InferOutput<typeof ballot>

/** What a meeting was besides its kind: 重温入党誓词, 党纪廉政教育, 培训. Recorded; no minimum is asked of it. */
export const activityTag = v.picklist(['oath', 'discipline', 'training'])
export type ActivityTag = v.InferOutput<typeof activityTag>

/** What a 组织生活会 or a 民主评议 goes through, to be ticked: that it was done, never what was said. */
export const meetingStep = v.picklist([
  'studied',
  'talked',
  'asked_opinions',
  'examined',
  'criticised',
  'to_mend',
  'rated_oneself',
  'rated_each_other',
  'polled',
  'concluded',
])
export type MeetingStep = v.InferOutput<typeof meetingStep>

/** Why a record is taken back after 成册. */
export const reopenReason = v.picklist(['people', 'wording', 'incomplete', 'other'])
export type ReopenReason = v.InferOutput<typeof reopenReason>

/** What the book still misses of a meeting, what comes first first: domain/activity/bookLacks.ts says when. */
export const bookLack = v.picklist(bookLacks)
export type BookLack = v.InferOutput<typeof bookLack>

/** What waits for a yes or an answer anywhere in the county. */
export const waitingKind = v.picklist(waitingKinds)
export type WaitingKind = v.InferOutput<typeof waitingKind>

/** A column of a provincial form: domain/papers/copyOrder.ts says what each is called. */
export const copyColumn = v.picklist(copyColumns)
export type CopyColumn = v.InferOutput<typeof copyColumn>

/** A 事项 of 组织生活开展情况表: domain/papers/factItems.ts says which duty stands under which. */
export const factItem = v.picklist(factItems)
export type FactItem = v.InferOutput<typeof factItem>

/** 集中主题服务, 日常需求服务, 岗位职责服务 (DUTIES row 28): all three count when a community party organisation hosts and confirms. */
export const serviceKind = v.picklist(['theme', 'daily', 'post'])
export type ServiceKind = v.InferOutput<typeof serviceKind>

/** 七个一 (DUTIES row 29): which of the seven a service carries. No period, no minimum. */
export const sevenOne = v.picklist(sevenOnes)
export type SevenOne = v.InferOutput<typeof sevenOne>
export const deedSevenOne = v.picklist(deedSevenOnes)

/**
 * How a member who is not on record at a community's service stands to it, for 申请更正. none: nobody entered them · struck: the community said they
 * were not there · waiting: it is asked · answered: it said no to that as well, and is not asked again.
 */
export const missedRecord = v.picklist(['none', 'struck', 'waiting', 'answered'])
export type MissedRecord = v.InferOutput<typeof missedRecord>

/** How something was entered. All ways are equal; the way is kept and shown. */
export const way = v.picklist([
  'scan',
  'poster',
  'member_code',
  'roll_call',
  'paper',
  'backfill',
  'self',
  'demo',
])
export type Way = v.InferOutput<typeof way>

/**
 * attendance: registration at an activity; leave: 请假; enrolment: 报名 to a service; excuse: 因故不能参加 a month's service; visit: at a
 * household; deed: 实事; tick: dues and the like; make_up: 补学 of a study one was not at, approved by the branch.
 */
export const factKind = v.picklist([
  'attendance',
  'leave',
  'visit',
  'deed',
  'talk',
  'tick',
  'enrolment',
  'excuse',
  'make_up',
])
export type FactKind = v.InferOutput<typeof factKind>

/** For whom a deed is done: who confirms it, and where 社区与帮扶户各计 is set, which side it counts for. */
export const deedSide = v.picklist(['community', 'household'])
export type DeedSide = v.InferOutput<typeof deedSide>

/** What its owner says of a deed. Confirmed is not among them: that is the other side's word. */
export const ownDeedState = v.picklist(['claimed', 'finished', 'dropped'])
export type OwnDeedState = v.InferOutput<typeof ownDeedState>

// Duties and progress

/** Who owes a duty. */
export const dutySubject = v.picklist(['member', 'branch', 'group', 'committee', 'unit'])
export type DutySubject = v.InferOutput<typeof dutySubject>

/** What a 主题党日 may carry, where the rule lets it. */
export const carriedKind = v.picklist(['study', 'lecture', 'seminar'])

/** Of what there are so many who owe a duty. */
export const owing = v.picklist(['branches', 'groups', 'committees', 'members', 'units'])

/**
 * done: the minimum is met · missing · planned: what is published in the calendar will fill it · waiting: what is entered will fill it once
 * confirmed · not_owed: see NotOwedReason · not_held: the branch has neither held nor planned what the member should attend, which is never the
 * member's gap · recorded: 定期, no minimum, never 还差.
 */
export const progressState = v.picklist([
  'done',
  'missing',
  'planned',
  'waiting',
  'not_owed',
  'not_held',
  'recorded',
])
export type ProgressState = v.InferOutput<typeof progressState>

export const notOwedReason = v.picklist(notOwedReasons)
export type NotOwedReason = v.InferOutput<typeof notOwedReason>

/**
 * How a duty is done, so that pages and messages lead to it without knowing a rule by name: domain/duty/doneBy.ts derives it from what the rule
 * counts. meeting: being at the branch's. holding: the branch, group, committee or unit holds one. dues: the branch's tick of a month.
 */
export const doneBy = v.picklist([
  'meeting',
  'service',
  'visit',
  'deed',
  'dues',
  'tick',
  'lecture',
  'contact_lecture',
  'talk',
  'holding',
])
export type DoneBy = v.InferOutput<typeof doneBy>

// Running the county

/** What runs by itself. */
export const job = v.picklist(['rollup', 'remind', 'nightly'])
export type Job = v.InferOutput<typeof job>
