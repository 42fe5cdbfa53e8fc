import type { ResponseOf } from '@domain/contract/actions'
import type { Template } from '@domain/contract/reminder'
import type { Identity } from './identities'
import { collection } from './collection'

/** How many messages of each kind somebody has agreed to receive. `_id`: see walletOf. */
export type Credits = Partial<Record<Template, number>> & {
  _id: string
  /** 我不用微信提醒: the group leader tells. */
  byLeader?: boolean
  /** Of which WeChat refuses messages whatever was allowed: 服务通知 are off, or this one is always refused. */
  off?: Template[]
  /** The last movements, so that one sent again moves nothing. */
  moves: string[]
  updatedAt: Date
}

/** Under what the credits of an identity stand: the member it speaks for, or its own random id where it is outside the register. */
export const walletOf = ({ memberId, requestId }: Pick<Identity, 'memberId' | 'requestId'>): string =>
  memberId ?? requestId

/** A movement is sent again within moments; this many are kept. */
export const MOVES_KEPT = 60

export const creditLines = (
  credits: Credits | null,
  templates: readonly Template[],
): ResponseOf<'reminder.settings'>['credits'] =>
  templates.map((one) => ({ template: one, left: credits?.[one] ?? 0 }))

export const credits = collection<Credits>({
  bytes: 2_000,
  indexes: [{ name: 'waiting', keys: ['waiting'] }],
})
