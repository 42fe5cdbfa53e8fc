import type { Organisation } from '@domain/org/organisation'
import type { KeptList } from '@domain/papers/listPaper'
import type { Day } from '@domain/time/day'
import type { Context } from '../entry/useCase'
import { listAllows, listsOf } from '../keptLists/aboutList'
import { readNameOf } from '../keptLists/shown'
import { between, oneOf } from '../store/conditions'
import { readRows } from '../store/readListRows'

/**
 * The kept lists of an organisation that the caller reads, in the order of 五个基本, each with its rows of these days (inclusive) in their order; of a list
 * without any, none.
 */
export async function listsIn(
  node: Organisation,
  { from, to }: { from: Day; to: Day },
  context: Context,
): Promise<KeptList[]> {
  const kept = (await listsOf(node, context)).filter(({ reads }) =>
    listAllows('paper.ofList', { organisation: node, listSays: reads }, context),
  )
  const list = oneOf(kept.map(({ id }) => id))
  const rows = await readRows({ organisationId: node._id, list, removed: null, on: between(from, to) })
  const nameOf = await readNameOf(rows, context)
  return kept.map((template) => ({
    ...{ template, organisation: node.name, today: context.today, nameOf },
    lines: rows.filter((row) => row.list === template.id).reverse(),
  }))
}
