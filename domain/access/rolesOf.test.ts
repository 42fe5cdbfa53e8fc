import { aMember } from '../testing/builders'
import { rolesOf } from './rolesOf'

test('posts and grants give roles from their first to their last day', () => {
  const person = {
    openId: 'o1',
    member: aMember({
      posts: [
        { post: 'deputy_secretary', organisationId: 'branch1', from: '2026-01-01' },
        { post: 'publicity_officer', organisationId: 'branch1', from: '2026-01-01' },
        { post: 'theory_group_member', organisationId: 'unit1', from: '2026-01-01' },
        { post: 'group_leader', organisationId: 'group1', from: '2026-01-01', to: '2026-09-21' },
      ],
    }),
    grants: [{ role: 'committee', organisationId: 'root', from: '2026-09-22' } as const],
  }
  const deputy = { role: 'secretary', organisationId: 'branch1' }
  expect(rolesOf(person, '2026-09-21')).toEqual([deputy, { role: 'group_leader', organisationId: 'group1' }])
  expect(rolesOf(person, '2026-09-22')).toEqual([deputy, { role: 'committee', organisationId: 'root' }])
})

test('a stranger has none', () => expect(rolesOf({ openId: 'o1' }, '2026-09-22')).toEqual([]))
