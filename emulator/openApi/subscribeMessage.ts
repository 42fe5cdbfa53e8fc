import type { OutboxMessage } from '../types'
import { badField } from './badField'
import { type OpenApi, refused, text } from './OpenApi'

/** `subscribeMessage.send`: into the outbox in place of somebody's WeChat. */
export const subscribeMessage: OpenApi = {
  keepsRefusals: true,
  personOf: ({ touser }) => text(touser),
  answer({ touser, template_id: template, page, data }, call, { outbox }) {
    const [openid, templateId] = [text(touser), text(template)]
    if (openid === '') return refused(40003, 'invalid openid')
    if (templateId === '') return refused(40037, 'invalid template_id')
    if (typeof data !== 'object' || data === null) return refused(47003, 'argument invalid!')
    const bad = badField(data as Record<string, unknown>)
    if (bad !== undefined) return refused(47003, `argument invalid! data.${bad}.value invalid`)
    outbox.add({
      api: call.apiName,
      at: call.now,
      openid,
      templateId,
      page: text(page),
      data: data as OutboxMessage['data'],
      requestId: call.requestId,
      errcode: call.scripted,
    })
    return call.scripted === 0 ? { errcode: 0, errmsg: 'ok' } : refused(call.scripted, 'scripted failure')
  },
}
