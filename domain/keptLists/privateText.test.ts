import * as v from 'valibot'
import type { Cell, ListField } from '../contract/keptLists'
import { cell, listField } from '../contract/keptLists'
import { wrongCell } from './checkCells'
import { asksWhatIsPrivate, hasPersonalNumber, privateCell } from './privateText'

test.each([
  ['13800001234', true],
  ['请打 138 0000 1234', true],
  ['电话１３８－００００－１２３４', true],
  ['430102199001011234', true],
  ['43010219900101123x', true],
  ['老证 430102900101123，已换', true],
  ['2026-09-15 前办完', false],
  ['2026-09-15 2026-10-15 两次', false],
  ['三楼 301 室，旗 12 面', false],
  ['文号 2026 12 号', false],
])('%s holds a telephone or an ID number: %s', (text, is) => {
  expect(hasPersonalNumber(text)).toBe(is)
})

test.each([
  ['家庭情况', true],
  ['子女健康', true],
  ['联系电话', false],
  ['身份证号', true],
  ['群众意见', true],
  ['得分', true],
  ['本年名次', true],
  ['比态度', false],
  ['群众评议', false],
  ['党员示范岗', false],
])('a field or a choice called %s asks for what no list may hold: %s', (label, is) => {
  expect(asksWhatIsPrivate(label)).toBe(is)
})

/** One field of each kind there is. */
const fields: { [K in ListField['is']]: Extract<ListField, { is: K }> } = {
  day: { id: 'f', label: '哪一天', is: 'day', past: true },
  person: { id: 'f', label: '党员', is: 'person', most: 1 },
  branch: { id: 'f', label: '党支部', is: 'branch' },
  choice: { id: 'f', label: '哪一种', is: 'choice', most: 1, choices: [{ id: 'one', label: '一种' }] },
  text: { id: 'f', label: '事项', is: 'text', max: 80 },
  name: { id: 'f', label: '姓名', is: 'name' },
  number: { id: 'f', label: '学时', is: 'number', min: 1, max: 56, unit: '学时' },
  steps: { id: 'f', label: '办到哪一步', is: 'steps', steps: [{ id: 'one', label: '第一步' }] },
}
const TODAY = '2026-09-22'
const image = `data:image/png;base64,${'A'.repeat(400)}`

/** What RULES 1 and 3 keep out, as somebody would try to bring it in. */
const smuggled: Record<string, unknown[]> = {
  'a telephone number': [{ text: '13800001234' }, { name: '13800001234' }, { number: 13_800_001_234 }],
  'an ID number': [
    { text: '430102199001011234' },
    { name: '43010219900101123X' },
    { number: 430102199001011 },
  ],
  'a picture': [{ text: image }, { name: image }, { fileId: 'cloud://face.png' }, { image }],
  'a place': [
    { latitude: 28.1, longitude: 112.9 },
    { on: '2026-09-22', place: [28.1, 112.9] },
  ],
  'a family': [{ members: [{ name: '妻子', age: 40 }] }, { on: '2026-09-22', family: '三口人' }],
  'a diagnosis': [{ diagnosis: '病情' }, { pickedIds: ['one'], illness: '病情' }],
  'an opinion at length': [{ text: '我认为他'.repeat(30) }, { name: '我认为他近来工作不够积极主动' }],
  'a score': [{ score: 95 }, { number: 95 }, { number: 59.5 }],
  'what is chosen by nobody': [{ pickedIds: ['家庭困难'] }, { steps: [{ step: '家访', on: '2026-09-01' }] }],
}

describe.each(Object.entries(smuggled))('%s', (_, values) => {
  test.each(Object.values(fields))('has no room in a field of the kind $is', (field) => {
    for (const value of values) {
      const parsed = v.safeParse(cell, { field: 'f', ...(value as object) })
      const cells: Cell[] = parsed.success ? [parsed.output] : []
      // People and branches are chosen among those of the register: the cloud holds each id against it (strangersIn).
      const isChosen = ['person', 'branch'].includes(field.is) && 'pickedIds' in (value as object)
      const isKept =
        cells.length > 0 &&
        !isChosen &&
        wrongCell({ fields: [field] }, cells, TODAY) === null &&
        privateCell(cells) === undefined
      expect([value, isKept]).toEqual([value, false])
    }
  })
})

test('these are all the kinds there are: a further one is held to the same', () => {
  expect(listField.options.map(({ entries }) => entries.is.literal).sort()).toEqual(
    Object.keys(fields).sort(),
  )
})
