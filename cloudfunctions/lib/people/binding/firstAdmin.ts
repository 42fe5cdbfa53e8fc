import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { readRegister } from '../../entry/cached'
import { limit } from '../../entry/limit'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import type { Invitation } from '../../store/collections/invitations'
import { find } from '../../store/find'
import { addGrant } from '../identity/addGrant'
import { hashOf, isGoodFor, markGiven, stillHolds } from '../identity/invitation'
import { committeeOn } from '../identity/unbind'
import { insertOrganisation } from '../organisation/writeOrganisation'
import { startCounty } from './startCounty'
import { claim } from './takeInvitation'

/** Printed at set-up; good once, and only while nobody runs the county. */
async function findFirst(token: string, context: Context): Promise<Invitation | null> {
  const { caller, today } = context
  const [invitation] = await find('invitations', { tokenHash: hashOf(token), first: true }, { limit: 1 })
  if (!invitation || !isGoodFor(invitation, caller, context)) return null
  if (stillHolds(invitation, caller, today)) return invitation
  return (await committeeOn(today)).length === 0 ? invitation : null
}

const rootOf = (tree: Tree): Organisation | undefined =>
  [...tree.values()].find(({ type, parentId }) => type === 'work_committee' && parentId === null)

/** The work committee; an empty county gets one under the name given at set-up. Everything else is imported below it. */
async function haveRoot(
  { _id, name }: Invitation,
  { tree, today }: Context,
): Promise<Pick<Organisation, '_id' | 'name'>> {
  const root = rootOf(tree)
  if (root) return root
  const founded = { _id, type: 'work_committee' as const, name, parentId: null, order: 1, validFrom: today }
  await insertOrganisation(founded)
  readRegister.forget()
  return founded
}

async function refuseToken({ caller, now }: Context): Promise<Refusal> {
  const turn = { openId: caller.openId, kind: 'invitation', reason: 'first_admin' } as const
  return (await limit(turn, now)) ?? refuse('first_token_gone')
}

export const firstAdmin = useCase('binding.firstAdmin', aboutNothing, async ({ token, name }, context) => {
  const invitation = await findFirst(token, context)
  if (!invitation || !(await claim(invitation, context))) return refuseToken(context)
  const root = await haveRoot(invitation, context)
  await startCounty(context.now)
  const from = context.today
  const grant = { grantId: invitation._id, role: 'committee' as const, organisationId: root._id, from }
  const refusal = await addGrant(
    context.caller,
    { ...grant, by: 'outside' },
    { name, by: 'outside' },
    context.now,
  )
  if (refusal) return refusal
  await markGiven(invitation._id)
  return done({ organisationName: root.name })
})
