import type { Activity } from '@domain/activity/activity'
import type { ActivityKind } from '@domain/contract/words'
import { aBranch, anActivity } from '@domain/testing/builders'
import { calendar } from '@domain/testing/workYears'
import { dayOf } from '@domain/time/day'
import { suggestPlan } from './suggestPlan'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-09-22T14:50:00')
const mayCarry = ['study', 'lecture'] as const

test('a plan takes weekday, hour, length, place and chair of the last one of its kind', () => {
  const last = anActivity({
    startsAt: at('2026-08-27T09:30:00'),
    place: '二楼',
    chairId: 'm9',
    carries: ['study', 'lecture'],
  })
  const form = suggestPlan('theme_party_day', aBranch(), ['m1'], last, { now, calendar, mayCarry })
  expect(form).toMatchObject({
    title: '9月主题党日',
    startsAt: at('2026-09-24T09:30:00'),
    endsAt: at('2026-09-24T11:30:00'),
    place: '二楼',
    chairId: 'm9',
    carries: ['study'],
  })
})

test('the same weekday as today is a week from now, not today', () => {
  const last = anActivity({ startsAt: at('2026-09-15T15:00:00') })
  expect(suggestPlan('study', aBranch(), ['m1'], last, { now, calendar, mayCarry }).startsAt).toBe(
    at('2026-09-29T15:00:00'),
  )
})

test('the title follows the day it falls on, over the end of a month', () => {
  const last = anActivity({ startsAt: at('2026-08-28T15:00:00') })
  expect(
    suggestPlan('theme_party_day', aBranch(), ['m1'], last, {
      now: at('2026-09-26T10:00:00'),
      calendar,
      mayCarry,
    }).title,
  ).toBe('10月主题党日')
})

test('where nothing was held before it is the next workday at three', () => {
  const form = suggestPlan('study', aBranch(), ['m1'], undefined, {
    now: at('2026-09-18T10:00:00'),
    calendar,
    mayCarry,
  })
  // Friday the 18th; the 19th and the 20th: the holidays' table says which of them is worked.
  expect(form.startsAt % 86_400_000).toBe(at('2026-09-18T15:00:00') % 86_400_000)
  expect(form.agenda).toEqual([{ text: '学习习近平总书记重要讲话精神', minutes: 30 }])
})

test('what the rule no longer lets it carry is not suggested again', () => {
  const last = anActivity({ startsAt: at('2026-08-27T09:30:00'), carries: ['study'] })
  const carries = (rule: typeof mayCarry | []) =>
    suggestPlan('theme_party_day', aBranch(), ['m1'], last, { now, calendar, mayCarry: rule }).carries
  expect([carries(mayCarry), carries([])]).toEqual([['study'], []])
})

describe('the slot that is proposed is free', () => {
  const branch = aBranch({ _id: 'branch1' })
  const held = (kind: ActivityKind, startsAt: string, hostId = 'branch1') =>
    anActivity({ kind, hostId, startsAt: at(startsAt), endsAt: at(startsAt) + 5_400_000 })
  const startsOn = (kind: ActivityKind, activities: Activity[], notBefore?: string) => {
    const last = activities.find((one) => one.kind === kind)
    const when = { now, calendar, mayCarry, activities, notBefore }
    return dayOf(suggestPlan(kind, branch, undefined, last, when).startsAt)
  }

  test('another meeting of those people at that hour: the workday after it', () => {
    const last = held('study', '2026-09-15T15:00:00')
    const other = held('general_meeting', '2026-09-29T14:00:00')
    expect(startsOn('study', [last, other])).toBe('2026-09-30')
    expect(startsOn('study', [last, held('group_meeting', '2026-09-29T15:30:00', 'group1')])).toBe(
      '2026-09-30',
    )
    expect(startsOn('study', [last, held('general_meeting', '2026-09-29T09:00:00')])).toBe('2026-09-29')
  })

  test('a holiday is no such day: the first workday after it', () => {
    expect(startsOn('study', [held('study', '2026-09-11T15:00:00')])).toBe('2026-09-28')
  })

  test('主题党日 comes on the day of the branch that past months show', () => {
    const months = ['2026-08-26', '2026-07-26', '2026-06-26'].map((day) =>
      held('theme_party_day', `${day}T15:00:00`),
    )
    // A Saturday in a holiday: the workday after it.
    expect(startsOn('theme_party_day', months)).toBe('2026-09-28')
    expect(startsOn('theme_party_day', months, '2026-10-01')).toBe('2026-10-26')
  })

  test('what this month has already is proposed for the next', () => {
    expect(startsOn('study', [held('study', '2026-09-15T15:00:00')], '2026-10-09')).toBe('2026-10-13')
    expect(startsOn('lecture', [], '2026-10-01')).toBe('2026-10-08')
  })
})
