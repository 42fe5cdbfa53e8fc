import type { CappedByTurn } from '@domain/access/caps'
import { collection } from './collection'

/**
 * Something of which a WeChat identity has only so many a day: `openId_day_kind_n`, so that the cap is part of the key. Kept 30 days.
 * code: a signed code that was refused · bind: asking by name and digits · named: being asked for by name and digits, by whomever; its `openId`
 * is a hash of branch and name, nobody's identity · plain: asking by name alone · invitation: a token that is none · text: one that WeChat refused ·
 * export: the register or one's own data · paper: a paper to hand out · part: one of a long paper · feedback: 投诉建议 · resident: a name looked for
 * at a community · list: a list of names read for a community · picture: a code that WeChat drew · all others: one newly written (domain/access/caps.ts)
 */
export interface Attempt {
  _id: string
  openId: string
  kind:
    | 'code'
    | 'bind'
    | 'named'
    | 'plain'
    | 'invitation'
    | 'text'
    | 'export'
    | 'paper'
    | 'part'
    | 'feedback'
    | 'resident'
    | 'picture'
    | 'list'
    | CappedByTurn
  reason: string
  at: number
  /** Shanghai day of `at`. */
  day: string
  activityId?: string
  updatedAt: Date
}

export const attempts = collection<Attempt>({
  bytes: 600,
  indexes: [{ name: 'person', keys: ['openId', 'day', 'kind'] }],
})
