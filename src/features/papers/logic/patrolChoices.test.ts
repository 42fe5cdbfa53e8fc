import { patrolChoices, withFirst, withLast } from './patrolChoices'

const now = Date.parse('2026-09-22T15:00:00+08:00')
const own = { from: 2024, until: 2026 }
const terms = [
  { from: '2021-05-10', to: '2024-05-09' },
  { from: '2024-05-10', to: '2027-05-09' },
]

test('the running 届 comes first, each with the years it touches up to this one', () => {
  const made = patrolChoices(terms, own, now)
  expect(made.map(({ key }) => key)).toEqual(['2024-05-10', '2021-05-10', 'own'])
  expect(made.map(({ from, until }) => [from, until])).toEqual([
    [2024, 2026],
    [2021, 2024],
    [2024, 2026],
  ])
  expect(made[0]).toMatchObject({ title: '2024年5月10日至2027年5月9日', label: '2024年至2026年' })
})

test('one that has not begun, or is longer than any, is none to choose; without a 届 there are years', () => {
  const odd = [
    { from: '2010-01-01', to: '2026-12-31' },
    { from: '2027-01-01', to: '2029-12-31' },
  ]
  expect(patrolChoices(odd, own, now).map(({ key }) => key)).toEqual(['own'])
  expect(patrolChoices([], { from: 2026, until: 2026 }, now)).toMatchObject([{ label: '2026年' }])
})

test('the years chosen by hand never go back, and are five at most', () => {
  expect(withFirst(own, 2025)).toEqual({ from: 2025, until: 2026 })
  expect(withFirst({ from: 2024, until: 2024 }, 2026)).toEqual({ from: 2026, until: 2026 })
  expect(withFirst(own, 2018)).toEqual({ from: 2018, until: 2022 })
  expect(withLast(own, 2022)).toEqual({ from: 2022, until: 2022 })
  expect(withLast({ from: 2018, until: 2020 }, 2026)).toEqual({ from: 2022, until: 2026 })
})
