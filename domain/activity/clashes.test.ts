import { at } from '../testing/at'
import { clashes } from './clashes'

const slot = (hostId: string, from: string, to: string) => ({
  hostId,
  startsAt: at(`2026-09-24 ${from}`),
  endsAt: at(`2026-09-24 ${to}`),
})

test.each([
  ['the branch twice', slot('branch1', '15:00', '16:30'), slot('branch1', '16:00', '17:00'), true],
  ['the branch and a group', slot('branch1', '15:00', '16:30'), slot('group1', '14:00', '15:01'), true],
  ['a group and the branch', slot('group1', '15:00', '16:30'), slot('branch1', '15:30', '16:00'), true],
  ['one group twice', slot('group1', '15:00', '16:30'), slot('group1', '15:00', '16:30'), true],
  ['two groups', slot('group1', '15:00', '16:30'), slot('group2', '15:00', '16:30'), false],
  ['one after the other', slot('branch1', '15:00', '16:30'), slot('branch1', '16:30', '17:00'), false],
  ['one before the other', slot('branch1', '15:00', '16:30'), slot('group1', '14:00', '15:00'), false],
])('%s: wanting the same people at the same time is said, and nothing else is', (_, one, other, clash) => {
  expect(clashes(one, other, 'branch1')).toBe(clash)
})
