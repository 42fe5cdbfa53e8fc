import type { Rule } from '@domain/contract/duty'
import { at } from '@domain/testing/at'
import { boundText, comingText, rateText, type RuleRow, upperMarkOf, upperText } from './ruleWords'

const now = at('2026-09-22 10:00')
const rule: Rule = {
  dutyId: 'member_study',
  version: 1,
  label: '集中学习',
  text: '每名党员每月至少参加 1 次党员集中学习。',
  subject: 'member',
  period: 'month',
  minimum: 1,
  measure: '次',
  basis: { document: '讲话' },
  exceedsUpper: false,
  validFrom: '2026-01-01',
}
const row = (overrides: Partial<RuleRow>, ends?: string): RuleRow => ({
  rule: { ...rule, ...(ends !== undefined && { validTo: ends }) },
  form: {
    dutyId: 'x',
    baseVersion: 1,
    minimum: 1,
    text: '{n}',
    basis: rule.basis,
    options: [],
    inForce: true,
  },
  mayOption: [],
  mayCarry: [],
  history: [],
  ...overrides,
})

test('a number stands with its measure and period, none is 定期', () => {
  expect(rateText(rule)).toBe('1 次/月')
  expect(rateText({ ...rule, period: 'year', measure: '件' })).toBe('1 件/年')
  expect(rateText({ ...rule, minimum: null })).toBe('定期')
})

describe('what is decided for the time to come', () => {
  const ended = { ...row({}).form, inForce: false }

  test('nothing, another number, or other words', () => {
    expect(comingText(row({}), now)).toBeNull()
    const next = { ...rule, version: 2, validFrom: '2026-10-01' }
    expect(comingText(row({ next: { ...next, minimum: 2 } }, '2026-09-30'), now)).toBe(
      '10月1日起改为每月至少 2 次',
    )
    expect(comingText(row({ next: { ...next, minimum: null } }, '2026-09-30'), now)).toBe(
      '10月1日起改为定期，不设次数',
    )
    expect(comingText(row({ next }, '2026-09-30'), now)).toBe('10月1日起内容有改动')
  })

  test('another year is named', () => {
    const next = { ...rule, minimum: 2, validFrom: '2027-01-01' }
    expect(comingText(row({ next }, '2026-12-31'), now)).toBe('2027年1月1日起改为每月至少 2 次')
  })

  test('its last day is the last on which it holds', () => {
    const ends = row({ form: ended }, '2026-09-30')
    expect(comingText(ends, at('2026-09-30 23:59'))).toBe('10月1日起停用')
    expect(comingText(ends, at('2026-10-01 00:00'))).toBe('已停用')
    const next = { ...rule, version: 3, validFrom: '2026-11-01' }
    expect(comingText(row({ next }, '2026-08-31'), now)).toBe('11月1日起恢复，每月至少 1 次')
  })
})

describe('beside the document above', () => {
  const upper = { document: '条例', minimum: 1, period: 'month' as const }

  test('more often is more; where that one names no number nobody exceeds it', () => {
    expect(upperMarkOf({ upper, exceedsUpper: true })).toBe('more')
    expect(upperMarkOf({ upper, exceedsUpper: false })).toBeNull()
    expect(upperMarkOf({ upper: { ...upper, minimum: null }, exceedsUpper: true })).toBe('unnumbered')
    expect(upperMarkOf({ exceedsUpper: false })).toBeNull()
  })

  test('says what that one asks, in its own words where it has no number', () => {
    expect(upperText({ upper, measure: '次' })).toBe('每月至少 1 次')
    const hours = { ...upper, minimum: null, asks: '每年不少于 32 学时' }
    expect(upperText({ upper: hours, measure: '次' })).toBe('每年不少于 32 学时，未定次数')
    expect(upperText({ upper: { ...upper, minimum: null }, measure: '次' })).toBe('未定次数')
    expect(upperText({ measure: '次' })).toBe('暂无对照')
  })
})

test('whom it binds, before and after', () => {
  expect(boundText({ of: 'members', before: 1046, after: 1046 })).toBe('1046 名党员，不变')
  expect(boundText({ of: 'branches', before: 62, after: 0 })).toBe('62 个党支部，改后 0 个')
})
