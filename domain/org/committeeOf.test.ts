import type { PostName } from '../contract/words'
import { aMember } from '../testing/builders'
import { committeeOf } from './committeeOf'

const holder = (_id: string, post: PostName, organisationId = 'branch1', to?: string) =>
  aMember({ _id, posts: [{ post, organisationId, from: '2026-01-01', ...(to ? { to } : {}) }] })

test('the committee is who holds one of its posts in this branch on that day; a group leader is not in it', () => {
  const members = [
    holder('m1', 'secretary'),
    holder('m2', 'committee_member'),
    holder('m3', 'group_leader'),
    holder('m4', 'committee_member', 'branch2'),
    holder('m5', 'publicity_officer', 'branch1', '2026-09-21'),
    aMember({ _id: 'm6' }),
  ]
  expect(committeeOf(members, 'branch1', '2026-09-22')).toEqual(['m1', 'm2'])
  expect(committeeOf(members, 'branch1', '2026-09-21')).toEqual(['m1', 'm2', 'm5'])
})
