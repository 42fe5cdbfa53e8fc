import { ballotLabels, outcomeLabels, voteLabels } from '../activity/minutesLabels'
import type { Fewest } from '../activity/quorum'
import { voteOutcome } from '../activity/voteOutcome'
import type { VoteResult } from '../contract/minutes'
import type { MeetingRecord } from './minutesFields'
import type { PaperBlock, PaperField } from './paper'

const field = (label: string, text: string): PaperField => ({ label, lines: [text] })

/** Where the texts of the rule differ both numbers stand, and which is meant waits for the text itself. */
const needed = ({ mild, strict }: Fewest, of: string): string =>
  mild === strict ? `${mild} ${of}` : `${mild} 或 ${strict} ${of}，依据待核`

const ballotsField = ({ ballots }: VoteResult): PaperField[] =>
  ballots
    ? [
        field(
          '选票',
          `发出 ${ballots.issued}，收回 ${ballots.returned}，有效 ${ballots.valid}，无效 ${ballots.returned - ballots.valid}`,
        ),
      ]
    : []

const writtenField = ({ written = 0 }: VoteResult): PaperField[] =>
  written > 0 ? [field('会前书面意见', `${written} 份（计入表决，不计入实到）`)] : []

function voteFields(result: VoteResult): PaperField[] {
  const { matter, vote, ballot, entitled, present, inFavour, against, abstained } = result
  const { passed, presentNeeded, passNeeded } = voteOutcome(result)
  return [
    field('事项', `${matter}（${voteLabels[vote]}）`),
    field('有表决权', `应到会 ${entitled} 人，实到会 ${present} 人（须 ${needed(presentNeeded, '人')}）`),
    ...writtenField(result),
    field('方式', ballotLabels[ballot]),
    ...ballotsField(result),
    field('票数', `赞成 ${inFavour}，不赞成 ${against}，弃权 ${abstained}（须 ${needed(passNeeded, '票')}）`),
    field('结果', outcomeLabels[passed]),
  ]
}

const notEntitledField = ({ voting }: MeetingRecord): PaperField[] => {
  const { withoutVote = 0, leftOut = 0 } = voting?.notEntitled ?? {}
  const parts = [
    withoutVote > 0 && `无表决权 ${withoutVote} 人`,
    leftOut > 0 && `经上级同意、大会通过，选举时不计入 ${leftOut} 人`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? [{ label: '不计入应到会', lines: parts }] : []
}

/** 表决与选举附页: a block a matter, each person of an election a matter of its own; nothing where nothing was put to the vote. */
export function voteBlocks(record: MeetingRecord): PaperBlock[] {
  const { votes = [] } = record
  if (votes.length === 0) return []
  const left = notEntitledField(record)
  const isElected = votes.some(({ vote }) => vote === 'election')
  return [
    { is: 'page' },
    { is: 'heading', text: '表决与选举附页' },
    ...(left.length > 0 ? [{ is: 'fields' as const, fields: left }] : []),
    ...votes.flatMap((result, index): PaperBlock[] => [
      { is: 'heading', text: votes.length > 1 ? `第 ${index + 1} 项` : '表决' },
      { is: 'fields', fields: voteFields(result) },
    ]),
    { is: 'signatures', who: isElected ? ['监票人', '计票人'] : ['主持人', '记录人'] },
  ]
}
