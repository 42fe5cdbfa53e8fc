import { ask, button, byId, element, note } from './dom.js'

const labels = new Map()

/** How a person is called here: 「胡淑 · 店员」, or the openid when nobody registered it. */
export const nameOf = (openid) => labels.get(openid) ?? openid

function personRow({ openid, label, note: about }) {
  const href = `/?as=${encodeURIComponent(openid)}`
  const open = () => window.open(href, `as-${openid}`, 'width=390,height=844')
  return element(
    'div',
    { class: 'person' },
    element('a', { href, title: openid }, label),
    button('新窗口', open, { class: 'new', 'aria-label': `${label}：新窗口` }),
    element('div', { class: 'soft' }, about ?? ''),
  )
}

export async function drawIdentities() {
  const groups = new Map()
  for (const person of await ask('identities')) {
    const group = person.group ?? ''
    labels.set(person.openid, person.label)
    groups.set(group, [...(groups.get(group) ?? []), person])
  }
  const rows = [...groups].flatMap(([group, people]) => [
    ...(group === '' ? [] : [element('h3', {}, group)]),
    ...people.map(personRow),
  ])
  byId('identities').replaceChildren(...(rows.length > 0 ? rows : [note('没有登记身份。')]))
}
