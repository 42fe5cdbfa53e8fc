import { chineseNumber, numberOf } from './chineseNumber'
import { harmless, textOf } from './cell'
import { parseName } from './parseName'
import { parsePhone } from './parsePhone'
import { plainCommunity, plainName, plainVillage } from './plainName'

test.each([
  ['张 三', '张三'],
  ['张三（女）', '张三'],
  ['欧阳·娜 娜', '欧阳·娜娜'],
  ['买买提•阿不都‧拉', '买买提·阿不都·拉'],
  ['Anna Maria', 'Anna Maria'],
])('%s is %s', (text, name) => {
  expect(parseName(text)).toBe(name)
})

test.each([
  '',
  '张',
  '张三2',
  '合计：',
  '张三，李四',
  '王\ue123',
  '·',
  '甲'.repeat(21),
  '110101199003078888',
])('%s is no name', (text) => {
  expect(parseName(text)).toBeNull()
})

test.each([
  ['13800001234', '1234'],
  ['+86 138-0000-1234', '1234'],
  ['008613800001234', '1234'],
  ['(138) 0000 1234', '1234'],
  ['0577-85551234/13800001234', '1234'],
  ['13800001234 13900005678', '1234'],
  ['138****1234', '1234'],
  ['1234', '1234'],
  ['="13800001234"', '1234'],
  ["'13800001234", '1234'],
  ['`13800001234', '1234'],
  ['13800001234.0', '1234'],
  ['1.3800001234E+10', '1234'],
  ['8123/13800001234', '1234'],
])('%s ends in %s', (text, tail) => {
  expect(parsePhone(text, true)?.tail).toBe(tail)
})

test('four digits are the end of a mobile only where the title asks for it; elsewhere they are a short number', () => {
  expect(parsePhone('8123', true)).toEqual({ tail: '8123' })
  expect(parsePhone('8123', false)).toEqual({ short: '8123' })
  expect(parsePhone('668123', true)).toEqual({ short: '668123' })
  expect(parsePhone('138****8123', false)).toEqual({ tail: '8123' })
  expect(parsePhone('13800008123', false)).toEqual({ tail: '8123', whole: '13800008123' })
})

test.each(['', '12345678', '12800001234', '138000012345', '1.38E+10', '0577-85551234', '无'])(
  '%s is no mobile',
  (text) => {
    expect(parsePhone(text, true)).toBeNull()
  },
)

test.each([
  ['中国共产党县财政局第1支部委员会', '县财政局第一党支部'],
  ['中共 县财政局 一支部', '县财政局第一支部'],
  ['县财政局党支部委员会', '县财政局支部'],
  ['第2组', '第二党小组'],
  ['２组', '第二党小组'],
  ['县财政局党支部第十二党小组', '县财政局支部委员会第12小组'],
])('%s and %s are one', (a, b) => {
  expect(plainName(a)).toBe(plainName(b))
})

test('other numbers, other names and other kinds stay apart', () => {
  const names = [
    '财政局第一支部',
    '财政局第二支部',
    '县财政局第一支部',
    '财政局支部',
    '第一党小组',
    '第十一党小组',
  ]
  expect(new Set(names.map(plainName)).size).toBe(names.length)
})

test('a community and a village by whatever body speaks for them', () => {
  expect(
    new Set(['凤凰社区', '凤凰社区党委', '凤凰社区居委会', '中共凤凰社区委员会'].map(plainCommunity)).size,
  ).toBe(1)
  expect(new Set(['大坪村', '大坪村村委会', '大坪村村民委员会', '大坪村党支部'].map(plainVillage)).size).toBe(
    1,
  )
})

test('numbers up to 99 are written and read', () => {
  for (let value = 1; value < 100; value += 1) expect(numberOf(chineseNumber(value))).toBe(value)
  expect([10, 11, 20, 21, 99].map(chineseNumber)).toEqual(['十', '十一', '二十', '二十一', '九十九'])
})

test('text is cleaned of what nobody sees', () => {
  expect(textOf('\ufeff １３８\u200b\u00a0０ ')).toBe('138 0')
  expect(textOf('#N/A')).toBe('')
})

test('a number that slipped into a text is not kept with it', () => {
  expect(harmless('王 110101199003078888', 20)).toBe('王 …')
  expect(harmless('11010119900307888X', 20)).toBe('…')
  expect(harmless('138 0000 1234', 20)).toBe('…')
  expect(harmless('第12支部2026', 20)).toBe('第12支部2026')
})
