import type { OrganisationNode } from '@domain/contract/organisation'
import type { OrganisationType } from '@domain/contract/words'

export const typeLabels: Record<OrganisationType, string> = {
  work_committee: '工委',
  unit: '党（工）委、党组',
  branch: '党支部',
  group: '党小组',
  community: '社区',
  village: '村',
}

export interface TreeLine {
  node: OrganisationNode
  depth: number
}

/** `12 个支部`, `26 人` */
export function countText({ type, count }: Pick<OrganisationNode, 'type' | 'count'>): string | undefined {
  if (type === 'branch' || type === 'group') return `${count} 人`
  return type === 'unit' || type === 'work_committee' ? `${count} 个支部` : undefined
}

/**
 * The tree from its tops down, in the order it came. Groups stand on the page of their branch. With a few letters only what holds them, and what
 * lies above.
 */
export function treeLines(nodes: readonly OrganisationNode[], query: string): TreeLine[] {
  const wanted = query.trim()
  const ids = new Set(nodes.map(({ id }) => id))
  const below = new Map<string | null, OrganisationNode[]>()
  for (const node of nodes) {
    if (node.type === 'group') continue
    const parent = node.parentId !== null && ids.has(node.parentId) ? node.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), node])
  }
  const linesUnder = (parent: string | null, depth: number, isWanted: boolean): TreeLine[] =>
    (below.get(parent) ?? []).flatMap((node) => {
      const fits = isWanted || node.name.includes(wanted)
      const under = linesUnder(node.id, depth + 1, fits)
      return fits || under.length > 0 ? [{ node, depth }, ...under] : []
    })
  return linesUnder(null, 0, wanted === '')
}
