import * as v from 'valibot'
import { day, id, named, nonce } from './shared'

/** Rights given outside the party posts. Who may give which: domain/access/mayGrant.ts. */
export const grantRole = v.picklist([
  'committee',
  'inspector',
  'unit_officer',
  'community_staff',
  'village_contact',
])
export type GrantRole = v.InferOutput<typeof grantRole>

const grant = v.object({
  grantId: id,
  role: grantRole,
  organisation: named,
  name: v.string(),
  from: day,
  to: v.optional(day),
})

/** Who has which right at an organisation and below; expired ones are left out. */
export const list = {
  request: v.strictObject({ organisationId: id }),
  response: v.object({
    grants: v.array(grant),
    mayGive: v.array(grantRole),
    /** Invitations for persons outside the register that nobody has taken yet. */
    open: v.array(v.object({ invitationId: id, name: v.string(), role: grantRole, until: v.number() })),
  }),
}
export type GrantList = v.InferOutput<typeof list.response>

/** Gives a member a right, both days inclusive. Refusals: not_bound (the member has no WeChat identity yet), wrong_times, too_many_today. */
export const give = {
  request: v.strictObject({
    organisationId: id,
    role: grantRole,
    memberId: id,
    from: day,
    to: v.optional(day),
    nonce,
  }),
  response: v.object({ grantId: id }),
}
/** Takes a right back from today on. Refusals: last_committee (nobody would be left to run the county), request_gone. */
export const revoke = {
  request: v.strictObject({ organisationId: id, grantId: id }),
  response: v.object({ grantId: id }),
}
