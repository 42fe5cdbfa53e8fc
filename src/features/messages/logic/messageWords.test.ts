import type { Inbox } from '@domain/contract/reminder'
import { cameText, groupMessages, messageWords } from './messageWords'

type Message = Inbox['items'][number]
type Gaps = Extract<Message, { type: 'gaps' }>

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-09-25T09:41:00')
const item = (dutyId: string, excused = false): Gaps['items'][number] => ({
  dutyId,
  doneBy: 'service',
  label: dutyId,
  missing: 1,
  measure: '次',
  periodKey: '2026-09',
  mayExcuse: dutyId === 'community_service',
  excused,
})
const gaps = (over: Partial<Gaps> = {}): Gaps => ({
  type: 'gaps',
  id: 'g',
  at: at('2026-09-25T08:00:00'),
  overdue: false,
  periodKey: '2026-09',
  daysLeft: 6,
  items: [item('household_visit'), item('community_service')],
  ...over,
})

test('a merged reminder counts what is missing and says how long there is', () => {
  expect(messageWords(gaps())).toMatchObject({
    title: '本月还差 2 项',
    text: '方便时安排，距月底还有 6 天',
  })
})

test('what was excused is no longer counted', () => {
  const items = [item('household_visit'), item('community_service', true)]
  expect(messageWords(gaps({ items })).title).toBe('本月还差 1 项')
  expect(messageWords(gaps({ items: [item('community_service', true)] })).title).toBe('本月没有还差的')
})

test('after the month it is named, and back-filling is offered', () => {
  expect(messageWords(gaps({ overdue: true, daysLeft: 0 }))).toMatchObject({
    title: '9月还差 2 项',
    text: '如已走访或参加，请补登记',
  })
})

test('by day: what waits for me stands under 今天 however old it is', () => {
  const old = at('2026-09-20T23:59:59')
  const witness: Message = {
    type: 'witness',
    factId: 'f',
    name: '魏振玲',
    title: '集中学习',
    at: old,
    reason: '忘带手机',
    asks: true,
  }
  const confirmed: Message = { type: 'confirmed', title: '9月8日走访', at: old }
  const yesterday: Message = { ...confirmed, at: at('2026-09-24T00:00:00') }
  expect(groupMessages([confirmed, witness, gaps(), yesterday], now)).toEqual([
    { title: '今天', messages: [witness, gaps()] },
    { title: '昨天', messages: [yesterday] },
    { title: '9月20日 周日', messages: [confirmed] },
  ])
})

test('under its day a message says the hour; what has waited since another day says that day', () => {
  expect(cameText(gaps(), now)).toBe('8:00')
  expect(cameText(gaps({ at: at('2026-09-24T23:59:59') }), now)).toBe('23:59')
  expect(cameText(gaps({ at: at('2026-09-24T23:59:59'), asks: true }), now)).toBe('9月24日')
  expect(cameText(gaps({ at: at('2026-09-24T00:00:00') }), now)).toBe('')
})
