import { aMember } from '../testing/builders'
import { headsOf } from './headsOf'

const today = '2026-09-22'
const holds = (_id: string, ...posts: Parameters<typeof aMember>[0][]) =>
  aMember({ _id, memberships: [{ branchId: 'branch1', from: '2020-01-01' }], ...Object.assign({}, ...posts) })
const post = (name: string, organisationId = 'branch1', to?: string) => ({
  posts: [{ post: name, organisationId, from: '2024-01-01', ...(to && { to }) }] as never,
})

test('who is asked for a branch: the secretary before the deputy before the organisation officer, and nobody without such a post', () => {
  const members = [
    holds('officer', post('organisation_officer')),
    holds('leader', post('group_leader')),
    holds('deputy', post('deputy_secretary')),
    holds('secretary', post('secretary')),
  ]
  expect(headsOf(members, 'branch1', today).map(({ member, post: by }) => [member._id, by])).toEqual([
    ['secretary', 'secretary'],
    ['deputy', 'deputy_secretary'],
    ['officer', 'organisation_officer'],
  ])
})

test('who is asked for a branch: nobody whose post has run out, is held elsewhere, or who has left the register', () => {
  const members = [
    holds('over', post('secretary', 'branch1', '2026-09-21')),
    holds('elsewhere', post('secretary', 'branch2')),
    holds('left', post('secretary'), {
      memberships: [{ branchId: 'branch1', from: '2020-01-01', to: '2026-09-21' }],
    }),
  ]
  expect(headsOf(members, 'branch1', today)).toEqual([])
})

test('who is asked for a branch: of two posts in it the higher one, once', () => {
  const both = holds('both', {
    posts: [
      { post: 'organisation_officer', organisationId: 'branch1', from: '2024-01-01' },
      { post: 'secretary', organisationId: 'branch1', from: '2024-01-01' },
    ],
  })
  expect(headsOf([both], 'branch1', today)).toEqual([{ member: both, post: 'secretary' }])
})
