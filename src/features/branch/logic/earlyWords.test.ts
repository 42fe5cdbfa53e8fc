import type { EarlyNote } from '@domain/contract/progress'
import { earlyPeople } from './earlyWords'

const note = (over: Partial<EarlyNote>): EarlyNote => ({
  memberId: 'm1',
  name: '周敏',
  of: 'life',
  months: 3,
  since: '2026-06',
  ...over,
})

test('one person is named once, with every kind of record there is none of', () => {
  const people = earlyPeople([
    note({}),
    note({ memberId: 'm2', name: '李建国', of: 'work' }),
    note({ of: 'dues', months: 5, since: '2026-04' }),
  ])
  expect(people).toEqual([
    {
      memberId: 'm1',
      name: '周敏',
      lines: ['6月起满三个月，暂无组织生活登记', '4月起满五个月，暂无党费登记'],
    },
    { memberId: 'm2', name: '李建国', lines: ['6月起满三个月，暂无走访或实事的登记'] },
  ])
})

test('nobody is blamed', () => {
  const said = JSON.stringify(earlyPeople((['life', 'dues', 'work'] as const).map((of) => note({ of }))))
  expect(said).not.toMatch(/欠|未|没有|缺|落后|不履行/)
})
