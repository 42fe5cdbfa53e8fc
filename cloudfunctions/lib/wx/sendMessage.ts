import { codeOf } from './retry'
import { openapi } from './sdk'

export interface SubscribeMessage {
  openId: string
  templateId: string
  /** Path of the page it opens, with its query. */
  page: string
  data: Record<string, { value: string }>
}

/**
 * Sends once and never again: after a fault on the way nobody knows whether it arrived. The code is WeChat's: 43101 refused by the
 * receiver, 47003 a field it does not take, 40003 no such receiver.
 */
export async function sendMessage(
  message: SubscribeMessage,
): Promise<'sent' | { code: number | 'no_answer' }> {
  const { openId, ...rest } = message
  try {
    await openapi.subscribeMessage.send({ touser: openId, ...rest, lang: 'zh_CN' })
    return 'sent'
  } catch (error) {
    const code = codeOf(error)
    return { code: code === undefined || Number.isNaN(code) ? 'no_answer' : code }
  }
}
