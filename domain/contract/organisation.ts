import * as v from 'valibot'
import { count, day, id, line, named, nonce } from './shared'

export const organisationType = v.picklist([
  'work_committee',
  'unit',
  'branch',
  'group',
  'community',
  'village',
])
export const branchType = v.picklist(['organ', 'institution', 'enterprise', 'other'])
/** Posts of a branch committee, and the leader of a group. */
export const post = v.picklist([
  'secretary',
  'deputy_secretary',
  'organisation_officer',
  'publicity_officer',
  'committee_member',
])

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

/** The tree as it is on a day (absent: today), in 组织序列. Below `underId` (absent: everything the caller may run). */
export const tree = {
  request: v.strictObject({ underId: v.optional(id), on: v.optional(day) }),
  response: v.object({ nodes: v.array(node), mayEdit: v.boolean() }),
}
export type OrganisationTree = v.InferOutput<typeof tree.response>

/** One organisation: what it is, what it was called before, its committee and term. */
export const one = {
  request: v.strictObject({ organisationId: id }),
  response: v.object({
    node,
    parent: v.optional(named),
    /** 机关工作人员总数 of a unit (row 15). */
    headcount: v.optional(count),
    before: v.array(v.object({ name: v.string(), until: day, parentName: v.optional(v.string()) })),
    committee: v.array(v.object({ memberId: id, name: v.string(), post, from: day })),
    leader: v.optional(named),
    termEndsOn: v.optional(day),
    /** Members of a branch, to choose a committee or a leader from. */
    people: v.array(named),
    children: v.array(named),
    /** Whether the caller may change this organisation itself. */
    mayEdit: v.boolean(),
    /** Whether the caller may record elections here, found groups and name their leaders. */
    mayElect: v.boolean(),
  }),
}
export type OneOrganisation = v.InferOutput<typeof one.response>

const naming = { name: line(40), branchType: v.optional(branchType), countsOnly: v.optional(v.boolean()) }

/**
 * 新建, 更名, 划转, 撤并, 撤销: from `on` (today or later) on; what was stays as it was then. Groups are changed by their branch, all else by the work
 * committee. merge: all members and groups of `fromIds` go to `organisationId`. split: `memberIds` go to a new branch.
 * Refusals: wrong_parent, name_taken, not_empty (dissolving a branch with members), wrong_times.
 */
export const change = {
  request: v.strictObject({
    on: day,
    nonce,
    change: v.variant('what', [
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
    ]),
  }),
  response: v.object({ organisationId: id }),
}
export type OrganisationChange = v.InferOutput<typeof change.request>['change']

/**
 * 改选 and 补选: who holds which post from a day on. election ends all posts before and sets the end of the term; by_election adds and replaces.
 * Refusals: wrong_times, not_in_branch, no_secretary.
 */
export const elect = {
  request: v.strictObject({
    branchId: id,
    kind: v.picklist(['election', 'by_election']),
    on: day,
    termEndsOn: v.optional(day),
    posts: v.pipe(v.array(v.strictObject({ memberId: id, post })), v.minLength(1), v.maxLength(9)),
    nonce,
  }),
  response: v.object({ branchId: id, termEndsOn: v.optional(day) }),
}

/** 党小组长 of a group from today on; null: none. Refusal: not_in_branch. */
export const leader = {
  request: v.strictObject({ groupId: id, memberId: v.nullable(id), nonce }),
  response: v.object({ groupId: id }),
}
