import { basicLists, sitesIn, staffOn } from '@domain/keptLists/basics'
import type { Organisation } from '@domain/org/organisation'
import { isUnder, type Tree, upFrom } from '@domain/org/tree'
import type { YearBranch } from '@domain/papers/yearBasis'
import type { Period } from '@domain/time/period'
import { readLists } from '../keptLists/readLists'
import { oneOf } from '../store/conditions'
import { readRows } from '../store/readListRows'

type Basics = Pick<YearBranch, 'headcount' | 'staff' | 'sites'>

/** The nearest unit above a branch that has 机关工作人员总数 registered, else the nearest there is. */
function unitOf(id: string, tree: Tree): Organisation | undefined {
  const units = upFrom(tree, id).filter(({ type }) => type === 'unit')
  return units.find(({ headcount }) => headcount !== undefined) ?? units[0]
}

/** Itself, and every branch of its unit: 党务干部 are those of the whole office. */
function branchesWith(id: string, tree: Tree): string[] {
  const unit = unitOf(id, tree)
  const others = unit
    ? [...tree.values()].filter((one) => one.type === 'branch' && isUnder(tree, one._id, unit._id))
    : []
  return [...new Set([id, ...others.map(({ _id }) => _id)])]
}

/** Of each of these branches what its lists say of 党务干部 at the end of a year, as numbers, and of 阵地“六有” in it; two calls. A list the county has switched off says nothing. */
export async function readBasics(
  branchIds: readonly string[],
  year: Period,
  { tree, now }: { tree: Tree; now: number },
): Promise<(branchId: string) => Basics> {
  const office = new Map(branchIds.map((id) => [id, branchesWith(id, tree)]))
  const kept = (await readLists(now)).filter(({ id }) => Object.values<string>(basicLists).includes(id))
  const rows = await readRows({
    organisationId: oneOf([...new Set([...office.values()].flat())]),
    list: oneOf(kept.map(({ id }) => id)),
    removed: null,
  })
  const sites = kept.find(({ id }) => id === basicLists.sites)
  const rowsOf = (ids: readonly string[]) => rows.filter(({ organisationId }) => ids.includes(organisationId))
  return (id) => ({
    headcount: unitOf(id, tree)?.headcount,
    staff: staffOn(rowsOf(office.get(id) ?? []), year.to),
    sites: sites ? sitesIn(rowsOf([id]), Number(year.key), sites) : [],
  })
}
