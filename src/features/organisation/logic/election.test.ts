import { postsOf, slateOf } from './election'

test('a slate starts from who holds what and is sent in the order of the posts', () => {
  const held = (memberId: string, post: 'secretary' | 'committee_member') => ({
    memberId,
    post,
    name: memberId,
    from: '2024-01-01',
  })
  const slate = slateOf({
    committee: [held('a', 'committee_member'), held('b', 'secretary'), held('c', 'committee_member')],
  })
  expect(postsOf(slate).map(({ memberId, post }) => `${post} ${memberId}`)).toEqual([
    'secretary b',
    'committee_member a',
    'committee_member c',
  ])
  expect(postsOf({})).toEqual([])
})
