import type { ResponseOf } from '@domain/contract/actions'
import { type Template, template } from '@domain/contract/reminder'
import { collection } from './collection'

/** How many messages of each kind a member has agreed to receive. `_id` = memberId. */
export type Credits = Partial<Record<Template, number>> & {
  _id: string
  /** 我不用微信提醒: the group leader tells. */
  byLeader?: boolean
  /** The last movements, so that one sent again moves nothing. */
  moves: string[]
  updatedAt: Date
}

/** A movement is sent again within moments; this many are kept. */
export const MOVES_KEPT = 60

export const creditLines = (credits: Credits | null): ResponseOf<'reminder.settings'>['credits'] =>
  template.options.map((one) => ({ template: one, left: credits?.[one] ?? 0 }))

export const credits = collection<Credits>({
  bytes: 2_000,
  indexes: [],
})
