import { communityCode } from '@domain/checkin/staticCode'
import { done } from '@domain/contract/answer'
import { communitiesOn } from '@domain/org/communities'
import { membershipOn } from '@domain/org/membershipOn'
import { askedOf } from '@domain/org/reportIn'
import { namedAt } from '@domain/registry/nameList'
import { dayOf } from '@domain/time/day'
import { inTreeOrder } from '../entry/inTreeOrder'
import { aboutPlace, named } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { codePrefix } from '../ground/codePrefix'
import { partFrom } from '../ground/fitting'
import { nameHash } from '../people/identity/nameHash'
import type { NamesRead } from '../store/collections/imports'
import { countResidents } from '../store/countResidents'
import { find } from '../store/find'
import { readNameLists } from '../store/readImport'
import { type Nameable, nameFields } from '../store/readPeople'

/** More than a community can look through at once; the rest shows when these are dealt with. */
const SHOWN = 200

const about = ({ communityId }: { communityId: string }, context: Context) =>
  aboutPlace(communityId, ['community'], context)

/** What a community is told of a member: name, unit and branch, and nothing else. */
export function introduced(member: Nameable, { names, today, tree }: Context) {
  const branch = tree.get(membershipOn(member, today)?.branchId ?? '')
  const unit = tree.get(branch?.parentId ?? '')
  return {
    name: names.of(member),
    ...(unit?.type === 'unit' && { unit: unit.name }),
    branch: branch?.name ?? '',
  }
}

/** Whether somebody stands on one of the lists. */
function listing(lists: readonly NamesRead[]) {
  const keys = new Set(lists.flatMap((list) => list.keys))
  return ({ name, unit = '', branch }: ReturnType<typeof introduced>): boolean =>
    namedAt(name, [unit, branch]).some((one) => keys.has(nameHash(one)))
}

export const communityPage = useCase('community.page', about, async (_request, context, community) => {
  const { _id } = community
  const fields = [...nameFields, 'communitiesAsked'] as const
  const [members, registered, lists] = await Promise.all([
    find('members', { 'communitiesAsked.communityId': _id }, { limit: 5000, fields }),
    countResidents(_id),
    readNameLists(_id),
  ])
  const isListed = listing(lists)
  const last = lists.at(-1)
  const asked = members
    .flatMap((member) => askedOf(member, _id).map((one) => ({ member, ...one })))
    .sort((a, b) => a.askedAt - b.askedAt || (a.reportId < b.reportId ? -1 : 1))
  const waiting = asked.slice(0, SHOWN).map(({ member, reportId, kind, askedAt }) => {
    const who = introduced(member, context)
    return {
      ...{ reportId, ...who, kind, askedOn: dayOf(askedAt) },
      ...(member._id === context.caller.member?._id && { own: true }),
      ...(isListed(who) && { listed: true }),
    }
  })
  return done({
    ...{ community: named(community), code: communityCode(_id), codePrefix: codePrefix(), registered },
    ...{ waiting, more: asked.length - waiting.length },
    ...(last && { listOn: dayOf(last.at) }),
  })
})

/** Who is registered, as the page, the table of Excel and the one of Word have them. */
export async function residentsOf(communityId: string, context: Context) {
  const { today, tree } = context
  const fields = [...nameFields, 'communities', 'order'] as const
  const members = await find('members', { 'communities.communityId': communityId }, { limit: 20_000, fields })
  const byBranch = inTreeOrder(tree)
  return members
    .flatMap((member) => {
      const held = communitiesOn(member, today).find((one) => one.communityId === communityId)
      const branch = tree.get(membershipOn(member, today)?.branchId ?? '')
      return held && branch ? [{ member, held, branch }] : []
    })
    .sort((a, b) => byBranch(a.branch, b.branch) || a.member.order - b.member.order)
}

export const listResidents = useCase('community.residents', about, async (request, context, community) => {
  const all = await residentsOf(community._id, context)
  const from = request.from ?? 0
  const head = { community: named(community), total: all.length }
  const shown = all.slice(from, from + SHOWN).map(({ member, held: { kind, from: since } }) => ({
    ...introduced(member, context),
    ...{ kind, from: since },
  }))
  const part = partFrom(shown, 0, head)
  const next = from + part.rows.length
  return done({ ...head, rows: part.rows, ...(next < all.length && { next }) })
})
