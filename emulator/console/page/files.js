import { momentText } from './clock.js'
import { ask, attempt, element, note, riskyButton, sizeText } from './dom.js'

function fileRow({ path, fileID, size, uploadedAt, owner, url }, refresh) {
  const remove = () =>
    attempt('删除', async () => {
      await ask('files', { remove: fileID })
      await refresh()
    })
  return element(
    'tr',
    {},
    element('td', { class: 'wide' }, element('a', { href: url, target: '_blank', title: fileID }, path)),
    element('td', { class: 'number' }, sizeText(size)),
    element('td', {}, momentText(uploadedAt)),
    element('td', {}, owner || '云函数'),
    element('td', {}, riskyButton('删除', '确定删除', remove)),
  )
}

const heads = [['路径'], ['大小', 'number'], ['上传时间'], ['谁上传'], ['']]

export const files = {
  read: () => ask('files'),
  draw(list, refresh) {
    if (list.length === 0) return [note('云存储里没有文件。')]
    const head = heads.map(([text, style]) => element('th', { class: style }, text))
    const rows = list.map((file) => fileRow(file, refresh))
    const table = element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows),
    )
    return [element('div', { class: 'scroll' }, table)]
  },
}
