import { aMember, TEST_AT } from '../testing/builders'
import { leaveRegister } from './leaveRegister'
import type { Member } from './member'
import {
  acceptCommunity,
  askCommunity,
  askedOf,
  declineCommunity,
  isAsked,
  waitingReports,
  withdrawCommunity,
} from './reportIn'

const today = '2026-09-22'
const asking = (communityId: string, kind: 'unit' | 'home' = 'unit', reportId = `r-${communityId}`) => ({
  ...{ reportId, communityId, kind, askedAt: TEST_AT - 2 * 86_400_000 },
})
const { communities: _, ...nowhere } = aMember()
const asked = (member: Member, ...args: Parameters<typeof asking>): Member => {
  const after = askCommunity(member, asking(...args))
  if (!after) throw new Error('known')
  return after
}

test('accepted, it begins today with a receipt; the former of the kind ends with yesterday', () => {
  const after = acceptCommunity(asked(aMember(), 'c2'), 'r-c2', { number: '2026-0001', by: 's' }, today)
  expect(after.communities).toEqual([
    { communityId: 'community1', kind: 'unit', from: '2020-01-01', to: '2026-09-21' },
    {
      ...{ communityId: 'c2', kind: 'unit', from: today },
      receipt: { number: '2026-0001', reportId: 'r-c2', askedOn: '2026-09-20', by: 's' },
    },
  ])
  expect(after).not.toHaveProperty('communitiesAsked')
  expect(isAsked(after, 'r-c2')).toBe(true)
})

test('for the unit and for home may wait side by side, each of another community; a second of a kind replaces the first', () => {
  const both = asked(asked(nowhere, 'c1'), 'c2', 'home')
  expect(waitingReports(both).map(({ communityId }) => communityId)).toEqual(['c1', 'c2'])
  expect(askCommunity(both, asking('c1', 'home', 'again'))).toBeNull()
  expect(askCommunity(aMember(), asking('community1', 'home'))).toBeNull()
  expect(waitingReports(asked(both, 'c3')).map(({ communityId }) => communityId)).toEqual(['c2', 'c3'])
})

test('what was withdrawn or declined can be accepted no more, and another may be asked', () => {
  const one = asked(nowhere, 'c1')
  const receipt = { number: 'n', by: 's' }
  const withdrawn = withdrawCommunity(one, 'unit')
  expect(withdrawn).toEqual(nowhere)
  expect(acceptCommunity(withdrawn, 'r-c1', receipt, today)).toBe(withdrawn)
  const declined = declineCommunity(one, 'r-c1', today)
  expect(askedOf(declined, 'c1')).toEqual([])
  expect(acceptCommunity(declined, 'r-c1', receipt, today)).toBe(declined)
  expect(declined.communitiesAsked).toMatchObject([{ declinedOn: today }])
  expect(asked(declined, 'c1', 'unit', 'again').communitiesAsked).toEqual([asking('c1', 'unit', 'again')])
})

test('whoever leaves the county is registered nowhere from then on, and waits nowhere', () => {
  const left = leaveRegister(asked(aMember(), 'c2', 'home'), today, 'moved_away')
  expect(left.communities).toEqual([
    { communityId: 'community1', kind: 'unit', from: '2020-01-01', to: today },
  ])
  expect(left).not.toHaveProperty('communitiesAsked')
})
