import type { Organisation } from '@domain/org/organisation'
import { named, type Organisations } from './buildOrganisations'
import type { ExtendedRow } from './extend'

/** 党组 and 党委 have a 中心组; the 室务会, 部务会 and the like of the register have none. */
export const hasTheoryGroup = ({ type, name }: Organisation): boolean =>
  type === 'unit' && /(党组|党委)$/.test(name)

/** Where a unit has few leading cadres its branches' officers sit with them. */
const fewest = 5
const most = 9

const officers = ['党支部书记', '副书记', '组织委员', '宣传委员', '党小组组长']

/** Leading cadres first, then officers by their post, then the register's order. */
function rankOf({ cadre, post }: ExtendedRow): number {
  if (cadre !== null) return 0
  const rank = officers.indexOf(post ?? '')
  return rank < 0 ? officers.length + 1 : rank + 1
}

/** On leave, in a village, too frail, new to the county, or not yet a full member. */
const isFree = (row: ExtendedRow): boolean =>
  row.note === null &&
  row.standing === '正式党员' &&
  row.exemptions.length === 0 &&
  !row.arrivedOn &&
  !row.transfer

/** 序号 of each 中心组 member and the unit: five to nine of the unit's branches, where there are so many. */
export function theoryGroupsOf(rows: ExtendedRow[], organisations: Organisations): Map<number, string> {
  const units = new Map(organisations.all.filter(hasTheoryGroup).map(({ _id }) => [_id, [] as ExtendedRow[]]))
  for (const row of rows) {
    const unitId = named(organisations, row.branchName).parentId
    if (unitId !== null && isFree(row)) units.get(unitId)?.push(row)
  }
  const members = new Map<number, string>()
  for (const [unitId, people] of units) {
    const cadres = people.filter(({ cadre }) => cadre !== null).length
    const chosen = people
      .sort((a, b) => rankOf(a) - rankOf(b) || a.number - b.number)
      .slice(0, Math.min(most, Math.max(fewest, cadres)))
    for (const { number } of chosen) members.set(number, unitId)
  }
  return members
}
