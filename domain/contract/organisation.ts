import * as v from 'valibot'
import { count, day, id, line, named, nonce } from './shared'
import { branchType, changeRefusal, committeePost, electionKind, organisationType, postName } from './words'
const node = v.object({
  id,
  type: organisationType,
  name: v.string(),
  parentId: v.nullable(id),
  /** Members for a branch or group, branches below for a unit. */
  count,
  validFrom: day,
  validTo: v.optional(day),
  branchType: v.optional(branchType),
  countsOnly: v.boolean(),
})
export type OrganisationNode = v.InferOutput<typeof node>

/** A change of the tree that waits for its day, or that its day could not carry out (`refused`). */
const comingChange = v.object({
  changeId: id,
  what: v.picklist(['found', 'edit', 'move', 'merge', 'split', 'dissolve']),
  on: day,
  /** What it is about by name: of a merge those that end. */
  names: v.array(v.string()),
  /** The name it gives, the parent it moves to, or what others are merged into. */
  to: v.optional(v.string()),
  refused: v.optional(changeRefusal),
  /** Whether the caller may cancel it. */
  mayCancel: v.boolean(),
})
export type ComingChange = v.InferOutput<typeof comingChange>

/** The tree as it is on a day (absent: today), in 组织序列. Below `underId` (absent: everything the caller may run). */
export const tree = {
  request: v.strictObject({
    underId: v.optional(id),
    on: v.optional(day),
    /** The first node asked for, 0 for all there are room for. Absent (phones of before): every one. */
    from: v.optional(count),
  }),
  response: v.object({
    nodes: v.array(node),
    /** Where the nodes go on that had no room in this answer. */
    next: v.optional(count),
    coming: v.array(comingChange),
    mayEdit: v.boolean(),
  }),
}
export type OrganisationTree = v.InferOutput<typeof tree.response>

/**
 * One organisation: what it is, what it was called before, its committee and term. `forElection`: with those below a unit who can be elected
 * there, for who may record that.
 */
export const one = {
  request: v.strictObject({ organisationId: id, forElection: v.optional(v.literal(true)) }),
  response: v.object({
    node,
    parent: v.optional(named),
    /** 机关工作人员总数 of a unit (DUTIES row 15). */
    headcount: v.optional(count),
    before: v.array(v.object({ name: v.string(), until: day, parentName: v.optional(v.string()) })),
    committee: v.array(v.object({ memberId: id, name: v.string(), post: committeePost, from: day })),
    leader: v.optional(named),
    termEndsOn: v.optional(day),
    /** Every 届 of a branch, the last one last; absent: none is known. */
    terms: v.optional(v.array(v.object({ from: day, to: day }))),
    /** Members of a branch, to choose a committee or a leader from; below a unit, `of`: whose branch, where two have one name. */
    people: v.array(v.object({ ...named.entries, of: v.optional(v.string()) })),
    children: v.array(named),
    coming: v.array(comingChange),
    /** Whether the caller may change this organisation itself. */
    mayEdit: v.boolean(),
    /** Whether the caller may record elections here, found groups and name their leaders. */
    mayElect: v.boolean(),
  }),
}
export type OneOrganisation = v.InferOutput<typeof one.response>

const naming = { name: line(40), branchType: v.optional(branchType), countsOnly: v.optional(v.boolean()) }

const asked = v.variant('what', [
  v.strictObject({
    what: v.literal('found'),
    type: v.picklist(['unit', 'branch', 'group', 'community', 'village']),
    parentId: v.nullable(id),
    ...naming,
  }),
  v.strictObject({
    what: v.literal('edit'),
    organisationId: id,
    ...naming,
    headcount: v.optional(count),
  }),
  v.strictObject({ what: v.literal('move'), organisationId: id, parentId: id }),
  v.strictObject({
    what: v.literal('merge'),
    organisationId: id,
    fromIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(10)),
  }),
  v.strictObject({
    what: v.literal('split'),
    organisationId: id,
    ...naming,
    memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(200)),
  }),
  v.strictObject({ what: v.literal('dissolve'), organisationId: id }),
])
export type OrganisationChange = v.InferOutput<typeof asked>

/**
 * 新建, 更名, 划转, 并入, 拆分, 撤销: from `on` (today or later) on; what was stays as it was then. One of today is carried out at once, a later one
 * waits for its day (`waits`) and can be cancelled until then. Groups are changed by their branch, all else by the work committee. merge: all
 * members and groups of `fromIds` go to `organisationId`. split: `memberIds` go to a new branch.
 * Refusals: wrong_parent, name_taken, not_empty (dissolving a branch with members), wrong_times, change_waiting (another one about it waits),
 * needs_second_person (it picks oneself out of the others, or moves nobody else), too_many_today.
 */
export const change = {
  request: v.strictObject({ on: day, nonce, change: asked }),
  response: v.object({ organisationId: id, waits: v.boolean() }),
}

const part = v.object({
  id,
  type: organisationType,
  name: v.string(),
  parentName: v.optional(v.string()),
  /** Members of a branch or group; branches below a unit. */
  count,
  full: count,
  probationary: count,
  groups: count,
  /** Who leads it; absent: nobody, or a name that does not leave the branch. */
  leader: v.optional(v.string()),
  isLed: v.boolean(),
})
export type ChangePart = v.InferOutput<typeof part>

/**
 * What a change would come to on its day, told before it is said yes to; writes nothing. `before`: those concerned without it, `after`: with it;
 * `moving`: who changes branch or group (names where they may be seen), `ending`: posts nobody holds any more, `plans`: meetings that go over.
 * Refusals: those of `change`.
 */
export const previewChange = {
  request: v.strictObject({ on: day, change: asked }),
  response: v.object({
    before: v.array(part),
    after: v.array(part),
    movingCount: count,
    moving: v.array(v.string()),
    ending: v.array(v.object({ name: v.optional(v.string()), post: postName, of: v.string() })),
    plans: count,
  }),
}
export type ChangePreview = v.InferOutput<typeof previewChange.response>

/** Takes back a change that still waits for its day: as if it had never been asked for. Refusal: change_in_force. */
export const cancelChange = {
  request: v.strictObject({ changeId: id }),
  response: v.object({ changeId: id }),
}

/**
 * 改选 and 补选 of a branch, or of a unit that has a term (its id in `branchId`): who holds which post from a day on. election ends all posts
 * before and sets the end of the term; by_election adds and replaces. Of a unit an election may name nobody: the term alone is kept. Refusals:
 * wrong_times, not_in_branch, no_secretary, not_full_member, no_committee_here, committee_too_small, committee_too_large.
 */
export const elect = {
  request: v.strictObject({
    branchId: id,
    kind: electionKind,
    on: day,
    termEndsOn: v.optional(day),
    posts: v.pipe(v.array(v.strictObject({ memberId: id, post: committeePost })), v.maxLength(15)),
    nonce,
  }),
  response: v.object({ branchId: id, termEndsOn: v.optional(day) }),
}

/** 党小组长 of a group from today on; null: none. Refusal: not_in_branch. */
export const leader = {
  request: v.strictObject({ groupId: id, memberId: v.nullable(id), nonce }),
  response: v.object({ groupId: id }),
}
