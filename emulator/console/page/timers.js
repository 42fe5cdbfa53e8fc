import { momentText } from './clock.js'
import { ask, attempt, button, element, note } from './dom.js'

/** What a timer run by hand answered last. */
let ran = { functionName: '', text: '' }

function timerCard({ functionName, name, config, next, last }, refresh) {
  const run = button('现在运行', async () => {
    run.disabled = true
    await attempt(functionName, async () => {
      const { result } = await ask('timers', { functionName })
      ran = { functionName, text: JSON.stringify(result, null, 2) }
    })
    run.disabled = false
    await refresh()
  })
  const outcome = last ? element('span', { class: last.ok ? 'good' : 'bad' }, last.ok ? '成功' : '失败') : ''
  return element(
    'article',
    { class: 'card' },
    element('div', { class: 'head' }, element('strong', {}, functionName), run),
    element('div', { class: 'soft' }, `${name} · ${config}（秒 分 时 日 月 星期 年，东八区）`),
    element('div', {}, `下一次：${next === undefined ? '不自动运行' : momentText(next)}`),
    element('div', {}, `上一次：${momentText(last?.at)} `, outcome),
    ...(ran.functionName === functionName ? [element('pre', {}, ran.text)] : []),
  )
}

export const timers = {
  read: () => ask('timers'),
  draw: (list, refresh) =>
    list.length > 0 ? list.map((timer) => timerCard(timer, refresh)) : [note('没有定时运行的函数。')],
}
