import type { Template } from '@domain/contract/reminder'
import { leftText, templatesShown, templatesToAsk } from './templates'

const settings = (left: Partial<Record<Template, number>> = {}, more: object = {}) => ({
  credits: Object.entries(left).map(([template, count]) => ({ template: template as Template, left: count })),
  templateIds: { month_gap: 'b', meeting: 'a' } as Record<string, string>,
  ...more,
})

test('asked for is what the owner has a template for, in the order shown', () => {
  expect(templatesToAsk(settings())).toEqual(['meeting', 'month_gap'])
  expect(templatesToAsk(settings({}, { templateIds: { month_gap: 'b', meeting: '' } }))).toEqual([
    'month_gap',
  ])
  expect(templatesToAsk(settings({}, { templateIds: {} }))).toEqual([])
})

test('what an earlier version asked for and nothing sends is asked for no more', () => {
  expect(
    templatesToAsk(settings({}, { templateIds: { meeting: 'a', change: 'c', confirmed: 'd' } })),
  ).toEqual(['meeting'])
})

test('shown is what this person may be told about', () => {
  expect(templatesShown(settings({ month_gap: 0, meeting: 1 }))).toEqual(['meeting', 'month_gap'])
  expect(templatesShown(settings({ waiting: 0 }))).toEqual(['waiting'])
})

test('what is left is said in plain words, also that it is for good or turned off in WeChat', () => {
  const some = settings(
    { meeting: 3, month_gap: 0, waiting: 1 },
    { longTerm: ['waiting', 'month_gap'], off: [] },
  )
  expect(leftText(some, 'meeting')).toBe('还能收到 3 次')
  expect(leftText(some, 'month_gap')).toBe('已用完')
  expect(leftText(some, 'waiting')).toBe('一直能收到')
  expect(leftText({ ...some, off: ['meeting'] }, 'meeting')).toBe('微信里关着')
})

test('a long-term template is asked for until it was allowed once, and again when it was taken back', () => {
  const longTerm = { longTerm: ['meeting'] }
  expect(templatesToAsk(settings({ meeting: 0 }, longTerm))).toEqual(['meeting', 'month_gap'])
  expect(templatesToAsk(settings({ meeting: 1 }, longTerm))).toEqual(['month_gap'])
})
