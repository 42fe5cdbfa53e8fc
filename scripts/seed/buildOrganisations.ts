import type { BranchType, OrganisationType } from '@domain/contract/words'
import type { Organisation } from '@domain/org/organisation'
import type { OrganisationRow, Roster } from './readRoster'

const types: Record<string, OrganisationType> = {
  工作委员会: 'work_committee',
  机关党务机构: 'unit',
  党组: 'unit',
  党委: 'unit',
  党支部: 'branch',
  党小组: 'group',
  社区党组织: 'community',
}

const branchTypes: Record<string, BranchType> = {
  机关: 'organ',
  事业单位: 'institution',
  国有企业: 'enterprise',
}

/** First day the demo's registers speak of; groups and villages carry no founding date. */
export const registersOpenedOn = '2025-01-01'

const organisationId = (row: OrganisationRow): string => `o${String(row.number).padStart(3, '0')}`

/** A group's name in the tree is without its branch's: pages show 第二党小组 beside the branch. */
function shortName(row: OrganisationRow, type: OrganisationType): string {
  const { name, parentName } = row
  return type === 'group' && parentName && name.startsWith(parentName) ? name.slice(parentName.length) : name
}

/** Villages are made from the household column, in the order in which they first appear. */
function villagesOf(roster: Roster): Organisation[] {
  const names = new Set(roster.members.flatMap((row) => row.households.map((link) => link.village)))
  return [...names].map((name, i) => ({
    _id: `v${String(i + 1).padStart(2, '0')}`,
    type: 'village',
    name,
    parentId: null,
    order: roster.organisations.length + i + 1,
    validFrom: registersOpenedOn,
  }))
}

export interface Organisations {
  all: Organisation[]
  /** By the full name of the register, e.g. 县农业农村局党支部第二党小组. */
  byName: Map<string, Organisation>
}

/** The look-up of a name that must be there: a register that names an unknown organisation is a bug of the register. */
export function named(organisations: Organisations, name: string): Organisation {
  const found = organisations.byName.get(name)
  if (!found) throw new Error(`no organisation is called ${name}`)
  return found
}

export function buildOrganisations(roster: Roster): Organisations {
  const ids = new Map(roster.organisations.map((row) => [row.name, organisationId(row)]))
  const byName = new Map<string, Organisation>()
  for (const row of roster.organisations) {
    const type = types[row.category]
    if (!type) throw new Error(`unknown category of organisation: ${row.category}`)
    const parent = row.parentName === null ? null : ids.get(row.parentName)
    if (parent === undefined) throw new Error(`${row.name} stands under an unknown ${String(row.parentName)}`)
    const branchType = type === 'branch' ? branchTypes[row.nature] : undefined
    byName.set(row.name, {
      _id: organisationId(row),
      type,
      name: shortName(row, type),
      parentId: parent,
      order: row.number,
      validFrom: row.foundedOn ?? registersOpenedOn,
      ...(branchType && { branchType }),
      ...(type === 'branch' && { hasCommittee: row.hasCommittee }),
      ...(row.termEndsOn && { termEndsOn: row.termEndsOn }),
    })
  }
  for (const village of villagesOf(roster)) byName.set(village.name, village)
  return { all: [...byName.values()], byName }
}
