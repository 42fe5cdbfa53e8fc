import type { NotOwedReason, ProgressState } from '../../contract/words'
import type { NotCountedReason } from '../../evidence/seenRecord'
import { lifeKindOf } from '../../progress/lifeDuty'
import { theDuty } from '../progressOf'
import { type CaseWorld, newWorld } from './caseWorld'
import { readEvent } from './readEvent'
import { readSetting } from './readSetting'
import { mean, meanings } from './words'

/** What a case says must come out. */
export interface Verdict {
  state: ProgressState
  notOwed?: NotOwedReason
  done: number
  needed: number | null
  missing: number
  /** In any order. */
  notCounted: NotCountedReason[]
  /** Still to come in the calendar. */
  planned: number
  /** Of what counts: made up (补学), entered late (补登). */
  madeUp: number
  backfilled: number
}

export interface WorkedCase {
  /** Row of DUTIES. */
  row: number
  situation: string
  world: CaseWorld
  /** null: the duty does not exist there. */
  verdict: Verdict | null
}

const numberAfter = (words: readonly string[], word: string): number =>
  Number(words.find((one) => new RegExp(`^${word}\\d+$`).test(one))?.slice(word.length) ?? 0)

/** `还差 1/2 差1 不计=同日同户`, `不欠:因故 0/1`, `只登记 3`, `已满足 1/1 补学1`, `无此项`. */
const readVerdict = (text: string): Verdict | null => {
  const words = text.split(/\s+/)
  const [first = '', count = ''] = words
  if (first === '无此项') return null
  const [state = '', reason] = first.split(':')
  const [done, needed] = count.split('/').map(Number)
  const notCounted = words.find((word) => word.startsWith('不计='))?.slice(3)
  if (done === undefined || Number.isNaN(done)) throw new Error(`How many? ${text}`)
  return {
    state: mean(meanings.state, state),
    ...(reason === undefined ? {} : { notOwed: mean(meanings.notOwed, reason) }),
    done,
    needed: needed ?? null,
    missing: numberAfter(words, '差'),
    notCounted:
      notCounted === undefined ? [] : notCounted.split('、').map((one) => mean(meanings.reason, one)),
    planned: numberAfter(words, '将有'),
    madeUp: numberAfter(words, '补学'),
    backfilled: numberAfter(words, '补登'),
  }
}

const readCase = (block: string): WorkedCase => {
  const [head = '', ...lines] = block.split('\n').map((line) => line.trim())
  const match = /^\[(\d+)\] (\S+) (.+)$/.exec(head)
  if (!match) throw new Error(`Not the head of a case: ${head}`)
  const [, row = '', dutyId = '', situation = ''] = match
  const verdict = lines.pop()
  if (!verdict?.startsWith('→ ')) throw new Error(`Without a verdict: ${head}`)
  const world = newWorld(dutyId, lifeKindOf(dutyId) ? [] : [theDuty(dutyId)])
  for (const line of lines) if (!readSetting(world, line)) readEvent(world, line)
  return { row: Number(row), situation, world, verdict: readVerdict(verdict.slice(2)) }
}

/** Cases stand apart by an empty line; a line that begins with # is a remark. */
export const readCases = (text: string): WorkedCase[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(readCase)
