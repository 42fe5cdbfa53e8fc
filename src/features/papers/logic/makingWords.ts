import type { LongPaper } from '@domain/contract/paper'
import type { LongPaperMaking } from './longPapers'

interface Words {
  /** Of the page. */
  title: string
  /** On the cover, a line each. */
  cover: readonly string[]
  doing: string
  /** What the first part, the pieces, and the last part are. */
  steps: readonly [front: string, pieces: string, back: string]
  /** Pieces are counted by it. */
  unit: string
}

export const makingWords: Record<LongPaper, Words> = {
  handbook: {
    title: '支部工作手册',
    cover: ['党支部', '工作手册'],
    doing: '正在装订',
    steps: ['封面、目录、党员名册', '会议记录', '参加组织生活情况、党费、谈心谈话'],
    unit: '场',
  },
  bundle: {
    title: '打包记录',
    cover: ['会议记录', '文件包'],
    doing: '正在打包',
    steps: ['文件目录', '会议记录和到会登记表', '三会一课台账'],
    unit: '场',
  },
  patrol: {
    title: '巡察资料包',
    cover: ['巡察', '资料包'],
    doing: '正在打包',
    steps: ['组织和届期', '会议记录、登记表，每年的名册和表', '带校验值的目录'],
    unit: '份',
  },
}

type Come = Pick<LongPaperMaking, 'parts'>

export interface MakingStep {
  label: string
  state: 'done' | 'now' | 'later'
  /** 31/52 场 */
  count?: string
}

/** Counted by what has come, never guessed: what stands before the records, these, and what stands behind them. */
export function stepsOf(paper: LongPaper, { parts }: Come): MakingStep[] {
  const last = parts[parts.length - 1]
  const isWritten = last !== undefined && last.soFar.written >= last.pieces
  const done = [last !== undefined, isWritten, last?.end !== undefined]
  const now = done.indexOf(false)
  const { steps, unit } = makingWords[paper]
  return steps.map((label, index): MakingStep => ({
    label,
    state: done[index] ? 'done' : index === now ? 'now' : 'later',
    ...(index === 1 && last && { count: `${last.soFar.written}/${last.pieces} ${unit}` }),
  }))
}

/** 正在整理第 11 场，共 52 场; before the first answer nobody knows how many there are. */
export function partText(paper: LongPaper, { parts }: Come): string {
  const last = parts[parts.length - 1]
  if (!last) return '正在看有多少场会'
  const { soFar, pieces } = last
  const { unit } = makingWords[paper]
  return soFar.written < pieces ? `正在整理第 ${soFar.written + 1} ${unit}，共 ${pieces} ${unit}` : '正在收尾'
}

/** Hundredths: every piece one, and one each for what stands before and behind them. */
export function shareOf({ parts }: Come): number {
  const last = parts[parts.length - 1]
  if (!last) return 0
  const steps = 1 + last.soFar.written + (last.end === undefined ? 0 : 1)
  return Math.round((100 * steps) / (last.pieces + 2))
}

/** What has been made: meetings, or the files of a patrol. */
export function madeText(paper: LongPaper, { parts }: Come): string {
  const last = parts[parts.length - 1]
  return paper === 'patrol' ? `${last?.soFar.entries ?? 0} 份文件` : `${last?.pieces ?? 0} 场`
}

/** `430 KB`, `3.1 MB` */
export function sizeText({ parts }: Come): string {
  const { bytes = 0, directory = 0 } = parts[parts.length - 1]?.soFar ?? {}
  const kilobytes = Math.max(1, Math.round((bytes + directory) / 1024))
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
