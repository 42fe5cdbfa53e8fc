import * as v from 'valibot'
import { invitation } from './binding'
import { count, day, empty, id, named, nonce } from './shared'
import { headPost } from './words'

/**
 * How far a branch is: bound: somebody who runs it has a WeChat, and from then on it answers for itself · invited: whoever is to run it has a code
 * that is still good · open: nobody has been invited · nobody: the register names nobody who runs it.
 */
const headState = v.picklist(['bound', 'invited', 'open', 'nobody'])
export type HeadState = v.InferOutput<typeof headState>

/** 首次启用: what stands in the county and what is left to do. */
export const page = {
  request: empty,
  response: v.object({
    /** When the first administrator entered; absent where nobody noted it. */
    since: v.optional(day),
    rules: count,
    units: count,
    branches: count,
    members: count,
    /** The committee said that it has looked through the rights the register gives. */
    rightsSeen: v.boolean(),
    /** Branches by how far each is. */
    heads: v.object({ bound: count, invited: count, open: count, nobody: count }),
    /** Somebody has registered at a meeting. */
    hasHeld: v.boolean(),
    /** The work committee itself, where rights are given. */
    root: named,
  }),
}
export type SetupPage = v.InferOutput<typeof page.response>

/** Says that the rights which the register gives have been looked through. */
export const seeRights = { request: v.strictObject({ nonce }), response: v.object({ seen: v.literal(true) }) }

/** Every branch in 组织序列 with who runs it. `head` is absent where names stay in the branch; `at` (ms): bound, or invited. */
export const heads = {
  request: empty,
  response: v.object({
    branches: v.array(
      v.object({
        branch: named,
        unit: v.optional(named),
        state: headState,
        head: v.optional(v.string()),
        post: v.optional(headPost),
        at: v.optional(v.number()),
      }),
    ),
  }),
}
export type BranchHead = v.InferOutput<typeof heads.response>['branches'][number]

/**
 * An invitation for whoever runs each of these branches, as long as nobody who does has a WeChat: to be handed over on paper, so taking it asks
 * for the last four digits. An earlier one of the same person ends. `gone`: branches that answer for themselves by now, or have nobody to invite.
 * Refusals: request_gone, when that is all of them; too_many_today.
 */
export const invite = {
  request: v.strictObject({ branchIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(30)), nonce }),
  response: v.object({
    invitations: v.array(
      v.object({
        ...v.omit(invitation, ['name']).entries,
        branch: named,
        unit: v.optional(named),
        head: v.optional(v.string()),
        post: headPost,
      }),
    ),
    gone: v.array(id),
  }),
}
export type HeadInvitation = v.InferOutput<typeof invite.response>['invitations'][number]
