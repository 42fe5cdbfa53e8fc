import type { ResponseOf } from '@domain/contract/actions'
import type { Observer, VoteResult } from '@domain/contract/minutes'
import { outcomeLabels } from '@domain/activity/minutesLabels'
import { type VoteFault, voteFault, voteOutcome } from '@domain/activity/voteOutcome'

type MeetingRecord = ResponseOf<'activity.record'>

/** 列席 as typed: one a line, the name first and the post after a space or a comma. */
export function observersOf(text: string): Observer[] {
  return linesOf(text).map((line) => {
    const [name = '', ...rest] = line.split(/[\s,，]+/)
    const post = rest.join(' ')
    return { name: name.slice(0, 20), ...(post && { post: post.slice(0, 30) }) }
  })
}

export const observersText = (observers: readonly Observer[] = []): string =>
  observers.map(({ name, post }) => [name, post].filter(Boolean).join(' ')).join('\n')

/** What was typed line by line, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A vote to begin with: everybody who may vote and is there, in favour. */
export function freshVote({ voting, expected, attended }: MeetingRecord): VoteResult {
  const entitled = Math.max(0, (voting?.full ?? expected.full) - (voting?.notEntitled.withoutVote ?? 0))
  const here = (voting?.present ?? attended.full) - (voting?.notEntitled.withoutVoteHere ?? 0)
  const present = Math.max(0, Math.min(entitled, here))
  return {
    ...{ matter: '', vote: 'ordinary', ballot: 'hands' },
    ...{ entitled, present, inFavour: present, against: 0, abstained: 0 },
  }
}

const faults: Record<VoteFault, string> = {
  more_present: '实到会的比应到会的多',
  written: '会前书面意见只用在接收、转正',
  sum: '赞成、不赞成、弃权加起来，与实到会的人数不相等',
  ballots: '有效票不能比收回的多，发出的不能比实到会的多',
}

/** What of it does not add up, in a sentence. */
export function voteFaultText(vote: VoteResult): string | undefined {
  const fault = voteFault(vote)
  return fault ? faults[fault] : undefined
}

/** 应到 16，实到 12，赞成 9，不赞成 1，弃权 2；须 9 人赞成，通过 */
export function voteText(vote: VoteResult): string {
  const { passed, passNeeded, canVote, presentNeeded } = voteOutcome(vote)
  const { entitled, present, written, inFavour, against, abstained } = vote
  const { mild, strict } = passNeeded
  const needed = mild === strict ? `${strict}` : `${mild} 至 ${strict}`
  const numbers = [
    `应到会 ${entitled}`,
    `实到会 ${present}`,
    written ? `书面 ${written}` : '',
    `赞成 ${inFavour}`,
    `不赞成 ${against}`,
    `弃权 ${abstained}`,
  ]
  const isTooFew = passed === 'no' && canVote === 'no'
  const said = isTooFew ? `到会不足 ${presentNeeded.mild} 人，不能表决` : outcomeLabels[passed]
  return `${numbers.filter(Boolean).join('，')}；须 ${needed} 人赞成，${said}`
}
