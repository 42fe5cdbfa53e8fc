import * as v from 'valibot'
import { grantRole } from './grants'
import { day, id, named, nameLine, nonce } from './shared'

/** A one-time invitation: opaque, 7 days. Drawn as a QR code like every other: `codePrefix` + `I1.<token>` (domain/checkin/staticCode.ts). */
const token = v.pipe(v.string(), v.regex(/^[\w-]{20,64}$/))

/** What the giver's phone draws. `until`: ms, exclusive. */
export const invitation = v.object({
  invitationId: id,
  token,
  codePrefix: v.string(),
  name: v.string(),
  until: v.number(),
})

/** The secretary's invitation for one member of the branch. An earlier one for the same member ends. Refusals: member_already_bound, too_many_today. */
export const invite = {
  request: v.strictObject({ memberId: id, nonce }),
  response: invitation,
}
/** An invitation for a person outside the register: community staff, village contact, or the county's own. Refusals: wrong_times, too_many_today. */
export const inviteStaff = {
  request: v.strictObject({
    organisationId: id,
    role: grantRole,
    name: nameLine(20),
    to: v.optional(day),
    nonce,
  }),
  response: invitation,
}
/** Ends an invitation nobody has taken. */
export const withdraw = {
  request: v.strictObject({ invitationId: id }),
  response: v.object({ invitationId: id }),
}

/**
 * What an invitation is for, before one takes it: the organisation's name and the surname (李**; where names stay in the branch 一名党员), nothing else.
 * Refusals: invitation_gone, too_many_attempts.
 */
export const look = {
  request: v.strictObject({ token }),
  response: v.object({
    organisation: named,
    hint: v.string(),
    role: v.optional(grantRole),
    /** It went over on paper: taking it asks for the last four digits of the phone in the register. */
    asksTail: v.optional(v.boolean()),
  }),
}
/**
 * Takes it: bound at once. A right is added to what a bound person has. Refusals: invitation_gone, already_bound, member_already_bound,
 * roster_mismatch (of one on paper, the digits), too_many_attempts.
 */
export const take = {
  request: v.strictObject({
    token,
    phoneTail: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/))),
    nonce,
  }),
  response: v.object({ name: v.string(), organisationName: v.string() }),
}

/**
 * By the phone number WeChat knows (`getPhoneNumber`'s one-time code). `bound`: the name is in the branch with the whole number, of which the
 * register has a keyed hash. `requested`: name and last four digits are, as in identity.request; the branch says yes. The number itself is
 * neither kept nor logged. Refusals: roster_mismatch (also where another WeChat speaks for the member), already_bound, too_many_attempts (of
 * one's own, or for the person named), phone_unavailable.
 */
export const byPhone = {
  request: v.strictObject({
    branchId: id,
    name: nameLine(20),
    code: v.pipe(v.string(), v.maxLength(200)),
    ticket: v.optional(v.pipe(v.string(), v.maxLength(300))),
  }),
  response: v.object({
    state: v.picklist(['bound', 'requested']),
    name: v.string(),
    branchName: v.string(),
  }),
}

/** Many requests at once. Each is answered as identity.decide would. */
export const decideMany = {
  request: v.strictObject({
    requestIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(60)),
    approve: v.boolean(),
  }),
  response: v.object({ decided: v.array(id), gone: v.array(id) }),
}

/** Ends one's own binding; records stay. */
export const unbind = { request: v.strictObject({ nonce }), response: v.object({ unbound: v.literal(true) }) }
/**
 * The secretary ends a member's binding, so that another phone can be bound; rights given to that identity end with it, so whoever could not
 * have given them is refused. Refusals: not_bound, rights_from_above, last_committee.
 */
export const release = {
  request: v.strictObject({ memberId: id }),
  response: v.object({ memberId: id }),
}

/** The first administrator: the one-time token printed when the environment was set up. Refusals: first_token_gone, too_many_attempts. */
export const firstAdmin = {
  request: v.strictObject({ token, name: nameLine(20), nonce }),
  response: v.object({ organisationName: v.string() }),
}
