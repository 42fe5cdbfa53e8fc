import type { Roster, RosterRow } from '@domain/contract/roster'

/** A group's id, or one of these. `left`: those who are no longer here, asked for apart. */
export type RosterFilter = 'all' | 'probationary' | 'unbound' | 'exempt' | 'left' | { groupId: string }

export interface FilterChoice {
  key: string
  label: string
  filter: RosterFilter
}

/** The groups first, in their own order; a filter that would show nobody is left out, those who left excepted. */
export function filtersOf({ groups, rows }: Pick<Roster, 'groups' | 'rows'>): FilterChoice[] {
  const some = (test: (row: RosterRow) => boolean, choice: FilterChoice) => (rows.some(test) ? [choice] : [])
  return [
    { key: 'all', label: '全部', filter: 'all' },
    ...groups.map(({ id, name }) => ({ key: id, label: name, filter: { groupId: id } })),
    ...some(({ bound }) => !bound, { key: 'unbound', label: '未绑定微信', filter: 'unbound' }),
    ...some(({ standing }) => standing === 'probationary', {
      key: 'probationary',
      label: '预备党员',
      filter: 'probationary',
    }),
    ...some(({ exempt }) => exempt, { key: 'exempt', label: '不作硬性要求', filter: 'exempt' }),
    { key: 'left', label: '已离开', filter: 'left' },
  ]
}

const passes = (row: RosterRow, filter: RosterFilter): boolean => {
  if (typeof filter === 'object') return row.group?.id === filter.groupId
  if (filter === 'probationary') return row.standing === 'probationary'
  if (filter === 'unbound') return !row.bound
  return filter === 'exempt' ? row.exempt : true
}

/** Rows whose name holds the letters, in the register's own order. */
export const filterRoster = (rows: readonly RosterRow[], filter: RosterFilter, query: string): RosterRow[] =>
  rows.filter((row) => passes(row, filter) && row.name.includes(query.trim()))
