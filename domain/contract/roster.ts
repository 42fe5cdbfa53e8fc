import * as v from 'valibot'
import { count, day, id, named, nameLine, nonce, searchLine } from './shared'
import { cadre, correctionField, exemptionCategory, exemptionState, leftWhy, standing } from './words'
export const exemption = v.object({
  exemptionId: id,
  category: exemptionCategory,
  from: day,
  to: v.optional(day),
  dutyIds: v.array(v.string()),
  /** Name and post of who set it; absent for one from an import. */
  setBy: v.optional(v.string()),
  state: exemptionState,
})
export type ShownExemption = v.InferOutput<typeof exemption>

/** What an exemption may lift, and which categories do so of themselves. */
export const liftableDuty = v.object({
  dutyId: v.string(),
  label: v.string(),
  by: v.array(exemptionCategory),
})
export type LiftableDuty = v.InferOutput<typeof liftableDuty>

/** Households one member is linked with at most. */
export const MOST_HOUSEHOLDS = 10

/** What a secretary types of a member. Nothing else of a person has a field. */
export const memberForm = v.strictObject({
  name: nameLine(20),
  /** '' only where the register has no mobile number of the member. */
  phoneTail: v.pipe(v.string(), v.regex(/^(\d{4})?$/)),
  /** The whole mobile number, where it was typed: a keyed hash of it is kept and nothing else. Never in an answer. */
  phone: v.optional(v.pipe(v.string(), v.regex(/^1[3-9]\d{9}$/))),
  standing,
  groupId: v.optional(id),
  cadre: v.optional(cadre),
  communityId: v.optional(id),
  /** 联系的帮扶户, by opaque id. */
  householdIds: v.pipe(v.array(id), v.maxLength(MOST_HOUSEHOLDS)),
  /** 联系点: branches a county leader is linked with. */
  contactBranchIds: v.pipe(v.array(id), v.maxLength(10)),
})
export type MemberForm = v.InferOutput<typeof memberForm>

const row = v.object({
  memberId: id,
  name: v.string(),
  standing,
  group: v.optional(named),
  posts: v.array(v.string()),
  cadre: v.optional(cadre),
  /** Whether a WeChat identity speaks for the member; never which. */
  bound: v.boolean(),
  exempt: v.boolean(),
  /** Asked for another branch and waits for its yes. */
  leavingTo: v.optional(named),
  /** Of somebody who has left the register: the last day on it. */
  leftOn: v.optional(day),
})
export type RosterRow = v.InferOutput<typeof row>

/** The branch's register in its own order, with what waits for a decision. `query`: part of a name. `left`: those who left instead. */
export const list = {
  request: v.strictObject({ branchId: id, query: searchLine(20), left: v.optional(v.boolean()) }),
  response: v.object({
    branch: named,
    groups: v.array(named),
    rows: v.array(row),
    totals: v.object({ members: count, full: count, probationary: count, bound: count }),
    /** Members of other branches who are to come here. */
    arriving: v.array(v.object({ memberId: id, name: v.string(), from: named, askedOn: day })),
    askedExemptions: v.array(
      v.object({ memberId: id, name: v.string(), exemptionId: id, category: exemptionCategory, from: day }),
    ),
    corrections: v.array(
      v.object({
        correctionId: id,
        memberId: id,
        name: v.string(),
        field: correctionField,
        text: v.string(),
        /** It carries the change with it: a yes makes it. */
        ready: v.optional(v.boolean()),
      }),
    ),
    /** For the answer to who asks for an exemption. */
    liftable: v.array(liftableDuty),
    mayEdit: v.boolean(),
    /** A counts-only branch, asked for from outside: totals only. */
    namesHidden: v.optional(v.boolean()),
  }),
}
export type Roster = v.InferOutput<typeof list.response>

/** One member as the form starts from, with what can be chosen. */
export const member = {
  request: v.strictObject({ memberId: id }),
  response: v.object({
    memberId: id,
    form: memberForm,
    branch: named,
    memberships: v.array(v.object({ branch: named, from: day, to: v.optional(day) })),
    posts: v.array(v.object({ post: v.string(), organisation: named, from: day, to: v.optional(day) })),
    /** Posts of other organisations as the register writes them; no right comes from them. */
    otherPosts: v.optional(v.string()),
    exemptions: v.array(exemption),
    liftable: v.array(liftableDuty),
    bound: v.boolean(),
    /** What can be handed to another: households linked, and those nobody is linked with since this member (`to`: the last day). */
    households: v.array(
      v.object({ id, number: v.string(), village: v.string(), from: day, to: v.optional(day) }),
    ),
    leavingTo: v.optional(named),
    leftOn: v.optional(day),
    /** Of the register's entry, handed back by save: what somebody else changed meanwhile is not written over. */
    version: count,
    /** One's own entry, of who alone runs the branch: a change of what one owes is asked of the work committee by saving it. */
    askedAbove: v.optional(v.boolean()),
    /** 谈心谈话 may be entered of this member, by whoever reads the page. */
    mayTalk: v.optional(v.boolean()),
    /** Whoever reads the page reads the member's numbers too: 党员这一年 opens. */
    mayReadYear: v.optional(v.boolean()),
  }),
}
export type RosterMember = v.InferOutput<typeof member.response>

