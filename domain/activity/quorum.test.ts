import { quorum } from './quorum'
import type { Vote } from './quorum'

test('of 16 entitled with 11 present an ordinary matter may be voted on and passes with 9', () => {
  expect(quorum('ordinary', 16, 11)).toEqual({
    canVote: true,
    presentNeeded: 8,
    passNeeded: 9,
    of: 'entitled',
  })
})

test.each<[Vote, number, number, number]>([
  // exactly half is enough for an ordinary matter, not for an admission
  ['ordinary', 16, 8, 9],
  ['ordinary', 15, 8, 8],
  ['admission', 16, 9, 9],
  ['admission', 15, 8, 8],
  ['election', 16, 13, 7],
  ['election', 15, 12, 7],
  ['election', 3, 3, 2],
])('%s of %i entitled may be voted on from %i present on', (vote, entitled, presentNeeded, passNeeded) => {
  expect(quorum(vote, entitled, presentNeeded - 1).canVote).toBe(false)
  expect(quorum(vote, entitled, presentNeeded)).toMatchObject({ canVote: true, presentNeeded, passNeeded })
})

test('an election passes with more than half of those present, whoever is entitled', () => {
  expect(quorum('election', 20, 16)).toMatchObject({ passNeeded: 9, of: 'present' })
  expect(quorum('election', 20, 17)).toMatchObject({ passNeeded: 9 })
  expect(quorum('election', 20, 18)).toMatchObject({ passNeeded: 10 })
})

test('without anyone entitled nothing is voted on', () => {
  for (const vote of ['ordinary', 'admission', 'election'] as const)
    expect(quorum(vote, 0, 0).canVote).toBe(false)
})
