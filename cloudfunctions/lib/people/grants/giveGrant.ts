import { mayGrant } from '@domain/access/mayGrant'
import type { Grant } from '@domain/access/person'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { grantRole } from '@domain/contract/grants'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { addDays, type Day } from '@domain/time/day'
import { auditedOr, mark, unmark, updateAudited } from '../../entry/audit/audited'
import { limitAdded } from '../../entry/limit'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { grantIdOf, nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import type { Identity } from '../../store/collections/identities'
import { adding, not } from '../../store/conditions'
import { find } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { closeTakenBy } from '../identity/invitation'
import { committeeOn, isLastCommittee } from '../identity/unbind'

/** Communities and villages may stand beside the party tree: the work committee answers for them too (mayGrant). */
function rootOf(organisation: Organisation, tree: Tree): string {
  const isBeside = organisation.parentId === null && organisation.type !== 'work_committee'
  const root = isBeside && [...tree.values()].find(({ type }) => type === 'work_committee')
  return root ? root._id : organisation._id
}

/** Actions about the rights held at an organisation. */
export function aboutGrant(
  { organisationId }: { organisationId: string },
  { tree, today }: Context,
): Found<Organisation> | null {
  const organisation = tree.get(organisationId)
  if (!organisation || !isActiveOn(organisation, today)) return null
  return { about: { branchId: rootOf(organisation, tree) }, loaded: organisation }
}

const isHeld = ({ state, grants }: Identity, grantId: string, today: Day): boolean =>
  state === 'bound' &&
  grants.some((one) => one.grantId === grantId && (one.to === undefined || one.to >= today))

/** A right stands with the WeChat identity that speaks for the member, and ends with it. A resend gives it once, also when it was taken back since. */
export const giveGrant = useCase(
  'grants.give',
  aboutGrant,
  async ({ role, memberId, from, to, nonce }, { caller, today, tree, now }, organisation) => {
    if (!mayGrant(caller, role, organisation, today, tree)) return refuse('forbidden')
    if (to !== undefined && (to < from || to < today)) return refuse('wrong_times')
    const [identity] = await find('identities', { memberId, state: 'bound' }, { limit: 2 })
    const grantId = idFrom(caller.openId, nonce)
    const [given] = await find('identities', { 'grants.grantId': grantId }, { limit: 1 })
    if (given) return isHeld(given, grantId, today) ? done({ grantId }) : refuse('request_gone')
    if (!identity) return refuse('not_bound')
    const tooMany = await limitAdded('grant', { openId: caller.openId, now })
    if (tooMany) return tooMany
    const by = nameForRecords(caller)
    const organisationId = organisation._id
    const grant = { grantId, role, organisationId, from, ...(to !== undefined && { to }), by }
    const where = { _id: identity._id, memberId, state: 'bound', 'grants.grantId': not(grantId) }
    const told = {
      placeId: organisationId,
      result: role,
      to: { grantId, from, to: to ?? null },
      key: grantId,
    }
    const telling = { what: 'grant' as const, by, at: now, memberId, ...told }
    await updateAudited(telling, 'identities', where, { grants: adding(grant) })
    return done({ grantId })
  },
)

interface Held {
  identity: Identity
  grant: Grant
}

const isGiven = (role: string): role is (typeof grantRole.options)[number] =>
  (grantRole.options as readonly string[]).includes(role)

async function findHeld(organisationId: string, grantId: string): Promise<Held | undefined> {
  const where = { state: 'bound', 'grants.organisationId': organisationId }
  const identities = await find('identities', where, { limit: 5000 })
  return identities
    .flatMap((identity) => identity.grants.map((grant) => ({ identity, grant })))
    .find(
      ({ identity, grant }) =>
        grant.organisationId === organisationId && grantIdOf(identity, grant) === grantId,
    )
}

async function load(
  request: ParsedRequestOf<'grants.revoke'>,
  context: Context,
): Promise<Found<Held> | Refusal | null> {
  const found = aboutGrant(request, context)
  if (!found) return null
  const { caller, today, tree } = context
  const held = await findHeld(request.organisationId, request.grantId)
  const role = held?.grant.role ?? 'committee'
  // Whoever may take nothing back here is not told whether there is such a right.
  if (!held || !isGiven(role))
    return grantRole.options.some((one) => mayGrant(caller, one, found.loaded, today, tree))
      ? refuse('request_gone')
      : null
  return mayGrant(caller, role, found.loaded, today, tree) ? { about: found.about, loaded: held } : null
}

/** Ended with yesterday, also one that has not begun; it stays in the list, so that no resend gives it again. */
const without = (grants: readonly Grant[], ended: Grant, today: Day): Grant[] =>
  grants.map((grant) => (grant === ended ? { ...grant, to: addDays(today, -1) } : grant))

const isOver = ({ to }: Grant, today: Day): boolean => to !== undefined && to < today

/** The list as a whole, if nobody changed the identity meanwhile. */
async function replace({ identity, grant }: Held, today: Day, id: string): Promise<Refusal | null> {
  const { _id, grants, updatedAt } = identity
  await closeTakenBy(_id)
  const change = { grants: without(grants, grant, today), ...mark(id) }
  if (!(await updateWhere('identities', { _id, state: 'bound', updatedAt }, change)))
    return refuse('try_again')
  // Two who take it from one another at one instant: both see nobody left, and both step back.
  if (grant.role !== 'committee' || (await committeeOn(today)).length > 0) return null
  await updateWhere('identities', { _id, state: 'bound' }, { grants, ...unmark(id) })
  return refuse('last_committee')
}

export const revokeGrant = useCase(
  'grants.revoke',
  load,
  async ({ organisationId, grantId }, { caller, today, now }, held) => {
    const { identity, grant } = held
    if (isOver(grant, today)) return done({ grantId })
    const { grants, memberId } = identity
    const left = without(grants, grant, today)
    const wasLast = grant.role === 'committee' && (await isLastCommittee(identity, today))
    if (wasLast && !left.some(({ role, to }) => role === 'committee' && (to === undefined || to >= today)))
      return refuse('last_committee')
    const whose = memberId === undefined ? {} : { memberId }
    const ended = { grantId, from: grant.from, to: addDays(today, -1) }
    const about = { ...whose, placeId: organisationId, result: grant.role, to: ended }
    const telling = { what: 'revoke' as const, by: nameForRecords(caller), at: now, ...about, key: grantId }
    const refusal = await auditedOr(telling, { name: 'identities' }, (id) => replace(held, today, id))
    return refusal ?? done({ grantId })
  },
)
