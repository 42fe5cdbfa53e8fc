import { ask, button, element, formOf, note } from './dom.js'

let chosen = { name: '', query: '' }

function names(list, refresh) {
  const choose = (name) => () => {
    chosen = { name, query: '' }
    void refresh()
  }
  return element(
    'div',
    { class: 'names' },
    ...list.map(({ name, count }) =>
      button(`${name} ${count}`, choose(name), { 'aria-pressed': String(name === chosen.name) }),
    ),
  )
}

function filter(refresh) {
  const input = element('input', {
    class: 'grow',
    value: chosen.query,
    placeholder: '筛选，如 {"_id":"…"}',
    'aria-label': '筛选条件（JSON）',
  })
  const submit = () => {
    chosen = { ...chosen, query: input.value.trim() }
    return refresh()
  }
  return formOf(submit, input, element('button', {}, '筛选'))
}

function documents({ total, docs, problem }, refresh) {
  if (problem !== undefined)
    return [filter(refresh), element('p', { class: 'bad' }, `筛选条件有误：${problem}`)]
  const shownPart = docs.length < total ? `，显示前 ${docs.length} 条` : ''
  return [
    filter(refresh),
    note(`共 ${total} 条${shownPart}`),
    ...docs.map((doc) => element('pre', {}, JSON.stringify(doc, null, 2))),
  ]
}

export const collections = {
  /** A half-typed filter must not be drawn over. */
  isStill: true,
  async read() {
    const list = await ask('collections')
    if (!list.some(({ name }) => name === chosen.name)) return { list }
    const query = chosen.query === '' ? '' : `?query=${encodeURIComponent(chosen.query)}`
    const path = `collections/${encodeURIComponent(chosen.name)}${query}`
    return { list, found: await ask(path).catch((error) => ({ problem: error.message })) }
  },
  draw: ({ list, found }, refresh) =>
    list.length === 0
      ? [note('还没有集合。')]
      : [names(list, refresh), ...(found === undefined ? [] : documents(found, refresh))],
}
