import type { ActivityState } from '../contract/words'
import { at } from '../testing/at'
import { anActivity } from '../testing/builders'
import { closesAt, closesItselfAt, effectiveState, hasClosedItself, opensAt } from './effectiveState'

const activity = (state: ActivityState) =>
  anActivity({ state, startsAt: at('2026-09-22 15:00'), endsAt: at('2026-09-22 17:00') })

test('registration may open from 60 minutes before the start on', () => {
  expect(opensAt(activity('published'))).toBe(at('2026-09-22 14:00'))
})

test('an open activity is closed three hours after its end, whatever is stored', () => {
  expect(closesAt(activity('open'))).toBe(at('2026-09-22 20:00'))
  expect(effectiveState(activity('open'), at('2026-09-22 19:59:59.999'))).toBe('open')
  expect(effectiveState(activity('open'), at('2026-09-22 20:00'))).toBe('closed')
})

test('opened again on its day it goes on and is closed three hours after that', () => {
  const again = { ...activity('open'), reopenedAt: at('2026-09-22 21:00') }
  expect(closesAt(again)).toBe(at('2026-09-23 00:00'))
  expect(effectiveState(again, at('2026-09-22 23:59:59.999'))).toBe('open')
  expect(effectiveState(again, at('2026-09-23 00:00'))).toBe('closed')
})

test('opened again on another day it is open for three hours, and nobody comes to it any more', () => {
  const again = { ...activity('open'), reopenedAt: at('2026-11-05 09:00') }
  expect(closesAt(again)).toBe(at('2026-09-22 20:00'))
  expect(closesItselfAt(again)).toBe(at('2026-11-05 12:00'))
  expect(effectiveState(again, at('2026-11-05 11:59'))).toBe('open')
})

test('opened again before its end it is closed three hours after its end as ever', () => {
  const again = { ...activity('open'), reopenedAt: at('2026-09-22 16:00') }
  expect([closesAt(again), closesItselfAt(again)]).toEqual([at('2026-09-22 20:00'), at('2026-09-22 20:00')])
})

test('it is said to have closed by itself before the night has written it down and afterwards, and not where somebody pressed 结束', () => {
  const later = at('2026-09-22 20:00')
  expect(hasClosedItself(activity('open'), later - 1)).toBe(false)
  expect(hasClosedItself(activity('open'), later)).toBe(true)
  expect(hasClosedItself({ ...activity('closed'), closedItself: true }, later)).toBe(true)
  expect(hasClosedItself(activity('closed'), later)).toBe(false)
})

test.each<ActivityState>(['draft', 'published', 'closed', 'recorded', 'cancelled'])(
  'time alone does not move a %s activity',
  (state) => expect(effectiveState(activity(state), at('2027-01-01 00:00'))).toBe(state),
)
