import { momentText } from './clock.js'
import { ask, element, note } from './dom.js'
import { failureText } from './failures.js'
import { nameOf } from './identities.js'

/** The page a message opens, for the person it was sent to. */
const deepLink = (openid, page) => `/?as=${encodeURIComponent(openid)}#/${page.replace(/^\//, '')}`

function messageCard({ at, openid, templateId, page, data, errcode, requestId }, templates) {
  const template = templates.find(({ id }) => id === templateId)
  const fields = Object.entries(data).flatMap(([name, field]) => [
    element('dt', { title: name }, template?.keywords[name] ?? name),
    element('dd', {}, String(field?.value ?? '')),
  ])
  const outcome =
    errcode === 0
      ? element('span', { class: 'good' }, '已送达')
      : element('span', { class: 'bad' }, `没有送达：${failureText(errcode)}`)
  const link = page
    ? [
        element(
          'a',
          { class: 'open', href: deepLink(openid, page), target: '_blank', title: page },
          '进入小程序查看 ›',
        ),
      ]
    : []
  return element(
    'article',
    { class: errcode === 0 ? 'card' : 'card refused' },
    element('div', { class: 'head' }, element('strong', { title: openid }, nameOf(openid)), outcome),
    element('div', { class: 'soft' }, momentText(at)),
    ...(template ? [element('h4', {}, template.title)] : []),
    element('dl', {}, ...fields),
    ...link,
    element('div', { class: 'soft foot' }, `模板 ${templateId} · 请求编号 ${requestId || '—'}`),
  )
}

export const messages = {
  read: async () => ({ list: await ask('outbox'), templates: await ask('templates') }),
  draw: ({ list, templates }) =>
    list.length > 0
      ? [
          note(`共 ${list.length} 条，新的在前。`),
          element('div', { class: 'cards' }, ...list.map((message) => messageCard(message, templates))),
        ]
      : [note('还没有发出消息。')],
}