/** Groups, communities, households of the villages and branches to choose from. Names of organisations and numbers of households only. */
export const choices = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    groups: v.array(named),
    communities: v.array(named),
    branches: v.array(named),
    households: v.array(v.object({ id, number: v.string(), village: v.string() })),
  }),
}

/**
 * Adds or changes a member of the branch. Refusals: same_person (another with this name and these digits in the county), wrong_group,
 * too_many_today (newly added), member_changed, needs_second_person (it eases what one owes oneself: domain/access/ownEntry.ts), already_asked. Of who alone runs the branch
 * such a change is asked for instead, and the rest saved.
 */
export const save = {
  request: v.strictObject({
    branchId: id,
    memberId: v.optional(id),
    form: memberForm,
    /** Only when changed: as roster.member gave it. */
    version: v.optional(count),
    /** Only when added: first day here, and whether from outside the county. */
    since: v.optional(day),
    fromOutside: v.optional(v.boolean()),
    nonce,
  }),
  response: v.object({
    memberId: id,
    /** What says how much one owes oneself waits for them. */
    waitsFor: v.optional(v.string()),
  }),
}

/**
 * 组织关系转接: asks another branch to take the member; the old one stays responsible until it does (党员教育管理工作条例 art. 25). `toBranchId: null` takes it
 * back. Refusals: same_branch, transfer_gone.
 */
export const transfer = {
  request: v.strictObject({ memberId: id, toBranchId: v.nullable(id), nonce }),
  response: v.object({ memberId: id, leavingTo: v.optional(named) }),
}
/** The new branch's word: from today on the member belongs here. Refusals: transfer_gone, wrong_group, needs_second_person. */
export const accept = {
  request: v.strictObject({ memberId: id, branchId: id, accept: v.boolean(), groupId: v.optional(id) }),
  response: v.object({ memberId: id, accepted: v.boolean() }),
}
/**
 * 帮扶户交接 (DUTIES row 12) from today on, within the branch; by the work committee also to another branch. Visits stay with who made them. Refusals: not_in_branch (who
 * takes it), household_gone (somebody else has it), households_full (ten are linked), needs_second_person (one's own), try_again.
 */
export const handOver = {
  request: v.strictObject({ memberId: id, householdId: id, toMemberId: id, nonce }),
  response: v.object({ memberId: id, householdId: id }),
}
/** Leaves the register after `on` (inclusive): out of the county, 停止党籍 and the like; only the bare kind is kept. Taken back with `on: null`. Refusal: needs_second_person. */
export const leave = {
  request: v.strictObject({
    memberId: id,
    on: v.nullable(day),
    why: leftWhy,
  }),
  response: v.object({ memberId: id, leftOn: v.optional(day) }),
}

/**
 * A correction a member asked for: done (after the form was saved; one that carries its change makes it) or declined. Refusals: request_gone,
 * needs_second_person, member_changed (the entry is not any more what the change was asked of), wrong_group, invalid_request.
 */
export const settleCorrection = {
  request: v.strictObject({ correctionId: id, agree: v.boolean() }),
  response: v.object({ correctionId: id, agreed: v.boolean() }),
}

/** 不作硬性要求 as the page of a member shows it: one's own, and what can be asked for with its basis. */
export const myExemptions = {
  request: v.strictObject({}),
  response: v.object({
    exemptions: v.array(exemption),
    kinds: v.array(
      v.object({
        category: exemptionCategory,
        label: v.string(),
        basis: v.string(),
        /** Duties it lifts by default: id and label. */
        duties: v.array(v.object({ dutyId: v.string(), label: v.string() })),
      }),
    ),
    /** Who may see it. */
    seenBy: v.array(v.string()),
    /** Who answers what one asks for: by name, never oneself. */
    answeredBy: v.optional(v.array(v.string())),
  }),
}
export type MyExemptions = v.InferOutput<typeof myExemptions.response>

/** 跟书记说一声: category and dates, nothing else. Refusals: wrong_times, already_asked. */
export const askExemption = {
  request: v.strictObject({ category: exemptionCategory, from: day, to: v.optional(day), nonce }),
  response: v.object({ exemptionId: id }),
}

/**
 * Sets, changes, ends or answers an exemption. `dutyIds` absent: the default of the category; dues are never lifted.
 * Nobody says yes for oneself; for who alone runs the branch the work committee does. Refusals: wrong_times, request_gone,
 * needs_second_person, too_many_today (newly set).
 */
export const setExemption = {
  request: v.strictObject({
    memberId: id,
    exemptionId: v.optional(id),
    category: exemptionCategory,
    from: day,
    to: v.optional(day),
    dutyIds: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(30))),
    agree: v.boolean(),
    nonce,
  }),
  response: v.object({ exemptionId: id, state: v.picklist(['in_force', 'declined', 'ended']) }),
}
