import { type Head, headsOf } from '@domain/access/headsOf'
import { done } from '@domain/contract/answer'
import type { BranchHead } from '@domain/contract/setup'
import type { Named } from '@domain/contract/shared'
import type { HeadPost } from '@domain/contract/words'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { aboutCounty, countyBranches } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import type { Identity } from '../../store/collections/identities'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { type Nameable, nameFields } from '../../store/readPeople'
import { isOpen } from '../identity/invitation'
import { giversOn } from '../identity/unbind'

/** Officers of a county: some hundreds. */
const MOST = 5000

/** Who runs each of these branches, the secretary first. */
export async function readHeads(
  branchIds: readonly string[],
  { today }: Pick<Context, 'today'>,
): Promise<Map<string, Head<Nameable>[]>> {
  const where = { 'posts.organisationId': oneOf(branchIds) }
  const holders =
    branchIds.length === 0 ? [] : await find('members', where, { limit: MOST, fields: nameFields })
  return new Map(branchIds.map((id) => [id, headsOf(holders, id, today)]))
}

/** Since when each of these members has a WeChat (ms). */
async function boundSince(memberIds: readonly string[]): Promise<Map<string, number>> {
  if (memberIds.length === 0) return new Map()
  const fields = ['memberId', 'boundAt', 'requestedAt'] as const
  const where = { memberId: oneOf(memberIds), state: 'bound' }
  const rows = await find('identities', where, { limit: MOST, fields })
  const at = ({ boundAt, requestedAt }: Pick<Identity, 'boundAt' | 'requestedAt'>) => boundAt ?? requestedAt
  return new Map(rows.map((row) => [row.memberId ?? '', at(row)]))
}

/** When each of these members was last invited by a code that is still good (ms): it lasts as long as who gave it may. */
async function invitedAt(
  memberIds: readonly string[],
  { now, today }: Pick<Context, 'now' | 'today'>,
): Promise<Map<string, number>> {
  if (memberIds.length === 0) return new Map()
  const givers = await giversOn(today)
  const rows = await find('invitations', { memberId: oneOf(memberIds), state: 'open' }, { limit: MOST })
  return new Map(
    rows
      .filter((row) => isOpen(row, now) && givers.has(row.giver))
      .map((row) => [row.memberId ?? '', row.at]),
  )
}

/** The unit a branch belongs to; absent: it stands under the work committee itself. */
export function unitOf(branchId: string, { tree }: Pick<Context, 'tree'>): Named | undefined {
  const parent = tree.get(tree.get(branchId)?.parentId ?? '')
  return parent?.type === 'unit' ? { id: parent._id, name: parent.name } : undefined
}

/** Somebody who is asked for a branch, as who stands above it may read it: the post alone where names stay in the branch. */
export function shownHead(
  { member, post }: Head<Nameable>,
  { names }: Pick<Context, 'names'>,
): { head?: string; post: HeadPost } {
  return { ...(names.sees(member) && { head: names.acting(member) }), post }
}

/** Every branch of the county in 组织序列, with how far it is. */
export async function readBranchHeads(context: Context): Promise<BranchHead[]> {
  const { tree, today } = context
  const branches = countyBranches(tree, today).sort(inTreeOrder(tree))
  const heads = await readHeads(
    branches.map(({ _id }) => _id),
    context,
  )
  const ids = [...heads.values()].flat().map(({ member }) => member._id)
  const [bound, invited] = await Promise.all([boundSince(ids), invitedAt(ids, context)])
  return branches.map(({ _id, name }) => {
    const unit = unitOf(_id, context)
    const row = { branch: { id: _id, name }, ...(unit && { unit }) }
    const asked = heads.get(_id) ?? []
    const withState = (state: 'bound' | 'invited', since: ReadonlyMap<string, number>) => {
      const head = asked.find(({ member }) => since.has(member._id))
      const at = since.get(head?.member._id ?? '')
      return head && at !== undefined ? { ...row, state, at, ...shownHead(head, context) } : undefined
    }
    const [first] = asked
    return (
      withState('bound', bound) ??
      withState('invited', invited) ??
      (first
        ? { ...row, state: 'open' as const, ...shownHead(first, context) }
        : { ...row, state: 'nobody' as const })
    )
  })
}

/** 邀请书记: every branch, and who is to be let in there. */
export const branchHeads = useCase('setup.heads', aboutCounty, async (_request, context) =>
  done({ branches: await readBranchHeads(context) }),
)
