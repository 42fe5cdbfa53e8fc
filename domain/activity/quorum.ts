import type { Vote } from '../contract/words'

/** Two numbers, never reasons and never names, entered by whoever runs the meeting. */
export interface NotEntitled {
  /** No vote in any matter: 留党察看期间, 被留置、逮捕而中止权利 (选举工作条例 art. 5, 依据待核). */
  withoutVote: number
  /** Left out of an election, 经上级党组织同意、支部党员大会通过. */
  leftOut: number
  /** Of each how many have come all the same: they are there and do not vote, so they are no part of 实到 in a vote. Absent: none. */
  withoutVoteHere?: number
  leftOutHere?: number
}

/** The fewest, by the milder and by the stricter reading of the rule; the same number where there is only one. */
export interface Fewest {
  mild: number
  strict: number
}

export interface Quorum {
  /** 应到会: every full member of the branch that day, less whoever is not entitled in this matter. Who was ticked as expected plays no part. */
  entitled: number
  /** 实到会: those of them who are there. */
  present: number
  presentNeeded: Fewest
  /** open: only one of the two readings is met. */
  canVote: 'yes' | 'no' | 'open'
  /** In favour, for the matter to pass. */
  passNeeded: Fewest
}

const moreThanHalf = (n: number): number => Math.floor(n / 2) + 1
const one = (n: number): Fewest => ({ mild: n, strict: n })

/** An election needs 4/5 present; older material says more than that: they differ where the number is a multiple of five. */
const presentFor = (vote: Vote, entitled: number): Fewest => {
  switch (vote) {
    case 'ordinary':
      return one(Math.ceil(entitled / 2))
    case 'admission':
      return one(moreThanHalf(entitled))
    case 'election':
      return {
        mild: Math.ceil((entitled * 4) / 5),
        strict: Math.min(entitled, Math.floor((entitled * 4) / 5) + 1),
      }
  }
}

/** An election passes with a majority of 实到会 by older texts, of 应到会 by what is said of today's rule: both are given. */
const passFor = (vote: Vote, entitled: number, present: number): Fewest =>
  vote === 'election'
    ? { mild: moreThanHalf(present), strict: moreThanHalf(entitled) }
    : one(moreThanHalf(entitled))

/**
 * Whether a 支部党员大会 may vote, and how many must agree. `full`: every full member of the branch that day; `there`: those of them who have
 * come, with or without a vote (probationary ones have none and are in neither number). Ordinary: ≥ half present, > half of 应到会 in favour
 * (支部工作条例 art. 11, 依据待核). Admission: > half present and in favour of 应到会 (发展党员工作细则, 依据待核); written opinions count as votes, not
 * as presence. Election: 选举工作条例, 依据待核.
 * `quorum('ordinary', { full: 17, withoutVote: 1, leftOut: 2, withoutVoteHere: 1 }, 12) // entitled 16, present 11, passNeeded 9`
 */
export const quorum = (vote: Vote, counts: { full: number } & NotEntitled, there: number): Quorum => {
  const { full, withoutVote, leftOut, withoutVoteHere = 0, leftOutHere = 0 } = counts
  const isElection = vote === 'election'
  const entitled = Math.max(0, full - withoutVote - (isElection ? leftOut : 0))
  const voting = there - withoutVoteHere - (isElection ? leftOutHere : 0)
  // How many of those without a vote came may not have been entered; even then no more can be counted as present than may vote.
  const present = Math.min(entitled, Math.max(0, voting))
  const presentNeeded = presentFor(vote, entitled)
  const meets = (needed: number) => entitled > 0 && present >= needed
  return {
    entitled,
    present,
    presentNeeded,
    canVote: meets(presentNeeded.strict) ? 'yes' : meets(presentNeeded.mild) ? 'open' : 'no',
    passNeeded: passFor(vote, entitled, present),
  }
}

/** 支委会: fewer than half of the seats present, and it counts for nothing (支部工作条例 art. 12, 依据待核). `isFewerThanHalf(2, 5) // true` */
export const isFewerThanHalf = (present: number, seats: number): boolean => present * 2 < seats
