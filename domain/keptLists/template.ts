import type { Rule } from '../access/accessTable'
import type { Heading, ListShape, Move } from '../contract/keptLists'

export const headingLabels: Record<Heading, string> = {
  organisation: '基本组织',
  team: '基本队伍',
  site: '基本阵地',
  system: '基本制度',
  support: '基本保障',
}

/**
 * A kept list (台账、清单) as data: what a row holds, in which states it may be (the first is that of a new one), and who may read and write it, asked by mayDo of the
 * organisation whose list it is.
 */
export interface ListTemplate extends Omit<ListShape, 'moves'> {
  /** Of DUTIES. */
  row: number
  /** `self`: besides those who read the list, each member the own rows of it, which stand on the own page while they are in force. */
  reads: Rule
  writes: Rule
  /** The field of the members by whom a row is to be done: each reads and moves it, and is told of it once it is past its day. */
  owner?: string
  /** `by`: who may, where it is not whoever writes the list. */
  moves?: (Move & { by?: Rule })[]
}
