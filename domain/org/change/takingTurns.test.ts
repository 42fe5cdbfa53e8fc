import { takingTurns } from './takingTurns'

const due = (by: string, on: string, at: number) => ({ by, on, at })

test('changes that are due come in the order of their days, and nobody’s first one behind all of somebody else’s', () => {
  const many = Array.from({ length: 5 }, (_, i) => due('m1', '2026-09-01', i))
  const others = [due('county', '2026-09-22', 1), due('n1', '2026-09-10', 9), due('county', '2026-09-02', 5)]
  expect(takingTurns([...others, ...many]).map(({ by, on }) => `${by} ${on}`)).toEqual([
    'm1 2026-09-01',
    'county 2026-09-02',
    'n1 2026-09-10',
    'm1 2026-09-01',
    'county 2026-09-22',
    'm1 2026-09-01',
    'm1 2026-09-01',
    'm1 2026-09-01',
  ])
})
