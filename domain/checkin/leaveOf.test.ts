import { at } from '../testing/at'
import { leaveStanding, leaveWaits, mayAskLeave } from './leaveOf'

const [startsAt, endsAt] = [at('2026-09-22 15:00'), at('2026-09-22 16:40')]
const meeting = { kind: 'theme_party_day' as const, startsAt, endsAt }
const service = { kind: 'community_service' as const, startsAt, endsAt }

test('请假 asked for until the start counts at once, from the start on or once it was closed it waits', () => {
  expect(leaveWaits(meeting, 'published', startsAt - 1)).toBe(false)
  expect(leaveWaits(meeting, 'open', startsAt - 1)).toBe(false)
  expect(leaveWaits(meeting, 'published', startsAt)).toBe(true)
  expect(leaveWaits(meeting, 'closed', startsAt - 1)).toBe(true)
  expect(leaveWaits(service, 'open', startsAt)).toBe(false)
})

test('请假 may be asked for until the record stands, at a service until its end', () => {
  for (const state of ['published', 'open', 'closed'] as const)
    expect(mayAskLeave(meeting, state, at('2027-01-05 09:00'))).toBe(true)
  for (const state of ['draft', 'recorded', 'cancelled'] as const)
    expect(mayAskLeave(meeting, state, startsAt)).toBe(false)
  expect(mayAskLeave(service, 'open', endsAt - 1)).toBe(true)
  expect(mayAskLeave(service, 'open', endsAt)).toBe(false)
  expect(mayAskLeave(service, 'closed', startsAt)).toBe(false)
})

test('what became of a 请假: in force, waiting, declined by somebody else, or nothing where it was taken back', () => {
  const annulled = (by: string) => ({ at: startsAt, by, reason: '' })
  expect(leaveStanding(undefined)).toBeNull()
  expect(leaveStanding({ memberId: 'm1' })).toBe('in_force')
  expect(leaveStanding({ memberId: 'm1', confirmed: null })).toBe('waits')
  expect(leaveStanding({ memberId: 'm1', confirmed: { at: startsAt, by: 'm2' } })).toBe('in_force')
  expect(leaveStanding({ memberId: 'm1', confirmed: null, annulled: annulled('m2') })).toBe('declined')
  expect(leaveStanding({ memberId: 'm1', confirmed: null, annulled: annulled('m1') })).toBeNull()
})
