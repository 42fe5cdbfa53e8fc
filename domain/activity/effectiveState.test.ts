import type { ActivityState } from '../contract/words'
import { at } from '../testing/at'
import { anActivity } from '../testing/builders'
import { closesAt, effectiveState, opensAt } from './effectiveState'

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

test.each<ActivityState>(['draft', 'published', 'closed', 'recorded', 'cancelled'])(
  'time alone does not move a %s activity',
  (state) => expect(effectiveState(activity(state), at('2027-01-01 00:00'))).toBe(state),
)
