import type { ResponseOf } from '@domain/contract/actions'

type Because = NonNullable<ResponseOf<'reminder.toTell'>['people'][number]['because']>

/** Why a person tells somebody, in few words: how it is, nobody's fault. */
export const becauseWords: Record<Because, string> = {
  unbound: '没绑定微信',
  by_leader: '请当面告知',
  no_credit: '提醒次数用完',
  off: '关了服务通知',
  not_open: '没开通微信提醒',
  failed: '微信没有发到',
}
