import type { Fewest, Quorum } from '@domain/activity/quorum'
import type { Vote } from '@domain/contract/words'

export const votes: readonly { vote: Vote; label: string; basis: string }[] = [
  {
    vote: 'ordinary',
    label: '一般事项表决',
    basis:
      '《中国共产党支部工作条例（试行）》第十一条，依据待核：半数以上到会可以表决，赞成超过应到会的半数通过。',
  },
  {
    vote: 'admission',
    label: '接收、转正表决',
    basis:
      '《中国共产党发展党员工作细则》，依据待核：到会超过应到会的半数，赞成超过应到会的半数。因故不能到会、会前正式提出书面意见的，统计在票数内，不算实到。采取无记名投票。',
  },
  {
    vote: 'election',
    label: '选举',
    basis:
      '《中国共产党基层组织选举工作条例》，依据待核：到会人数各处写作“五分之四以上”和“超过五分之四”，当选票数写作“实到会的半数”和“应到会的半数”。两种算法都满足才有结论，其余以上级党组织的批复为准。',
  },
]

const between = ({ mild, strict }: Fewest): string => (mild === strict ? `${mild}` : `${mild} 或 ${strict}`)

/** Whether a vote may be taken, and how many must agree: 可以表决；通过须 9 人赞成. Where two readings differ both numbers stand there. */
export function quorumText(vote: Vote, { canVote, present, presentNeeded, passNeeded }: Quorum): string {
  if (canVote === 'no')
    return `再到 ${presentNeeded.mild - present} 人，${vote === 'election' ? '才可能' : '可以'}表决`
  const may = canVote === 'yes' ? '可以表决' : `正好五分之四到会，能否选举请先问上级党组织`
  const pass =
    passNeeded.mild === passNeeded.strict
      ? `通过须 ${passNeeded.mild} 人赞成`
      : `按实到会过半数须 ${passNeeded.mild} 票，按应到会过半数须 ${passNeeded.strict} 票`
  return `${may}；${pass}`
}

/**
 * Who is counted: 应到是支部当天全部正式党员 20 人，与点名名单无关；到会的正式党员 12 人中，没有表决权的 1 人不算实到. `there`: full members who have come.
 */
export function countedText(
  { full, there, probationary }: { full: number; there: number; probationary: number },
  { present }: Quorum,
): string {
  const without = there - present
  return [
    `应到是支部当天全部正式党员 ${full} 人，与点名名单无关`,
    ...(without > 0 ? [`到会的正式党员 ${there} 人中，这次不参加表决的 ${without} 人不算实到`] : []),
    ...(probationary > 0 ? [`预备党员 ${probationary} 人没有表决权，不计入`] : []),
  ].join('；')
}

/** 满 13 人可以表决 · 满 12 或 13 人可以表决 */
export const neededText = ({ presentNeeded }: Pick<Quorum, 'presentNeeded'>): string =>
  `满 ${between(presentNeeded)} 人可以表决`
