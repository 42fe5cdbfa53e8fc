import type { Askable, Subscribed } from './subscribed'
import './subscribe.h5.css'

function make<T extends keyof HTMLElementTagNameMap>(tag: T, className: string, text = '') {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

function build(wanted: readonly Askable[]) {
  const root = make('div', 'subscribe')
  root.id = 'subscribe'
  const boxes = wanted.map(({ id, title }) => {
    const line = make('label', 'subscribe-line', title)
    const box = make('input', 'subscribe-box')
    box.type = 'checkbox'
    box.checked = true
    line.append(box)
    return { id, box, line }
  })
  const refuse = make('button', 'subscribe-button', '取消')
  refuse.id = 'subscribe-refuse'
  const allow = make('button', 'subscribe-button subscribe-yes', '允许')
  allow.id = 'subscribe-allow'
  const row = make('div', 'subscribe-row')
  row.append(refuse, allow)
  const sheet = make('div', 'subscribe-sheet')
  sheet.append(
    make('div', 'subscribe-title', '“先锋双岗”申请发送一次以下消息'),
    ...boxes.map(({ line }) => line),
    make('div', 'subscribe-says', '演示版代替微信的询问框'),
    row,
  )
  root.append(sheet)
  document.body.append(root)
  return { root, boxes, refuse, allow }
}

/** A browser has no settings of its own that would let nothing come. */
export const readShut = (): Promise<string[]> => Promise.resolve([])

/** Stands for WeChat's dialog in a browser: same question, same answers. */
export function askToSubscribe(wanted: readonly Askable[]): Promise<Subscribed> {
  const { root, boxes, refuse, allow } = build(wanted)
  return new Promise((resolve) => {
    const finish = (accepted: string[]) => {
      root.remove()
      resolve(accepted.length > 0 ? { accepted } : { accepted, because: 'refused' })
    }
    refuse.onclick = () => finish([])
    allow.onclick = () => finish(boxes.filter(({ box }) => box.checked).map(({ id }) => id))
  })
}
