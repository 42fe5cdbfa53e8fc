import type { RosterRow } from '@domain/contract/roster'
import { filterRoster, filtersOf } from './filterRoster'

const row = (memberId: string, over: Partial<RosterRow> = {}): RosterRow => ({
  memberId,
  name: `党员${memberId}`,
  standing: 'full',
  posts: [],
  bound: true,
  exempt: false,
  ...over,
})
const group = { id: 'g1', name: '第一党小组' }
const rows = [
  row('1', { group }),
  row('2', { standing: 'probationary', name: '高山' }),
  row('3', { bound: false, group, name: '山月' }),
]
const namesOf = (found: RosterRow[]) => found.map(({ memberId }) => memberId)

test('a filter that would show nobody is not offered, all and those who left always are', () => {
  const keys = filtersOf({ groups: [group], rows }).map(({ key }) => key)
  expect(keys).toEqual(['all', 'g1', 'unbound', 'probationary', 'left'])
})

test('letters and a filter narrow together and keep the order of the register', () => {
  expect(namesOf(filterRoster(rows, 'all', ' 山 '))).toEqual(['2', '3'])
  expect(namesOf(filterRoster(rows, { groupId: 'g1' }, '山'))).toEqual(['3'])
  expect(namesOf(filterRoster(rows, { groupId: 'g1' }, ''))).toEqual(['1', '3'])
  expect(namesOf(filterRoster(rows, 'probationary', ''))).toEqual(['2'])
  expect(namesOf(filterRoster(rows, 'unbound', ''))).toEqual(['3'])
  expect(namesOf(filterRoster(rows, 'exempt', ''))).toEqual([])
})
