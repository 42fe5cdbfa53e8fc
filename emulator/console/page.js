/* global document, window, fetch */
// The console page: plain DOM, everything shown goes through textContent.
const MINUTE = 60_000
const EAST_8 = 8 * 60 * MINUTE
const weekdays = '日一二三四五六'
const byId = (id) => document.getElementById(id)

let offset = 0
let tab = 'invocations'
let chosen = { name: '', query: '' }
let shown = ''
/** What a timer run by hand answered last. */
let ran = { functionName: '', text: '' }

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') made.addEventListener('click', value)
    else made.setAttribute(name, value)
  }
  made.append(...children)
  return made
}

const two = (number) => String(number).padStart(2, '0')

/** Shanghai has no summer time: a shifted instant read as UTC is its wall clock. */
function wallClock(ms) {
  const date = new Date(ms + EAST_8)
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  return { date, day, time, weekday: weekdays[date.getUTCDay()] }
}

const now = () => Date.now() + offset

async function ask(path, body) {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(`/console/api/${path}`, init)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}

function drawClock() {
  const { day, time, weekday } = wallClock(now())
  byId('now').replaceChildren(time, element('div', { class: 'soft' }, `${day} 星期${weekday}`))
}

async function moveClock(change) {
  offset = (await ask('clock', change)).now - Date.now()
  fillInput()
  drawClock()
}

function fillInput() {
  const { day, time } = wallClock(now())
  byId('at').value = `${day}T${time}`
}

function nextMonthStart() {
  const { date } = wallClock(now())
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - EAST_8
}

function drawSteps() {
  const steps = [
    ['+1 分钟', () => ({ advance: MINUTE })],
    ['+1 小时', () => ({ advance: 60 * MINUTE })],
    ['+1 天', () => ({ advance: 24 * 60 * MINUTE })],
    ['下月 1 日', () => ({ at: nextMonthStart() })],
  ]
  byId('steps').replaceChildren(
    ...steps.map(([label, change]) =>
      element('button', { type: 'button', onclick: () => void moveClock(change()) }, label),
    ),
  )
  byId('set').addEventListener('submit', (event) => {
    event.preventDefault()
    const ms = Date.parse(`${byId('at').value}Z`) - EAST_8
    if (!Number.isNaN(ms)) void moveClock({ at: ms })
  })
}

async function drawIdentities() {
  const groups = new Map()
  for (const person of await ask('identities')) {
    const group = person.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), person])
  }
  const rows = [...groups].flatMap(([group, people]) => [
    ...(group === '' ? [] : [element('h3', {}, group)]),
    ...people.map(({ openid, label, note }) => {
      const href = `/?as=${encodeURIComponent(openid)}`
      const open = () => window.open(href, `as-${openid}`, 'width=390,height=844')
      return element(
        'div',
        { class: 'person' },
        element('a', { href, title: openid }, label),
        element('button', { class: 'new', type: 'button', onclick: open }, '新窗口'),
        element('div', { class: 'soft' }, note ?? ''),
      )
    }),
  ])
  byId('identities').replaceChildren(
    ...(rows.length > 0 ? rows : [element('p', { class: 'soft' }, '没有登记身份。')]),
  )
}

