import { patrolYears, yearsName, yearsOfTerm } from './patrolYears'

const keys = (from: string, until?: string) => patrolYears(from, until)?.map(({ key }) => key)

test('whole years, the first and the last included, whichever periods they are asked by', () => {
  expect(keys('2024', '2026')).toEqual(['2024', '2025', '2026'])
  expect(keys('2024-05', '2025-Q3')).toEqual(['2024', '2025'])
  expect(keys('2026')).toEqual(['2026'])
})

test('none that end before they begin, and no more than a term of five years touches', () => {
  expect(patrolYears('2026', '2025')).toBeNull()
  expect(keys('2021', '2026')).toHaveLength(6)
  expect(patrolYears('2020', '2026')).toBeNull()
})

test('a term that runs is told of up to this year', () => {
  expect(yearsOfTerm({ from: '2024-05-10', to: '2027-05-09' }, '2026-09-22')).toEqual({
    from: '2024',
    until: '2026',
  })
  expect(yearsOfTerm({ from: '2021-05-10', to: '2024-05-09' }, '2026-09-22')).toEqual({
    from: '2021',
    until: '2024',
  })
})

test.each([
  ['2026', '2026', '2026年'],
  ['2024', '2026', '2024年至2026年'],
])('from %s to %s they are called %s', (from, until, name) => {
  const years = patrolYears(from, until)
  expect(years && yearsName(years)).toBe(name)
})
