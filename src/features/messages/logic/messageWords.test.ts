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
  title: '本月还差 2 项',
  hint: '方便时安排',
  items: [item('household_visit'), item('community_service')],
  ...over,
})

test('a merged reminder stands as it was sent, and says how long there is', () => {
  expect(messageWords(gaps(), now)).toMatchObject({
    title: '本月还差 2 项',
    text: '方便时安排，距月底还有 6 天',
  })
  expect(messageWords(gaps({ fromBranch: true }), now).text).toBe('党支部提醒：方便时安排，距月底还有 6 天')
})

test('days are counted neither where all was excused nor once the month is over', () => {
  const excused = { items: [item('community_service', true)], hint: '都已说明，不作要求' }
  expect(messageWords(gaps(excused), now).text).toBe('都已说明，不作要求')
  const over = { overdue: true, title: '9月还差 1 次走访', hint: '如已走访请补登记' }
  expect(messageWords(gaps(over), at('2026-10-09T08:05:00'))).toMatchObject({
    title: '9月还差 1 次走访',
    text: '如已走访请补登记',
  })
})

test('ochre begins with T−7 of what is named: not with a message moved before it, nor with a year told ahead', () => {
  const toneOn = (day: string, over?: Partial<Gaps>) => messageWords(gaps(over), at(`${day}T10:00:00`)).tone
  expect(['2026-09-23', '2026-09-24', '2026-10-09'].map((day) => toneOn(day))).toEqual([
    'blue',
    'ochre',
    'ochre',
  ])
  const year = { items: [{ ...item('practical_deed'), periodKey: '2026' }], overdue: true }
  expect(['2026-11-02', '2026-12-25'].map((day) => toneOn(day, year))).toEqual(['blue', 'ochre'])
  expect(toneOn('2026-09-24', { items: [item('community_service', true)] })).toBe('blue')
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