function callSummary(calls) {
  const counts = new Map()
  for (const { action, collection } of calls) {
    const what = `${action.replace('database.', '')}${collection ? ` ${collection}` : ''}`
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return [...counts].map(([what, times]) => (times > 1 ? `${what} ×${times}` : what)).join('\n')
}

function invocationRow(invocation) {
  const { name, event, openid, startedAt, ms, calls, ok, coldStart, lines, error, requestId } = invocation
  const details = [`编号 ${requestId}`, callSummary(calls), error ?? '', ...lines].filter(Boolean).join('\n')
  return element(
    'tr',
    {},
    element('td', {}, wallClock(startedAt).time),
    element(
      'td',
      {},
      element(
        'details',
        {},
        element('summary', {}, [name, event.action].filter(Boolean).join(' · ')),
        element('pre', {}, details),
      ),
    ),
    element('td', {}, openid || '—'),
    element('td', { class: 'number' }, `${Math.round(ms)} ms${coldStart ? '（冷启动）' : ''}`),
    element(
      'td',
      { class: 'number' },
      String(calls.filter(({ action }) => action.startsWith('database.')).length),
    ),
    element('td', { class: ok ? 'good' : 'bad' }, ok ? '成功' : '失败'),
  )
}

function drawInvocations(list) {
  if (list.length === 0) return [element('p', { class: 'soft' }, '还没有调用。')]
  const heads = ['时间', '函数 · 动作', '身份', '用时', '数据库', '结果']
  const head = element(
    'tr',
    {},
    ...heads.map((text, i) => element('th', i === 3 || i === 4 ? { class: 'number' } : {}, text)),
  )
  const table = element(
    'table',
    {},
    element('thead', {}, head),
    element('tbody', {}, ...list.slice(0, 200).map(invocationRow)),
  )
  return [element('div', { class: 'scroll' }, table)]
}

/** The page a message opens, for the person it was sent to. */
const deepLink = (openid, page) => `/?as=${encodeURIComponent(openid)}#/${page.replace(/^\//, '')}`

const failureCodes = [
  [43101, '对方没有同意接收'],
  [47003, '内容不合模板'],
  [-1, '微信系统繁忙'],
]
const failureText = (code) => failureCodes.find(([known]) => known === code)?.[1] ?? '没有送达'

/** Whose sending of a template fails until it is switched off again. */
async function scriptFailure(openid, templateId, errcode) {
  await ask('failures', { openid, templateId, errcode })
  await refresh(true)
}

function failureChoice({ openid, templateId }, failures) {
  const now = failures.find((one) => one.openid === openid && one.templateId === templateId)?.how ?? 0
  const options = [[0, '照常送达'], ...failureCodes.map(([code, label]) => [code, `${code} ${label}`])]
  const select = element(
    'select',
    { 'aria-label': `以后给 ${openid} 发这个模板` },
    ...options.map(([code, label]) =>
      element('option', { value: String(code), ...(code === now ? { selected: '' } : {}) }, label),
    ),
  )
  select.addEventListener('change', () => void scriptFailure(openid, templateId, Number(select.value)))
  return element('label', { class: 'soft' }, '以后再发：', select)
}

function messageCard(message, failures) {
  const { at, openid, templateId, page, data, errcode } = message
  const { day, time } = wallClock(at)
  const fields = Object.entries(data).flatMap(([name, field]) => [
    element('dt', {}, name),
    element('dd', {}, String(field?.value ?? '')),
  ])
  const outcome =
    errcode === 0
      ? element('span', { class: 'good' }, '已送达')
      : element('span', { class: 'bad' }, `${errcode} ${failureText(errcode)}`)
  return element(
    'article',
    { class: 'card' },
    element('div', { class: 'soft' }, `${day} ${time} 发给 ${openid} · `, outcome),
    element('dl', {}, ...fields),
    element('div', { class: 'soft' }, `模板 ${templateId}`),
    ...(page
      ? [element('div', {}, element('a', { href: deepLink(openid, page), target: '_blank' }, `打开 ${page}`))]
      : []),
    failureChoice(message, failures),
  )
}

function drawOutbox([list, failures]) {
  return list.length > 0
    ? list.map((message) => messageCard(message, failures))
    : [element('p', { class: 'soft' }, '还没有发出消息。')]
}

async function runTimer(functionName) {
  byId('problem').textContent = ''
  const { result } = await ask('timers', { functionName })
  ran = { functionName, text: JSON.stringify(result) }
  await refresh(true)
}

const momentText = (at) => (at === undefined ? '—' : `${wallClock(at).day} ${wallClock(at).time}`)

function timerCard({ functionName, name, config, next, last }) {
  const button = element('button', { type: 'button' }, '现在运行')
  button.addEventListener('click', () => {
    button.disabled = true
    runTimer(functionName).catch((error) => {
      button.disabled = false
      byId('problem').textContent = `${functionName} 没有运行成功：${error.message}`
    })
  })
  const outcome = last ? element('span', { class: last.ok ? 'good' : 'bad' }, last.ok ? '成功' : '失败') : ''
  return element(
    'article',
    { class: 'card' },
    element('div', { class: 'row' }, element('strong', { class: 'grow' }, functionName), button),
    element('div', { class: 'soft' }, `${name} · ${config}（秒 分 时 日 月 星期 年，东八区）`),
    element('div', {}, `下一次：${next === undefined ? '不自动运行' : momentText(next)}`),
    element('div', {}, `上一次：${momentText(last?.at)} `, outcome),
    ...(ran.functionName === functionName ? [element('pre', {}, ran.text)] : []),
  )
}

const drawTimers = (list) =>
  list.length > 0 ? list.map(timerCard) : [element('p', { class: 'soft' }, '没有定时运行的函数。')]

function drawCollections(list) {
  const choose = (name) => () => {
    chosen = { name, query: '' }
    void refresh(true)
  }
  return [
    element(
      'div',
      { class: 'names' },
      ...list.map(({ name, count }) =>
        element(
          'button',
          { type: 'button', onclick: choose(name), 'aria-pressed': String(name === chosen.name) },
          `${name} ${count}`,
        ),
      ),
    ),
  ]
}

function drawFilter() {
  const form = element(
    'form',
    { class: 'row' },
    element('input', {
      class: 'grow',
      value: chosen.query,
      placeholder: '筛选，如 {"_id":"…"}',
      'aria-label': '筛选条件（JSON）',
    }),
    element('button', {}, '筛选'),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    chosen = { ...chosen, query: form.querySelector('input').value.trim() }
    void refresh(true)
  })
  return form
}

