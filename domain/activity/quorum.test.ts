import { quorum } from './quorum'
import type { Vote } from '../contract/words'
import type { NotEntitled } from './quorum'

const none = { withoutVote: 0, leftOut: 0 }
const of = (full: number, over: Partial<NotEntitled> = {}) => ({ full, ...none, ...over })

test('of 16 full members with 11 present an ordinary matter may be voted on and passes with 9', () => {
  expect(quorum('ordinary', of(16), 11)).toEqual({
    entitled: 16,
    present: 11,
    canVote: 'yes',
    presentNeeded: { mild: 8, strict: 8 },
    passNeeded: { mild: 9, strict: 9 },
  })
})

test.each<[Vote, number, number, number]>([
  // exactly half is enough for an ordinary matter, not for an admission
  ['ordinary', 16, 8, 9],
  ['ordinary', 15, 8, 8],
  ['admission', 16, 9, 9],
  ['admission', 15, 8, 8],
])('%s of %i entitled may be voted on from %i present on', (vote, full, presentNeeded, passNeeded) => {
  expect(quorum(vote, of(full), presentNeeded - 1).canVote).toBe('no')
  expect(quorum(vote, of(full), presentNeeded)).toMatchObject({
    canVote: 'yes',
    passNeeded: { mild: passNeeded, strict: passNeeded },
  })
})

test('whoever has no vote is out of 应到 in every matter, whoever is left out only in an election', () => {
  const counts = of(20, { withoutVote: 1, leftOut: 3 })
  expect(quorum('ordinary', counts, 10)).toMatchObject({ entitled: 19, canVote: 'yes' })
  expect(quorum('admission', counts, 9)).toMatchObject({ entitled: 19, canVote: 'no' })
  expect(quorum('election', counts, 13)).toMatchObject({ entitled: 16, canVote: 'yes' })
})

test('whoever is there without a vote is no part of 实到 in it', () => {
  const counts = of(20, { withoutVote: 2, withoutVoteHere: 2, leftOut: 3, leftOutHere: 1 })
  expect(quorum('ordinary', counts, 10)).toMatchObject({ entitled: 18, present: 8, canVote: 'no' })
  expect(quorum('ordinary', counts, 11)).toMatchObject({ entitled: 18, present: 9, canVote: 'yes' })
  expect(quorum('election', counts, 14)).toMatchObject({ entitled: 15, present: 11, canVote: 'no' })
  expect(quorum('election', counts, 16)).toMatchObject({ entitled: 15, present: 13, canVote: 'yes' })
})

test('all being there, no more are present than may vote, whether or not anybody counted the others', () => {
  expect(quorum('ordinary', of(17, { withoutVote: 1 }), 17)).toMatchObject({ entitled: 16, present: 16 })
  expect(quorum('ordinary', of(3, { withoutVote: 1, withoutVoteHere: 1 }), 0).present).toBe(0)
})

test.each([
  [16, 12, 'no'],
  [16, 13, 'yes'],
  [15, 11, 'no'],
  // Exactly four fifths of a multiple of five: one reading says yes, the other no.
  [15, 12, 'open'],
  [15, 13, 'yes'],
  [3, 3, 'yes'],
  [5, 5, 'yes'],
])('an election with %i entitled and %i present: %s', (full, present, canVote) => {
  expect(quorum('election', of(full), present).canVote).toBe(canVote)
})

test('an election’s majority is given of those present and of those entitled, which agree when everybody is there', () => {
  expect(quorum('election', of(20), 17).passNeeded).toEqual({ mild: 9, strict: 11 })
  expect(quorum('election', of(20), 20).passNeeded).toEqual({ mild: 11, strict: 11 })
})

test('without anyone entitled nothing is voted on', () => {
  for (const vote of ['ordinary', 'admission', 'election'] as const) {
    expect(quorum(vote, of(0), 0).canVote).toBe('no')
    expect(quorum(vote, of(2, { withoutVote: 3 }), 2)).toMatchObject({ entitled: 0, canVote: 'no' })
  }
})
