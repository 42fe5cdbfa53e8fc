import type { Board } from '@domain/contract/activity'
import { backfillable, backfillMode, presentAt } from './backfill'

const at = (text: string) => Date.parse(`${text}+08:00`)
test('the paper list is open until the instant the cloud names, not one millisecond longer', () => {
  const paperUntil = at('2026-09-24T00:00:00')
  expect(backfillMode({ state: 'closed', paperUntil }, paperUntil - 1)).toBe('paper')
  expect(backfillMode({ state: 'closed', paperUntil }, paperUntil)).toBe('witness')
})

test('into confirmed minutes nobody is entered but with a second person; into a 补录 one person enters until another has confirmed it', () => {
  const paperUntil = at('2026-09-24T00:00:00')
  expect(backfillMode({ state: 'recorded', paperUntil }, paperUntil - 1)).toBe('witness')
  const late = { by: '李', at: 1 }
  const mode = (state: 'waiting' | 'doubted' | 'confirmed') =>
    backfillMode({ state: 'closed', paperUntil, late: { ...late, state } }, paperUntil)
  expect([mode('waiting'), mode('doubted'), mode('confirmed')]).toEqual(['paper', 'paper', 'witness'])
})

test('offered are those without any entry; those on leave come last', () => {
  const person = (memberId: string, over: object = {}) => ({
    memberId,
    name: memberId,
    ...over,
  })
  const board = {
    expected: [person('假', { onLeave: true }), person('到'), person('撤'), person('漏')],
    arrivals: [{ memberId: '到' }, { memberId: '撤', struck: {} }],
  } as unknown as Board
  expect(backfillable(board).map(({ memberId }) => memberId)).toEqual(['漏', '假'])
})

test('someone on the list was there at the start, never in the future', () => {
  expect(presentAt(100, 200)).toBe(100)
  expect(presentAt(300, 200)).toBe(200)
})
