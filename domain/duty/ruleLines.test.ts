import { aDuty } from '../testing/builders'
import { exceedsUpper } from './exceedsUpper'
import { ruleLines } from './ruleLines'
import { ruleText } from './ruleText'

const before = aDuty()

test('only what changes has a line, in the words of the page', () => {
  const after = aDuty({
    minimum: 2,
    branchTypes: ['organ', 'institution'],
    basis: { document: '通知', number: '县直工发〔2026〕3号' },
  })
  expect(ruleLines(before, after)).toEqual([
    { label: '最低次数', before: '每月至少 1 次', after: '每月至少 2 次' },
    {
      label: '规定',
      before: '每名党员每月至少参加 1 次集中学习。',
      after: '每名党员每月至少参加 2 次集中学习。',
    },
    { label: '依据', before: '县直机关党建工作要求（文号待补）', after: '通知（县直工发〔2026〕3号）' },
    { label: '适用支部', before: '所有类型', after: '机关、事业单位' },
  ])
  expect(ruleLines(before, before)).toEqual([])
})

test('switches say what they mean', () => {
  expect(ruleLines(before, aDuty({ conditions: ['each_side'] }))).toEqual([
    { label: '社区与帮扶户', before: '合并计算', after: '分别计算，各须办到' },
  ])
  expect(ruleLines(before, aDuty({ carries: ['study', 'seminar'] }))).toEqual([
    { label: '可以同时计入', before: '集中学习、党课', after: '集中学习、交流研讨' },
  ])
})

test('a rule that ends has one line, one that comes back has its own as well', () => {
  const end = aDuty({ version: 2, validFrom: '2026-10-01', validTo: '2026-09-30' })
  expect(ruleLines(before, end)).toEqual([{ label: '状态', before: '执行', after: '停止' }])
  expect(ruleLines(end, aDuty({ minimum: 2 }))[0]).toEqual({ label: '状态', before: '停止', after: '执行' })
})

test('定期 the sentence says 若干 where the number stood', () => {
  expect(ruleText(before)).toBe('每名党员每月至少参加 1 次集中学习。')
  expect(ruleText({ ...before, minimum: null })).toBe('每名党员每月至少参加若干次集中学习。')
})

test('a rule asks more than the document above it when it does so in a year', () => {
  const upper = { document: '条例', minimum: 1, period: 'quarter' as const }
  const asks = (minimum: number | null, period: 'month' | 'quarter' | 'year', above = upper) =>
    exceedsUpper({ minimum, period, upper: above })
  expect([asks(1, 'quarter'), asks(2, 'quarter'), asks(1, 'month'), asks(4, 'year')]).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(exceedsUpper({ minimum: 1, period: 'year', upper: { ...upper, minimum: null } })).toBe(true)
  expect(exceedsUpper({ minimum: null, period: 'year', upper: { ...upper, minimum: null } })).toBe(false)
  expect(exceedsUpper({ minimum: 9, period: 'month' })).toBe(false)
})
