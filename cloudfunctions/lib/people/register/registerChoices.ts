import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Named } from '@domain/contract/shared'
import type { OrganisationType } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import { isActiveOn, isInForce } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { groupsOf, named } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import type { Household } from '../../store/collections/households'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { aboutRegister } from './aboutMember'

type Request = ParsedRequestOf<'roster.choices'>

const load = ({ branchId }: Request, context: Context) => aboutRegister(branchId, context)

/** What the form of a member offers: names of organisations, numbers of households, nothing of a family. */
export const registerChoices = useCase('roster.choices', load, async (_request, { tree, today }, branch) => {
  const active = [...tree.values()].filter((node) => isActiveOn(node, today)).sort(inTreeOrder(tree))
  const of = (type: OrganisationType) => active.filter((node) => node.type === type)
  const households = await find('households', {}, { limit: 20_000, fields: ['number', 'villageId'] })
  return done({
    groups: groupsOf(branch._id, tree, today).map(named),
    communities: of('community').map(named),
    branches: of('branch').map(named),
    households: of('village').flatMap((village) =>
      households
        .filter(({ villageId }) => villageId === village._id)
        .sort((a, b) => (a.number < b.number ? -1 : 1))
        .map(({ _id, number }) => ({ id: _id, number, village: village.name })),
    ),
  })
})

/** All that anyone is ever told of a household. */
export interface ShownHousehold {
  id: string
  number: string
  village: string
}

export const shownHousehold = ({ _id, number, villageId }: Household, tree: Tree): ShownHousehold => ({
  id: _id,
  number,
  village: tree.get(villageId)?.name ?? '',
})

export const isLinked = (member: Member, householdId: string, day: Day): boolean =>
  member.households.some((link) => link.householdId === householdId && isInForce(link, day))

/** The households a member is linked with today, as they are stored. */
export async function readLinked(member: Member, { today }: Pick<Context, 'today'>): Promise<Household[]> {
  const ids = member.households.filter((link) => isInForce(link, today)).map(({ householdId }) => householdId)
  return ids.length === 0 ? [] : find('households', { _id: oneOf(ids) })
}

/** The same as they are shown. */
export async function householdsOf(member: Member, context: Context): Promise<ShownHousehold[]> {
  const rows = await readLinked(member, context)
  return rows.map((row) => shownHousehold(row, context.tree))
}

/** An organisation by its id and its name of today; without a name when there is none such any more. */
export const namedIn = (tree: Tree, id: string): Named => ({ id, name: tree.get(id)?.name ?? '' })
