import { sevenOneTiles } from './sevenOneTiles'

test('all seven in the source’s order; each says its newest record, whichever came first', () => {
  const records = [
    { ones: ['policy', 'theme'] as const, on: '2026-08-15', title: '反诈宣传' },
    { ones: ['visit'] as const, on: '2026-09-20' },
    { ones: ['policy'] as const, on: '2026-09-19', title: '法律咨询' },
  ]
  const tiles = sevenOneTiles(records)
  expect(tiles).toEqual([
    { one: 'visit', last: { on: '2026-09-20' } },
    { one: 'counsel' },
    { one: 'difficulty' },
    { one: 'theme', last: { on: '2026-08-15', title: '反诈宣传' } },
    { one: 'plan' },
    { one: 'policy', last: { on: '2026-09-19', title: '法律咨询' } },
    { one: 'mechanism' },
  ])
  expect(sevenOneTiles([...records].reverse())).toEqual(tiles)
})
