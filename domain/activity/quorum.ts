/** ordinary: 一般事项 · admission: 接收、转正 · election: 选举 */
export type Vote = 'ordinary' | 'admission' | 'election'

export interface Quorum {
  canVote: boolean
  /** The fewest that must be present. */
  presentNeeded: number
  /** The fewest in favour for the matter to pass. */
  passNeeded: number
  /** What `passNeeded` is a majority of: 应到会 or 实到会. */
  of: 'entitled' | 'present'
}

const moreThanHalf = (n: number): number => Math.floor(n / 2) + 1

/**
 * Whether a 支部党员大会 may vote, and how many must agree; both counts are of members with voting right (no probationary ones).
 * Ordinary: ≥ half present, > half of 应到会 in favour (支部工作条例 art. 11). Admission: > half present and in favour of 应到会. Election: ≥ 4/5
 * present, > half of 实到会. `quorum('ordinary', 16, 11) // canVote, passNeeded 9 of entitled`
 */
export const quorum = (vote: Vote, entitled: number, present: number): Quorum => {
  const needs: Record<Vote, number> = {
    ordinary: Math.ceil(entitled / 2),
    admission: moreThanHalf(entitled),
    election: Math.ceil((entitled * 4) / 5),
  }
  const of = vote === 'election' ? 'present' : 'entitled'
  return {
    canVote: entitled > 0 && present >= needs[vote],
    presentNeeded: needs[vote],
    passNeeded: moreThanHalf(of === 'present' ? present : entitled),
    of,
  }
}