function drawDocuments({ total, docs, problem }) {
  if (problem !== undefined) return [drawFilter(), element('p', { class: 'bad' }, `筛选条件有误：${problem}`)]
  const shownPart = docs.length < total ? `，显示前 ${docs.length} 条` : ''
  const note = element('p', { class: 'soft' }, `共 ${total} 条${shownPart}`)
  return [drawFilter(), note, ...docs.map((doc) => element('pre', {}, JSON.stringify(doc, null, 2)))]
}

async function panelContent() {
  if (tab === 'invocations') return [await ask('invocations'), drawInvocations]
  if (tab === 'timers') return [await ask('timers'), drawTimers]
  if (tab === 'outbox') return [await Promise.all([ask('outbox'), ask('failures')]), drawOutbox]
  const list = await ask('collections')
  if (chosen.name === '') return [list, drawCollections]
  const query = chosen.query === '' ? '' : `?query=${encodeURIComponent(chosen.query)}`
  const path = `collections/${encodeURIComponent(chosen.name)}${query}`
  const answer = await ask(path).catch((error) => ({ problem: error.message }))
  return [[list, answer], () => [...drawCollections(list), ...drawDocuments(answer)]]
}

/** Draws only what changed, so that an opened row or a half-typed filter stays as it is. */
async function refresh(always = false) {
  try {
    const [content, draw] = await panelContent()
    const text = tab + JSON.stringify(content)
    if (always || text !== shown) byId('panel').replaceChildren(...draw(content))
    shown = text
    byId('problem').textContent = ''
  } catch {
    byId('problem').textContent = '本地云没有回应，可能已停止。'
  }
}

async function start() {
  for (const button of document.querySelectorAll('[data-tab]')) {
    const select = () => {
      tab = button.dataset.tab
      for (const other of document.querySelectorAll('[data-tab]'))
        other.setAttribute('aria-selected', String(other === button))
      void refresh(true)
    }
    button.addEventListener('click', select)
    if (button.dataset.tab === tab) select()
  }
  drawSteps()
  const state = await ask('state')
  offset = state.now - Date.now()
  byId('env').textContent = `环境 ${state.envId} · 只在本机`
  fillInput()
  drawClock()
  await drawIdentities()
  setInterval(drawClock, 500)
  setInterval(() => {
    if (!document.hidden && tab !== 'collections') void refresh()
  }, 2000)
}

void start()
