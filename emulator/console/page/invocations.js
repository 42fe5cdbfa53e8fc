import { wallClock } from './clock.js'
import { ask, element, note } from './dom.js'
import { nameOf } from './identities.js'

const SHOWN = 200

function callSummary(calls) {
  const sums = new Map()
  for (const { action, collection, ms } of calls) {
    const what = `${action.replace('database.', '')}${collection ? ` ${collection}` : ''}`
    const { times, total } = sums.get(what) ?? { times: 0, total: 0 }
    sums.set(what, { times: times + 1, total: total + ms })
  }
  return [...sums].map(
    ([what, { times, total }]) => `${what}${times > 1 ? ` ×${times}` : ''}  ${total.toFixed(1)} ms`,
  )
}

function part(title, lines) {
  return lines.length > 0 ? [element('h3', {}, title), element('pre', {}, lines.join('\n'))] : []
}

function invocationRow({
  name,
  event,
  openid,
  startedAt,
  ms,
  calls,
  ok,
  coldStart,
  lines,
  error,
  requestId,
}) {
  const summary = element('summary', {}, [name, event.action].filter(Boolean).join(' · '))
  const details = element(
    'details',
    {},
    summary,
    element('div', { class: 'soft' }, `请求编号 ${requestId}`),
    ...part('错误', error ? [error] : []),
    ...part('云端调用', callSummary(calls)),
    ...part('打印', lines),
  )
  const databaseCalls = calls.filter(({ action }) => action.startsWith('database.')).length
  return element(
    'tr',
    {},
    element('td', {}, wallClock(startedAt).time),
    element('td', { class: 'wide' }, details),
    element('td', { title: openid }, openid === '' ? '—' : nameOf(openid)),
    element('td', { class: 'number' }, `${Math.round(ms)} ms${coldStart ? '（冷启动）' : ''}`),
    element('td', { class: 'number' }, String(databaseCalls)),
    element('td', { class: ok ? 'good' : 'bad' }, ok ? '成功' : '失败'),
  )
}

const heads = [['时间'], ['函数 · 动作'], ['身份'], ['用时', 'number'], ['数据库', 'number'], ['结果']]

export const invocations = {
  read: () => ask('invocations'),
  draw(list) {
    if (list.length === 0) return [note('还没有调用。')]
    const head = heads.map(([text, style]) => element('th', { class: style }, text))
    const table = element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...list.slice(0, SHOWN).map(invocationRow)),
    )
    const rest = list.length > SHOWN ? [note(`只显示最近 ${SHOWN} 次，共记 ${list.length} 次。`)] : []
    return [element('div', { class: 'scroll' }, table), ...rest]
  },
}
