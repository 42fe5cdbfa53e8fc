import type { ReopenReason } from '@domain/contract/words'

/** Why 成册 is taken back. */
export const reopenLabels: Record<ReopenReason, string> = {
  people: '到会名单有误',
  wording: '文字有误',
  incomplete: '漏了内容',
  other: '其他原因',
}
