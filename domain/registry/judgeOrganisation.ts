import type { OrganisationType } from '../contract/words'
import { branchTypeLabels } from '../org/branchTypeLabels'
import { withState } from '../org/change/withState'
import type { Organisation } from '../org/organisation'
import type { Day } from '../time/day'
import type { OrganisationEntry } from './entry'
import { differences, type Judged, refused } from './judged'
import type { Places } from './places'
import { plainName } from './plainName'

export interface JudgedOrganisation extends Judged {
  before?: Organisation
  /** `_id` and `order` of a new one are the caller's to give. */
  next?: Organisation
}

/** Where what may stand; null: at the top. */
const parents: Record<OrganisationType, (OrganisationType | null)[]> = {
  work_committee: [null],
  unit: ['work_committee', 'unit'],
  branch: ['work_committee', 'unit'],
  group: ['branch'],
  community: [null, 'work_committee', 'unit', 'community'],
  village: [null, 'work_committee', 'unit', 'village'],
}

const fields = ['organisation', 'parent', 'nature', 'termEndsOn', 'hasCommittee', 'headcount'] as const

function describe(node: Organisation, places: Places): Record<(typeof fields)[number], string> {
  return {
    organisation: node.name,
    parent: node.parentId === null ? '' : (places.tree.get(node.parentId)?.name ?? ''),
    nature: node.branchType ? branchTypeLabels[node.branchType] : '',
    termEndsOn: node.termEndsOn ?? '',
    hasCommittee: node.hasCommittee === undefined ? '' : node.hasCommittee ? '是' : '否',
    headcount: node.headcount === undefined ? '' : String(node.headcount),
  }
}

/** The parent a row names: its id, null at the top, or undefined when there is none such. */
function parentOf({ parent, type }: OrganisationEntry, places: Places): string | null | undefined {
  const allowed = parents[type]
  if (parent === undefined) return allowed.includes(null) ? null : undefined
  const fits = places.named(parent).filter((id) => allowed.includes(places.tree.get(id)?.type ?? null))
  return fits.length === 1 ? fits[0] : undefined
}

/** A group is called without its branch's name: pages show 第二党小组 beside the branch. */
function shortName({ name, type }: OrganisationEntry, parent: Organisation | undefined): string {
  return type === 'group' && parent && name.startsWith(parent.name) && name !== parent.name
    ? name.slice(parent.name.length)
    : name
}

/** The organisation a row means among those of its parent; the county's root is the one there is, whatever it is called. */
function found(
  entry: OrganisationEntry,
  name: string,
  parentId: string | null,
  places: Places,
): Organisation | undefined {
  const nodes = [...places.tree.values()].filter(
    (node) => node.type === entry.type && node.parentId === parentId,
  )
  if (entry.type === 'work_committee') return nodes[0]
  return nodes.find((node) => node.validTo === undefined && plainName(node.name) === plainName(name))
}

/** What the row says of an organisation; what it leaves open is left as it is. */
const stateOf = ({ branchType, hasCommittee, headcount }: OrganisationEntry) => ({
  ...(branchType && { branchType }),
  ...(hasCommittee !== undefined && { hasCommittee }),
  ...(headcount !== undefined && { headcount }),
})
const termOf = ({ termEndsOn }: OrganisationEntry) => termEndsOn && { termEndsOn }

/** An organisation as the row says, from today on; what it was until yesterday stays with its earlier days. */
export const applyOrganisationEntry = (
  organisation: Organisation,
  entry: OrganisationEntry,
  today: Day,
): Organisation => ({ ...withState(organisation, stateOf(entry), today), ...termOf(entry) })

/** One that is founded; `_id` and `order` are the caller's to give. */
const foundedBy = (
  entry: OrganisationEntry,
  { name, parentId, today }: { name: string; parentId: string | null; today: Day },
): Organisation => ({
  _id: '',
  type: entry.type,
  name,
  parentId,
  order: 0,
  validFrom: entry.foundedOn ?? today,
  ...(entry.foundedOn && { isFounded: true as const }),
  ...stateOf(entry),
  ...termOf(entry),
})

/**
 * Holds a row of the list of organisations against the tree. What stands elsewhere in the tree is refused, not moved: moving is an act of its
 * own, with a day.
 */
export function judgeOrganisation(entry: OrganisationEntry, places: Places, today: Day): JudgedOrganisation {
  const parentId = parentOf(entry, places)
  if (parentId === undefined) return refused('unknown_parent')
  const name = shortName(entry, parentId === null ? undefined : places.tree.get(parentId))
  const before = found(entry, name, parentId, places)
  if (
    !before &&
    entry.type !== 'group' &&
    places.named(entry.name).some((id) => places.tree.get(id)?.type === entry.type)
  )
    return refused('other_parent')
  const next = before
    ? applyOrganisationEntry(before, entry, today)
    : foundedBy(entry, { name, parentId, today })
  const changes = differences(fields, before ? describe(before, places) : null, describe(next, places))
  const verdict = !before ? 'add' : changes.length > 0 ? 'change' : 'same'
  return { verdict, reasons: [], changes, options: [], next, ...(before && { before }) }
}
