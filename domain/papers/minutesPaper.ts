import { minutesFields, type Minuted } from './minutesFields'
import type { TextPaper } from './paper'
import { voteBlocks } from './voteBlocks'

const times = ({ record: { recordings, state } }: Minuted): string | undefined =>
  state === 'recorded' && recordings.length > 1 ? `第${recordings.length}次成册` : undefined

/** 会议记录 with its 表决附页: the record's page as a paper. Before 成册 it says that it is a draft. */
export function minutesPaper(minuted: Minuted): TextPaper {
  const { record } = minuted
  const foot = times(minuted)
  return {
    isDraft: record.state !== 'recorded',
    title: '会议记录',
    blocks: [
      { is: 'fields', fields: minutesFields(minuted) },
      { is: 'signatures', who: ['主持人', '记录人'] },
      ...voteBlocks(record),
    ],
    ...(foot !== undefined && { foot }),
  }
}
