import type { RequestOf, ResponseOf } from '@domain/contract/actions'
import { now } from '@/cloud/clock'
import { attempt, type PhoneRefusal } from '@/cloud/outcome'
import { identityKey } from '@/platform/session'
import { createStore } from '@/platform/store'

export type LongPaperAsked = Pick<RequestOf<'paper.part'>, 'branchId' | 'periodKey' | 'until' | 'paper'>
type Part = ResponseOf<'paper.part'>

/** A paper that comes part by part. */
export interface LongPaperMaking {
  of: string
  /** stopped: by whoever asked, or for want of an answer; what has come stays. */
  state: 'making' | 'stopped' | 'done'
  parts: readonly Part[]
  refusal?: PhoneRefusal
  /** When it was done (ms). */
  doneAt?: number
}

/** One at a time, whatever page is shown: one may leave the page and come back. It holds names, and goes with the mini-program. */
export const longPapers = createStore<LongPaperMaking | undefined>(undefined)

export const nameOfAsked = ({ branchId, periodKey, until = '', paper }: LongPaperAsked): string =>
  [identityKey(), branchId, periodKey, until, paper].join(' ')

function withPart({ of, parts }: LongPaperMaking, part: Part): LongPaperMaking {
  const all = [...parts, part]
  return part.end === undefined
    ? { of, state: 'making', parts: all }
    : { of, state: 'done', parts: all, doneAt: now() }
}

/** Asks for one part after the other until all are there, nobody waits for it any more, or there is no answer. */
async function goOn(asked: LongPaperAsked, begun: LongPaperMaking): Promise<void> {
  let making = begun
  while (making.state === 'making') {
    const soFar = making.parts[making.parts.length - 1]?.soFar
    const outcome = await attempt('paper.part', { ...asked, ...(soFar && { soFar }) })
    // Stopped, or another one begun meanwhile.
    if (longPapers.get() !== making) return
    making = outcome.ok ? withPart(making, outcome.data) : { ...making, state: 'stopped', refusal: outcome }
    longPapers.set(making)
  }
}

function begin(asked: LongPaperAsked, parts: readonly Part[]): void {
  const making: LongPaperMaking = { of: nameOfAsked(asked), state: 'making', parts }
  longPapers.set(making)
  void goOn(asked, making)
}

/** From its first part. */
export const makeLongPaper = (asked: LongPaperAsked): void => begin(asked, [])

/** From where it was stopped; from the first part where what has come does not fit any more. */
export function resumeLongPaper(asked: LongPaperAsked): void {
  const making = longPapers.get()
  if (making?.state !== 'stopped' || making.of !== nameOfAsked(asked)) return
  begin(asked, making.refusal?.reason === 'book_changed' ? [] : making.parts)
}

export function stopLongPaper(): void {
  const making = longPapers.get()
  if (making?.state === 'making') longPapers.set({ ...making, state: 'stopped' })
}

/** The file: every content in its order, then every line of its directory, then its end. */
export const piecesOf = (parts: readonly Part[]): string[] =>
  [
    ...parts.map(({ content }) => content),
    ...parts.map(({ directory }) => directory),
    ...parts.map(({ end = '' }) => end),
  ].filter((piece) => piece !== '')
