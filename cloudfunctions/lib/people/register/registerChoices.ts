import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { OrganisationType } from '@domain/contract/words'
import { isActiveOn } from '@domain/org/membershipOn'
import { groupsOf } from '../../entry/groupsOf'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { type Context, useCase } from '../../entry/useCase'
import { find } from '../../store/find'
import { aboutRegister } from './aboutMember'

type Request = ParsedRequestOf<'roster.choices'>

const load = ({ branchId }: Request, context: Context) => aboutRegister(branchId, context)

/** What the form of a member offers: names of organisations, numbers of households, nothing of a family. */
export const registerChoices = useCase('roster.choices', load, async (_request, { tree, today }, branch) => {
  const active = [...tree.values()].filter((node) => isActiveOn(node, today)).sort(inTreeOrder(tree))
  const of = (type: OrganisationType) => active.filter((node) => node.type === type)
  const named = ({ _id, name }: { _id: string; name: string }) => ({ id: _id, name })
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
