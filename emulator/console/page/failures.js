import { ask, attempt, button, element, formOf, note, option } from './dom.js'
import { nameOf } from './identities.js'

const codes = [
  [43101, '43101 对方没有同意接收'],
  [47003, '47003 内容不合模板'],
  [-1, '-1 微信系统繁忙'],
]
const others = [
  ['lost', '办成了，但没有回音'],
  ['slow', '5 秒后才回答'],
]
const SLOW_MS = 5000

/** What a code means, in words. */
export const failureText = (code) => codes.find(([known]) => known === code)?.[1] ?? String(code)

function howText(how) {
  if (typeof how === 'object') return `${how.slowMs / 1000} 秒后才回答`
  return how === 'lost' ? others[0][1] : failureText(how)
}

const send = (body, refresh) =>
  attempt('设置', async () => {
    await ask('failures', body)
    await refresh()
  })

function failureRow({ api, openid, templateId, how }, refresh) {
  const target = { api, openid, templateId }
  return element(
    'tr',
    {},
    element('td', {}, api),
    element('td', {}, openid === '' ? '所有人' : nameOf(openid)),
    element('td', {}, templateId || '—'),
    element('td', { class: 'bad' }, howText(how)),
    element(
      'td',
      {},
      button('取消', () => void send({ ...target, errcode: 0 }, refresh)),
    ),
  )
}

function failureForm({ apis, outbox }, refresh) {
  const api = element('select', { 'aria-label': '接口' }, ...apis.map((name) => option(name, name)))
  const openid = element('input', { placeholder: '谁（空着是所有人）', 'aria-label': '谁', list: 'people' })
  const template = element('input', { placeholder: '模板（可空）', 'aria-label': '模板', list: 'templates' })
  const how = element(
    'select',
    { 'aria-label': '结果' },
    ...[...codes, ...others].map(([value, label]) => option(value, label)),
  )
  const list = (id, values) =>
    element('datalist', { id }, ...[...new Set(values)].map((value) => element('option', { value })))
  const submit = () => {
    const result =
      how.value === 'lost'
        ? { lost: true }
        : how.value === 'slow'
          ? { slowMs: SLOW_MS }
          : { errcode: Number(how.value) }
    const target = { api: api.value, openid: openid.value.trim(), templateId: template.value.trim() }
    return send({ ...target, ...result }, refresh)
  }
  return [
    formOf(submit, api, openid, template, how, element('button', { class: 'main' }, '从此这样')),
    list(
      'people',
      outbox.map((message) => message.openid),
    ),
    list(
      'templates',
      outbox.map((message) => message.templateId),
    ),
  ]
}

export const failures = {
  /** A half-typed form must not be drawn over. */
  isStill: true,
  read: async () => ({
    list: await ask('failures'),
    apis: (await ask('state')).openApis,
    outbox: await ask('outbox'),
  }),
  draw(content, refresh) {
    const rows = content.list.map((failure) => failureRow(failure, refresh))
    const heads = ['接口', '谁', '模板', '结果', ''].map((text) => element('th', {}, text))
    const table = element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows),
    )
    return [
      note('让微信的接口对某个人、某个模板出错，直到取消。停止后不保留。'),
      ...failureForm(content, refresh),
      rows.length > 0 ? element('div', { class: 'scroll' }, table) : note('现在一切照常。'),
    ]
  },
}
