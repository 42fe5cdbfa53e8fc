import type { Cell } from './cell'
import { from1904, parseDay } from './parseDay'

test.each<[Cell, string]>([
  ['1998-07-01', '1998-07-01'],
  ['1998.7', '1998-07-01'],
  ['1998.10', '1998-10-01'],
  ['1998.7.1', '1998-07-01'],
  ['1998. 7. 1', '1998-07-01'],
  ['1998年7月1日', '1998-07-01'],
  ['1998年7月', '1998-07-01'],
  ['1998年', '1998-01-01'],
  ['1998/7/1', '1998-07-01'],
  ['19980701', '1998-07-01'],
  ['199807', '1998-07-01'],
  ['１９９８－０７－０１', '1998-07-01'],
  ['1998-07-01 08:30:00', '1998-07-01'],
  ['1998-07-01T00:00:00.000Z', '1998-07-01'],
  ['一九九八年十二月三十一日', '1998-12-31'],
  ['二〇〇〇年二月二十九日', '2000-02-29'],
  ['35977', '1998-07-01'],
  [35977, '1998-07-01'],
  [35977.5, '1998-07-01'],
  [19980701, '1998-07-01'],
  [199807, '1998-07-01'],
  [1998, '1998-01-01'],
  [1998.7, '1998-07-01'],
  [1998.12, '1998-12-01'],
  [new Date('1998-07-01T00:00:00Z'), '1998-07-01'],
  // Midnight of programs that know the Shanghai of 1900: 43 s before it.
  [new Date('1998-06-30T23:59:17Z'), '1998-07-01'],
  ['1998-06-30 23:59:17', '1998-07-01'],
  [35976.99950231481, '1998-07-01'],
  [new Date('1998-07-01T23:58:59Z'), '1998-07-01'],
])('%p is %s', (cell, day) => {
  expect(parseDay(cell)).toBe(day)
})

test.each<Cell>([
  '不详',
  '1998-13',
  '1998-02-30',
  '2001年2月29日',
  '7/1/1998',
  '98.7',
  '1920-12-31',
  '2101',
  // A number has lost its last zero: January or October.
  1998.1,
  1998.13,
  7671,
  true,
  new Date(NaN),
])('%p is no day, or not surely one', (cell) => {
  expect(parseDay(cell)).toBeNull()
})

test.each<Cell | undefined>([null, undefined, '', ' ', '无', '—', '/', '#N/A'])('%p says nothing', (cell) => {
  expect(parseDay(cell)).toBeUndefined()
})

test('a serial number counted from 1904 is four years and a day further; years and dates in digits stay', () => {
  expect(parseDay(from1904(44620))).toBe('2026-03-01')
  for (const cell of [1998, 19_980_701, '44620', null]) expect(from1904(cell)).toBe(cell)
})
