import { hindrance, postsOf, slateOf, slatePosts } from './election'

const place = (type: 'branch' | 'unit', fullMembers: number) => ({
  node: {
    id: 'p',
    type,
    name: '某组织',
    parentId: 'u',
    count: 9,
    validFrom: '2020-01-01',
    countsOnly: false,
  },
  people: Array.from({ length: fullMembers }, (_, i) => ({ id: `m${i}`, name: `同志${i}` })),
})
const large = place('branch', 7)
const persons = (...ids: string[]) => ids.map((memberId) => ({ memberId }))

test('with fewer than seven full members secretary and deputy alone are offered, a unit has its own posts', () => {
  const offered = (one: Parameters<typeof slatePosts>[0]) => slatePosts(one).map(({ post }) => post)
  expect(offered(place('branch', 6))).toEqual(['secretary', 'deputy_secretary'])
  expect(offered(large)).toContain('discipline_officer')
  expect(offered(place('unit', 0))).toEqual([
    'unit_secretary',
    'unit_deputy_secretary',
    'unit_committee_member',
  ])
})

test('a 支委会 of two is said to be too small before it is sent; a unit may keep its term alone', () => {
  expect(hindrance(large, 'election', persons('a', 'b', 'a'))).toBe('支委会至少 3 人，一般 3 至 5 人')
  expect(hindrance(large, 'election', persons('a', 'b', 'c'))).toBeUndefined()
  expect(hindrance(large, 'by_election', persons('a'))).toBeUndefined()
  expect(hindrance(place('branch', 6), 'election', persons('a'))).toBeUndefined()
  expect(hindrance(large, 'election', [])).toBe('请先选人')
  expect(hindrance(place('unit', 0), 'election', [])).toBeUndefined()
  expect(hindrance(place('unit', 0), 'by_election', [])).toBe('请先选人')
})

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
  expect(postsOf(slate, slatePosts(large)).map(({ memberId, post }) => `${post} ${memberId}`)).toEqual([
    'secretary b',
    'committee_member a',
    'committee_member c',
  ])
  expect(postsOf({}, slatePosts(large))).toEqual([])
})
