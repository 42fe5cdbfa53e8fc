import { setClock } from './clock.js'
import { ask, attempt, element, formOf, note, riskyButton, sizeText } from './dom.js'

/** Snapshots are dated by the real clock. */
const takenText = (ms) =>
  new Date(ms).toLocaleString('zh-CN', {
    hour12: false,
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })

const perform = (what, body, refresh) =>
  attempt(what, async () => {
    await ask('snapshots', body)
    // The time comes back with the data.
    setClock((await ask('clock')).now)
    await refresh()
  })

function row({ name, takenAt, bytes }, refresh) {
  const restore = () => perform('恢复', { do: 'restore', name }, refresh)
  const remove = () => perform('删除', { do: 'remove', name }, refresh)
  return element(
    'tr',
    {},
    element('td', { class: 'wide' }, element('strong', {}, name)),
    element('td', {}, takenText(takenAt)),
    element('td', { class: 'number' }, sizeText(bytes)),
    element(
      'td',
      {},
      element(
        'div',
        { class: 'buttons' },
        riskyButton('恢复', '现有数据会被换掉，确定', restore),
        riskyButton('删除', '确定删除', remove),
      ),
    ),
  )
}

const heads = [['名字'], ['拍下时间（真实时钟）'], ['大小', 'number'], ['']]

export const snapshots = {
  /** A half-typed name must not be drawn over. */
  isStill: true,
  read: () => ask('snapshots'),
  draw(list, refresh) {
    const name = element('input', {
      class: 'grow',
      placeholder: '名字，如 开会前',
      'aria-label': '快照的名字',
      required: true,
      maxlength: '60',
    })
    const take = () => perform('拍快照', { do: 'take', name: name.value.trim() }, refresh)
    const head = heads.map(([text, style]) => element('th', { class: style }, text))
    const table = element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...list.map((snapshot) => row(snapshot, refresh))),
    )
    const reset = () => perform('清空', { do: 'reset' }, refresh)
    return [
      note('把数据、消息、文件和时间一起留下来，随时回到那一刻。'),
      formOf(take, name, element('button', { class: 'main' }, '拍一张')),
      list.length > 0 ? element('div', { class: 'scroll' }, table) : note('还没有快照。'),
      element('h3', {}, '从头来过'),
      riskyButton('全部清空', '数据、消息、文件都会没有，确定', reset),
      note('清空后连演示数据也没有；快照还在。'),
    ]
  },
}
