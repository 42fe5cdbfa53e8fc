import type { VoteResult } from '../contract/minutes'
import { voteFault, voteOutcome } from './voteOutcome'

const aVote = (overrides: Partial<VoteResult> = {}): VoteResult => ({
  matter: '第四季度安排',
  vote: 'ordinary',
  ballot: 'hands',
  entitled: 16,
  present: 12,
  inFavour: 9,
  against: 1,
  abstained: 2,
  ...overrides,
})

test('an ordinary matter passes with more than half of those entitled, and half of them is not enough', () => {
  expect(voteOutcome(aVote()).passed).toBe('yes')
  expect(voteOutcome(aVote({ inFavour: 8, against: 2 })).passed).toBe('no')
})

test('eight there and one in writing are nine of sixteen: a member is admitted', () => {
  const admission = aVote({ vote: 'admission', written: 1, inFavour: 9, against: 3, abstained: 1 })
  expect(voteFault(admission)).toBeNull()
  expect(voteOutcome(admission)).toMatchObject({ passed: 'yes', passNeeded: { mild: 9, strict: 9 } })
})

test('written opinions are no presence: with eight of sixteen there nobody is admitted', () => {
  const admission = aVote({
    vote: 'admission',
    present: 8,
    written: 4,
    inFavour: 12,
    against: 0,
    abstained: 0,
  })
  expect(voteOutcome(admission)).toMatchObject({ canVote: 'no', passed: 'no' })
})

test('an election that only the older text calls a majority is open', () => {
  const election = (inFavour: number) =>
    aVote({ vote: 'election', present: 14, inFavour, against: 14 - inFavour, abstained: 0 })
  expect([7, 8, 9].map((n) => voteOutcome(election(n)).passed)).toEqual(['no', 'open', 'yes'])
})

test('more ballots back than given out make it void', () => {
  const secret = aVote({ ballot: 'secret', ballots: { issued: 12, returned: 13, valid: 12 } })
  expect(voteFault(secret)).toBeNull()
  expect(voteOutcome(secret).passed).toBe('void')
})

test.each([
  ['more there than entitled', { present: 17 }, 'more_present'],
  ['one vote too few', { abstained: 1 }, 'sum'],
  ['a written opinion on an ordinary matter', { written: 1, inFavour: 10 }, 'written'],
  ['more valid ballots than returned', { ballots: { issued: 12, returned: 11, valid: 12 } }, 'ballots'],
  ['more ballots given out than people', { ballots: { issued: 13, returned: 12, valid: 12 } }, 'ballots'],
  ['votes that are not the valid ballots', { ballots: { issued: 12, returned: 12, valid: 11 } }, 'sum'],
] as const)('%s does not add up', (_, overrides, fault) => {
  expect(voteFault(aVote(overrides))).toBe(fault)
})
