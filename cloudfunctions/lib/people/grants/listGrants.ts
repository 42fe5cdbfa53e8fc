import { mayGive } from '@domain/access/mayGrant'
import type { Grant } from '@domain/access/person'
import { done } from '@domain/contract/answer'
import { type GrantList, grantRole } from '@domain/contract/grants'
import type { Organisation } from '@domain/org/organisation'
import { isUnder } from '@domain/org/tree'
import { inTreeOrder } from '../../entry/inTreeOrder'
import type { Names } from '../../entry/Names'
import { type Context, useCase } from '../../entry/useCase'
import { grantIdOf } from '../../entry/whoIsCalling'
import type { Identity } from '../../store/collections/identities'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readNameable } from '../../store/readPeople'
import { isOpen } from '../identity/invitation'
import { aboutGrant } from './giveGrant'

type Row = GrantList['grants'][number]
const given = new Set<string>(grantRole.options)

/** An organisation and all below it; of the county also what stands beside it. */
function idsOf(top: Organisation, { tree }: Context): string[] {
  const isCounty = top.type === 'work_committee'
  const isBeside = ({ type }: Organisation) => isCounty && (type === 'community' || type === 'village')
  return [...tree.values()]
    .filter((node) => isBeside(node) || isUnder(tree, node._id, top._id))
    .map(({ _id }) => _id)
}

async function readNames(identities: readonly Identity[], names: Names): Promise<Map<string, string>> {
  const people = await readNameable(identities.flatMap(({ memberId }) => memberId ?? []))
  return new Map([...people].map(([id, member]) => [id, names.acting(member)]))
}

/** Still to come or in force; what has run out or was taken back is history. */
const isListed = ({ to }: Grant, today: string): boolean => to === undefined || to >= today

async function rowsOf(ids: readonly string[], context: Context): Promise<Row[]> {
  const { tree, today } = context
  const where = { state: 'bound', 'grants.organisationId': oneOf(ids) }
  const identities = await find('identities', where, { limit: 5000 })
  const names = await readNames(identities, context.names)
  const wanted = new Set(ids)
  return identities.flatMap((identity) =>
    identity.grants.flatMap((grant): Row[] => {
      const { role, organisationId, from, to } = grant
      const place =
        wanted.has(organisationId) && isListed(grant, today) ? tree.get(organisationId) : undefined
      if (!place || !given.has(role)) return []
      const name =
        identity.memberId === undefined ? (identity.name ?? '') : (names.get(identity.memberId) ?? '')
      const organisation = { id: place._id, name: place.name }
      const row = { grantId: grantIdOf(identity, grant), role: role as Row['role'], organisation, name, from }
      return [{ ...row, ...(to !== undefined && { to }) }]
    }),
  )
}

async function openOf(ids: readonly string[], now: number): Promise<GrantList['open']> {
  const found = await find('invitations', { organisationId: oneOf(ids), state: 'open' }, { limit: 5000 })
  return found
    .filter((invitation) => isOpen(invitation, now))
    .sort((a, b) => a.at - b.at)
    .flatMap(({ _id, name, role, until }) => (role ? [{ invitationId: _id, name, role, until }] : []))
}

/** Who has which right, in 组织序列. */
export const listGrants = useCase('grants.list', aboutGrant, async (_request, context, organisation) => {
  const { caller, today, tree, now } = context
  const ids = idsOf(organisation, context)
  const [grants, open] = await Promise.all([rowsOf(ids, context), openOf(ids, now)])
  const inOrder = inTreeOrder(tree)
  const nodeOf = ({ organisation: { id } }: Row) => tree.get(id) ?? organisation
  const before = (a: Row, b: Row) =>
    a.organisation.id === b.organisation.id ? a.from.localeCompare(b.from) : inOrder(nodeOf(a), nodeOf(b))
  return done({
    grants: grants.sort(before),
    mayGive: mayGive(caller, organisation, today, tree),
    open,
  })
})
