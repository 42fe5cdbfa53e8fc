import {
  lineName,
  lineWords,
  membersWords,
  monthsWords,
  openWords,
  placesWords,
  spanWords,
  subWords,
} from './factWords'

test.each([
  ['2026-01', '2026-06', '2026年上半年', '1–6月'],
  ['2026-09', '2026-09', '2026年9月', '9月'],
  ['2026-02', '2026-05', '2026年2月至5月', '2–5月'],
  ['2025-11', '2026-02', '2025年11月至2026年2月', '2025年11月–2026年2月'],
])('%s to %s is called %s, and its months %s', (from, until, name, months) => {
  expect(spanWords({ from, until })).toBe(name)
  expect(monthsWords({ from, until })).toBe(months)
})

test('periods without a record are named, of many the first three and how many there are', () => {
  expect(openWords([])).toBeUndefined()
  expect(openWords(['3月', '5月（二组）'])).toBe('3月、5月（二组）暂无记录')
  expect(openWords(['1月', '2月', '3月', '4月'])).toBe('1月、2月、3月等 4 期暂无记录')
})

test('a line says what was asked and done, and what came on top', () => {
  const line = {
    ...{ dutyId: 'a', version: 1, label: '主题党日', when: '1月至6月' },
    ...{ needed: 6 as number | null, done: 5, late: 1, besides: 0, open: [], free: [] },
  }
  expect(lineName(line)).toBe('主题党日（1月至6月）')
  expect(lineWords(line)).toBe('应开展 6，已开展 5，其中补录 1')
  expect(lineWords({ ...line, needed: null, besides: 2 })).toBe(
    '已开展 5，没有次数要求，其中补录 1，另有 2（比要求多出的）',
  )
  expect(lineWords({ ...line, waits: 2 })).toBe('应开展 6，已开展 5，其中补录 1，2 条待确认')
})

test('a sum says what of it was entered afterwards and what waits, where there is any', () => {
  const line = { dutyId: 'service', label: '志愿服务', version: 1, when: '' }
  const members = { ...line, owing: 3, needed: 18, done: 15 }
  expect(membersWords(members)).toBe('3 人应完成 18，已完成 15。按名册次序，不排名。')
  expect(membersWords({ ...members, waits: 2 })).toBe(
    '3 人应完成 18，已完成 15，2 条待确认。按名册次序，不排名。',
  )
  expect(placesWords({ ...line, owed: 18, done: 15, late: 1, waits: 2 }, '人次')).toBe(
    '合计 15/18，其中补录 1，2 条待确认，按人次计。按组织序列，不排名。',
  )
  expect(placesWords({ ...line, owed: 18, done: 15 }, '期')).toBe('合计 15/18，按期计。按组织序列，不排名。')
})

test('what stands under a name is one line, or none', () => {
  expect(subWords('3月暂无记录', undefined, '2 条待确认')).toBe('3月暂无记录，2 条待确认')
  expect(subWords(undefined, false)).toBeUndefined()
})
