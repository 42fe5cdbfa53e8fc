import { done } from '@domain/contract/answer'
import { countyBranches } from '../../entry/branchesUnder'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { aboutNothing } from '../../entry/targets'
import { useCase } from '../../entry/useCase'

/** Names of branches to choose from when binding: what stands on every door plate, so strangers may read it. */
export const branchChoices = useCase('identity.branches', aboutNothing, async (_request, { tree, today }) => {
  const nodes = countyBranches(tree, today)
  return done({ branches: nodes.sort(inTreeOrder(tree)).map(({ _id, name }) => ({ id: _id, name })) })
})
