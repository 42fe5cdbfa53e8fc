import { aMember } from '../testing/builders'
import { leaveRegister, returnToRegister } from './leaveRegister'
import { membershipOn } from './membershipOn'
import { acceptTransfer, askTransfer } from './transfer'

const asked = { toBranchId: 'branch2', askedOn: '2026-09-20', by: 'm2' }
const member = aMember({
  posts: [{ post: 'secretary', organisationId: 'branch1', from: '2024-01-01' }],
  households: [{ householdId: 'h1', from: '2026-01-01' }],
  contactPoints: [{ branchId: 'branch3', from: '2026-01-01' }],
})

test('the last day is inclusive for membership, posts and links, and a transfer is no longer asked for', () => {
  const left = leaveRegister(askTransfer(member, asked), '2026-09-22', 'moved_away')
  expect(membershipOn(left, '2026-09-22')?.branchId).toBe('branch1')
  expect(membershipOn(left, '2026-09-23')).toBeUndefined()
  expect(left.posts[0]?.to).toBe('2026-09-22')
  expect(left.households[0]?.to).toBe('2026-09-22')
  expect(left.contactPoints?.[0]?.to).toBe('2026-09-22')
  expect(left).toMatchObject({ left: { on: '2026-09-22', why: 'moved_away' } })
  expect(left).not.toHaveProperty('transfer')
})

test('taken back, one belongs where one did; rights are not given back', () => {
  const back = returnToRegister(leaveRegister(member, '2026-09-22', 'ended'))
  expect(back.memberships).toEqual(member.memberships)
  expect(back).not.toHaveProperty('left')
  expect(back.posts[0]?.to).toBe('2026-09-22')
  expect(returnToRegister(member)).toBe(member)
})

test('a transfer changes nothing until it is accepted, and then from that day on', () => {
  const waiting = askTransfer(member, asked)
  expect(waiting.memberships).toEqual(member.memberships)
  expect(askTransfer(waiting, { ...asked, askedOn: '2026-09-21' })).toBe(waiting)
  const there = acceptTransfer(waiting, { branchId: 'branch2', groupId: 'group9' }, '2026-09-22')
  expect(membershipOn(there, '2026-09-21')?.branchId).toBe('branch1')
  expect(membershipOn(there, '2026-09-22')).toMatchObject({ branchId: 'branch2', groupId: 'group9' })
  expect(there).not.toHaveProperty('transfer')
})
