import type { OneOrganisation, OrganisationChange, OrganisationNode } from '@domain/contract/organisation'
import type { BranchType, OrganisationType } from '@domain/contract/words'

export type What = OrganisationChange['what']

/** Title of each change, what is done (for the button), and what it means. */
export const changeWords: Record<What, { title: string; verb: string; text: string }> = {
  found: { title: '新建组织', verb: '新建', text: '从生效那天起有，此前没有。' },
  edit: { title: '更名和修改', verb: '修改', text: '从生效那天起这样叫，此前的页面仍是原来的名称。' },
  move: { title: '划转', verb: '划转', text: '从生效那天起归新的上级，此前的数字仍算在原上级。' },
  merge: {
    title: '并入',
    verb: '并入',
    text: '这里的党员和党小组从生效那天起归到所选的组织，此前的记录仍在这里。',
  },
  split: { title: '拆分', verb: '拆分', text: '所选党员从生效那天起归新支部，此前的记录仍在原支部。' },
  dissolve: {
    title: '撤销',
    verb: '撤销',
    text: '生效前一天为最后一天，此前的记录照旧。要先没有党员和下级。',
  },
}

/** Which changes fit an organisation of a kind; groups are the branch's own, the rest the work committee's. */
export function changesFor({ node }: Pick<OneOrganisation, 'node'>): What[] {
  if (node.type === 'work_committee') return ['edit']
  if (node.type === 'branch') return ['edit', 'move', 'merge', 'split', 'dissolve']
  if (node.type === 'unit' || node.type === 'group') return ['edit', 'move', 'merge', 'dissolve']
  return ['edit', 'dissolve']
}

export type FoundType = Exclude<OrganisationType, 'work_committee'>
/** What can be founded, and under what. */
export const foundTypes: readonly { id: FoundType; name: string }[] = [
  { id: 'branch', name: '党支部' },
  { id: 'unit', name: '党（工）委、党组' },
  { id: 'community', name: '社区' },
  { id: 'village', name: '村' },
]
const parentsOf: Record<OrganisationType, readonly OrganisationType[]> = {
  work_committee: [],
  unit: ['work_committee', 'unit'],
  branch: ['work_committee', 'unit'],
  group: ['branch'],
  community: [],
  village: [],
}
export const needsParent = (type: OrganisationType): boolean => parentsOf[type].length > 0

/** What an organisation may come to stand under: neither itself nor where it stands already. `moving`: one that is there. */
export const parentsFor = (
  nodes: readonly OrganisationNode[],
  type: OrganisationType,
  moving?: Pick<OrganisationNode, 'id' | 'parentId'>,
) =>
  nodes.filter(
    ({ id, type: above }) => parentsOf[type].includes(above) && id !== moving?.id && id !== moving?.parentId,
  )

/** What it may be merged into: another of its kind. */
export const mergeTargets = (nodes: readonly OrganisationNode[], { type, id, parentId }: OrganisationNode) =>
  nodes.filter(
    (node) => node.type === type && node.id !== id && (type !== 'group' || node.parentId === parentId),
  )

export interface ChangeDraft {
  on: string
  type: FoundType
  name: string
  parentId: string | null
  branchType: BranchType | undefined
  countsOnly: boolean
  headcount: string
  /** The one organisation it is merged into, or the members split off. */
  chosen: string[]
}
export type ChangeFieldName = 'name' | 'parent' | 'chosen' | 'headcount'

/** The first thing that is still missing. */
export function faultOf(what: What, draft: ChangeDraft): { field: ChangeFieldName; text: string } | null {
  const isNamed = what === 'found' || what === 'edit' || what === 'split'
  if (isNamed && draft.name.trim() === '') return { field: 'name', text: '请填名称' }
  const wantsParent = what === 'move' || (what === 'found' && needsParent(draft.type))
  if (wantsParent && draft.parentId === null) return { field: 'parent', text: '请选上级' }
  if (what === 'merge' && draft.chosen.length === 0) return { field: 'chosen', text: '请选并入到哪里' }
  if (what === 'split' && draft.chosen.length === 0) return { field: 'chosen', text: '请选分出去的党员' }
  if (draft.headcount !== '' && !/^\d{1,5}$/.test(draft.headcount)) {
    return { field: 'headcount', text: '请填人数' }
  }
  return null
}

/** What is sent. */
export function changeOf(
  what: What,
  organisationId: string,
  draft: ChangeDraft,
  isBranch: boolean,
): OrganisationChange {
  const { type, parentId, chosen } = draft
  const ofBranch = {
    ...(draft.branchType && { branchType: draft.branchType }),
    countsOnly: draft.countsOnly,
  }
  const naming = { name: draft.name.trim(), ...(isBranch && ofBranch) }
  switch (what) {
    case 'found':
      return { what, type, parentId: needsParent(type) ? parentId : null, ...naming }
    case 'edit':
      return {
        what,
        organisationId,
        ...naming,
        ...(draft.headcount !== '' && { headcount: Number(draft.headcount) }),
      }
    case 'move':
      return { what, organisationId, parentId: parentId ?? '' }
    case 'merge':
      return { what, organisationId: chosen[0] ?? '', fromIds: [organisationId] }
    case 'split':
      return { what, organisationId, memberIds: chosen, ...naming }
    case 'dissolve':
      return { what, organisationId }
  }
}
