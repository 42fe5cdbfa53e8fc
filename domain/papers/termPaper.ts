import type { MeetingRecord } from './minutesFields'
import type { PaperBlock, PaperField, TextPaper } from './paper'
import { voteBlocks } from './voteBlocks'

export const TERM_PAPER = '组织和届期情况'

interface TermPaper {
  /** As it was at the end of the years, with every 届 there has been. */
  basics: readonly PaperField[]
  /** Records of the meetings that elected somebody, by their start; `when`: `2026年3月5日 换届选举大会`. */
  elections: readonly { when: string; record: MeetingRecord }[]
}

/** 组织、届期 and the votes of its elections, for a 巡察资料包. */
export const termPaper = ({ basics, elections }: TermPaper): TextPaper => ({
  isDraft: false,
  title: TERM_PAPER,
  blocks: [
    { is: 'fields', fields: basics },
    ...(elections.length === 0
      ? [{ is: 'text' as const, text: '这几年的会议记录里没有选举表决。' }]
      : elections.flatMap(({ when, record }): PaperBlock[] => {
          const [page, ...votes] = voteBlocks(record)
          return page ? [page, { is: 'text', text: when }, ...votes] : []
        })),
  ],
})
