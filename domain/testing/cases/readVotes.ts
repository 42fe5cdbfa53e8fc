import { type Fewest, quorum } from '../../activity/quorum'
import type { Vote } from '../../contract/words'
import { votersOf } from '../../activity/votersOf'
import type { Member } from '../../org/member'
import { aMember } from '../builders'
import { mean } from './words'

/** A vote as its case tells it, and what must come out, in the words of the case. */
export interface VoteCase {
  vote: Vote
  situation: string
  /** 支部工作条例第十一条（依据待核） */
  basis: string
  counts: ReadonlyMap<string, number>
  verdict: string
}

const votes: ReadonlyMap<string, Vote> = new Map([
  ['一般事项', 'ordinary'],
  ['接收转正', 'admission'],
  ['选举', 'election'],
])

/** What a case may count. 名单 and 书面意见 are said and change nothing. */
const counted = [
  '正式',
  '预备',
  '免除',
  '流动',
  '正在转出',
  '已转出',
  '无表决权',
  '不计入',
  '到会',
  '名单',
  '书面意见',
]
const known = new Set([...counted, '到会预备', '到会无表决权', '到会不计入'])

const readCounts = (line: string): Map<string, number> => {
  const pairs = [...line.matchAll(/(\S+) (\d+)/g)].map(([, word = '', n]): [string, number] => [
    word,
    Number(n),
  ])
  const unknown = pairs.find(([word]) => !known.has(word))
  if (unknown || pairs.length === 0) throw new Error(`Not counts: ${line}`)
  return new Map(pairs)
}

const readVote = (block: string): VoteCase => {
  const [head = '', source = '', world = '', verdict = ''] = block.split('\n').map((line) => line.trim())
  const match = /^\[(\S+)\] (.+)$/.exec(head)
  if (!match || !source.startsWith('依据 ') || !verdict.startsWith('→ '))
    throw new Error(`Not a vote: ${block}`)
  const [, word = '', situation = ''] = match
  return {
    vote: mean(votes, word),
    situation,
    basis: source.slice('依据 '.length),
    counts: readCounts(world),
    verdict: verdict.slice('→ '.length),
  }
}

/** Cases stand apart by an empty line; a line that begins with # is a remark. */
export const readVotes = (text: string): VoteCase[] =>
  text
    .replace(/^#.*\n/gm, '')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(readVote)

const DAY = '2026-09-22'
const BEFORE = '2026-09-21'
const home = { branchId: '一支部', from: '2020-01-01' }
const special: Record<string, Partial<Member>> = {
  免除: { exemptions: [{ category: 'old_age', from: '2026-01-01' }] },
  流动: { exemptions: [{ category: 'mobile', from: '2026-01-01' }] },
  正在转出: { transfer: { toBranchId: '二支部', askedOn: '2026-09-01', by: '乙' } },
}

/** The branch of a case: its full members, some of them as the case has them, the probationary ones, and those who have left. */
function membersOf(counts: VoteCase['counts']): Member[] {
  const of = (word: string) => counts.get(word) ?? 0
  const several = (word: string, over: Partial<Member> = {}, n = of(word)) =>
    Array.from({ length: n }, (_, i) => aMember({ _id: `${word}${i}`, memberships: [home], ...over }))
  const marked = Object.entries(special).flatMap(([word, over]) => several(word, over))
  const left = {
    memberships: [
      { ...home, to: BEFORE },
      { branchId: '二支部', from: DAY },
    ],
  }
  return [
    ...several('正式', {}, of('正式') - marked.length),
    ...marked,
    ...several('预备', { standing: 'probationary' }),
    ...several('已转出', left),
  ]
}

const fewest = ({ mild, strict }: Fewest) => (mild === strict ? `${mild}` : `${mild}或${strict}`)
const can = { yes: '可以表决', no: '不能表决', open: '待核' }

/** What the rules say of a case, in its words. */
export const judgeVote = ({ vote, counts }: VoteCase): string => {
  const of = (word: string) => counts.get(word) ?? 0
  const members = membersOf(counts)
  const came = new Set([
    ...members.filter(({ standing }) => standing === 'full').slice(0, of('到会')),
    ...members.filter(({ standing }) => standing === 'probationary').slice(0, of('到会预备')),
  ])
  const isHere = (id: string) => [...came].some(({ _id }) => _id === id)
  const voters = votersOf(members, { branchId: '一支部', day: DAY }, isHere)
  const { canVote, entitled, present, presentNeeded, passNeeded } = quorum(
    vote,
    {
      full: voters.full,
      withoutVote: of('无表决权'),
      leftOut: of('不计入'),
      withoutVoteHere: of('到会无表决权'),
      leftOutHere: of('到会不计入'),
    },
    voters.present,
  )
  return [
    can[canVote],
    `应到${entitled}`,
    `实到${present}`,
    `须到${fewest(presentNeeded)}`,
    `赞成${fewest(passNeeded)}`,
  ].join(' ')
}
