import { at } from '../testing/at'
import { aFact } from '../testing/builders'
import { indexFacts } from './indexFacts'

test('of two copies of one fact the one changed last holds, whichever comes first', () => {
  const plain = aFact()
  const struck = aFact({
    annulled: { at: 1, by: 'm2', reason: '认错人' },
    updatedAt: new Date(at('2026-09-22 16:00')),
  })
  for (const facts of [
    [plain, struck],
    [struck, plain],
  ])
    expect(indexFacts(facts).byMember.get('m1')).toEqual([struck])
})

test('an index is handed back as it is', () => {
  const index = indexFacts([aFact()])
  expect(indexFacts(index)).toBe(index)
})
