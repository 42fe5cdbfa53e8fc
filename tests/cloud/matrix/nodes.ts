import type { Organisation } from '@domain/org/organisation'

/**
 * county ─ unit0 ─ unit1 ─ branch1 ─ group1, group2
 *               │        └ branch1b ─ group1b
 *               └ unit2 ─ branch2 ─ group9
 *        ─ branch0, community1, community2, village1, village2
 */
const shape: Record<string, [Organisation['type'], string | null]> = {
  county: ['work_committee', null],
  unit0: ['unit', 'county'],
  unit1: ['unit', 'unit0'],
  unit2: ['unit', 'unit0'],
  branch1: ['branch', 'unit1'],
  branch1b: ['branch', 'unit1'],
  branch2: ['branch', 'unit2'],
  branch0: ['branch', 'county'],
  group1: ['group', 'branch1'],
  group2: ['group', 'branch1'],
  group1b: ['group', 'branch1b'],
  group9: ['group', 'branch2'],
  community1: ['community', 'county'],
  community2: ['community', 'county'],
  village1: ['village', 'county'],
  village2: ['village', 'county'],
}

export const organisations: Organisation[] = Object.entries(shape).map(([_id, [type, parentId]], i) => ({
  _id,
  type,
  name: `组织${_id}`,
  parentId,
  order: i + 1,
  validFrom: '2020-01-01',
}))

export const typeOf = (id: string): Organisation['type'] => (shape[id] ?? ['group', null])[0]
export const nodes = Object.keys(shape)

/** Whether what is held at one node reaches another: it is the same, or lies below. */
export const reaches = (held: string, node: string | undefined): boolean => {
  for (let at = node; at !== undefined; at = shape[at]?.[1] ?? undefined) if (at === held) return true
  return false
}
