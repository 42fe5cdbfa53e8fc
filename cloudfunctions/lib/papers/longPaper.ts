import type { LongPaper } from '@domain/contract/paper'
import type { PaperEnding } from '@domain/papers/fileName'
import type { Years } from '@domain/papers/patrolYears'
import type { Organisation } from '@domain/org/organisation'
import type { Context } from '../entry/useCase'
import type { BookLine } from '../store/readBook'
import type { ZipPart } from './write/ZipPart'

/** What a paper of many parts is made of. */
export interface Asked {
  node: Organisation
  /** The period it tells of; of several years each. */
  spans: Spans
  context: Context
  /** What the branch held, by its start. */
  lines: readonly BookLine[]
  /** When its first part was made (ms). */
  at: number
}

/** One period at least. */
export type Spans = Years

/** Meetings read and written together: with their rolls those of a branch of 300 are some megabytes. */
export const TOGETHER = 5

/** A paper of many parts: each is made from what is stored when it is asked for, and knows nothing of the others but what the .zip says. */
export interface LongPaperKind {
  paper: string
  ending: PaperEnding
  /** null: no such span. */
  spansOf: (periodKey: string, until: string | undefined) => Spans | null
  /** Whether a list of all files with their SHA-256 stands last. */
  isDigested?: true
  /** How many pieces are written one after the other, between what stands before and behind them. */
  count: (asked: Asked) => number
  front: (zip: ZipPart, asked: Asked) => Promise<void>
  /** The pieces that come next after so many: how many are written then. */
  write: (zip: ZipPart, asked: Asked, from: number) => Promise<number>
  back: (zip: ZipPart, asked: Asked) => Promise<void>
}

export type LongPaperKinds = Record<LongPaper, LongPaperKind>

/** Of a branch's meetings those in the book. */
export const inBook = (lines: readonly BookLine[]): BookLine[] =>
  lines.filter(({ state }) => state === 'recorded')
