import type { Organisation } from '@domain/org/organisation'
import type { Period } from '@domain/time/period'
import type { Context } from '../entry/useCase'
import type { BookLine } from '../store/readBook'
import type { ZipPart } from './write/ZipPart'

/** What a paper of many parts is made of. */
export interface Asked {
  node: Organisation
  span: Period
  context: Context
  /** What the branch held, by its start. */
  lines: readonly BookLine[]
  /** When its first part was made (ms). */
  at: number
}

/** A paper of many parts: each is made from what is stored when it is asked for, and knows nothing of the others but what the .zip says. */
export interface LongPaperKind {
  /** Lines in the order in which their records stand in it: those in the book alone. */
  recordsOf: (lines: readonly BookLine[]) => BookLine[]
  front: (zip: ZipPart, asked: Asked) => Promise<void>
  /** Records of a few lines; `from`: the place of the first of them among all. */
  records: (zip: ZipPart, asked: Asked, lines: readonly BookLine[], from: number) => Promise<void>
  back: (zip: ZipPart, asked: Asked) => Promise<void>
}
