import type { VoteResult } from '../contract/minutes'
import { type Fewest, type Quorum, quorum } from './quorum'

/** What of a vote's numbers does not add up. */
export type VoteFault = 'more_present' | 'written' | 'sum' | 'ballots'

const cast = ({ inFavour, against, abstained }: VoteResult): number => inFavour + against + abstained

/**
 * Why a vote cannot stand as entered; null when its numbers add up. Openly: 赞成 + 不赞成 + 弃权 = 实到会 + 会前书面意见; secretly: = 有效票 + 书面意见, and of
 * the ballots returned no more are valid. Written opinions there are in 接收 and 转正 alone (发展党员工作细则, 依据待核).
 */
export const voteFault = (result: VoteResult): VoteFault | null => {
  const { vote, entitled, present, written = 0, ballots } = result
  if (present > entitled) return 'more_present'
  if (written > 0 && (vote !== 'admission' || present + written > entitled)) return 'written'
  if (!ballots) return cast(result) === present + written ? null : 'sum'
  if (ballots.valid > ballots.returned || ballots.issued > present) return 'ballots'
  return cast(result) === ballots.valid + written ? null : 'sum'
}

export interface VoteOutcome {
  /** open: only one of two readings of the rule is met (quorum.ts) · void: more ballots came back than were given out. */
  passed: Quorum['canVote'] | 'void'
  /** Whether enough were there, and how many that is. */
  canVote: Quorum['canVote']
  presentNeeded: Fewest
  /** In favour. */
  passNeeded: Fewest
}

/**
 * What a vote came to, with the quorum it met; an equal vote has not passed.
 * `voteOutcome({ vote: 'admission', entitled: 16, present: 12, written: 1, inFavour: 9, … }) // { passed: 'yes', passNeeded: { mild: 9, strict: 9 }, … }`
 */
export const voteOutcome = (result: VoteResult): VoteOutcome => {
  const { vote, entitled, present, inFavour, ballots } = result
  const counted = quorum(vote, { full: entitled, withoutVote: 0, leftOut: 0 }, present)
  const { canVote, presentNeeded, passNeeded } = counted
  const isVoid = ballots !== undefined && ballots.returned > ballots.issued
  const reached = inFavour >= passNeeded.strict ? canVote : inFavour >= passNeeded.mild ? 'open' : 'no'
  return {
    passed: isVoid ? 'void' : canVote === 'no' ? 'no' : reached,
    canVote,
    presentNeeded,
    passNeeded,
  }
}
