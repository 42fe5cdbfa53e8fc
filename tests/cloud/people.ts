import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Member, Post } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { aBranch, aGroup, aMember } from '@domain/testing/builders'

/** Tuesday, ten minutes before the meeting of most tests. */
export const MOMENT = Date.parse('2026-09-22T14:50:00+08:00')

const anOrganisation = (
  overrides: Partial<Organisation> & Pick<Organisation, '_id' | 'type' | 'name'>,
): Organisation => ({
  parentId: 'county',
  order: 1,
  validFrom: '2020-01-01',
  ...overrides,
})

export const organisations: Organisation[] = [
  anOrganisation({ _id: 'county', type: 'work_committee', name: '县直机关工委', parentId: null }),
  anOrganisation({ _id: 'unit1', type: 'unit', name: '县农业农村局党组' }),
  aBranch({ _id: 'branch1', order: 1 }),
  aGroup({ _id: 'group1', name: '第一党小组', order: 1 }),
  aGroup({ _id: 'group2', name: '第二党小组', order: 2 }),
  aGroup({ _id: 'group3', name: '第三党小组', order: 3 }),
  aBranch({ _id: 'branch2', name: '县财政局第一党支部', order: 3, hasCommittee: false }),
  aBranch({ _id: 'branch3', name: '县教育局党支部', order: 2, hasCommittee: false }),
  anOrganisation({ _id: 'community1', type: 'community', name: '凤凰社区党委', order: 8 }),
  anOrganisation({ _id: 'village1', type: 'village', name: '青山村', order: 9 }),
]

const surnames = '李陈王孙吴何周赵马刘郭徐'

const post = (name: Post['post'], organisationId: string): Post => ({
  post: name,
  organisationId,
  from: '2024-01-01',
})

const posts: Record<string, Post[]> = {
  m1: [post('secretary', 'branch1')],
  m2: [post('organisation_officer', 'branch1')],
  m3: [post('committee_member', 'branch1')],
  m6: [post('group_leader', 'group2')],
  n1: [post('secretary', 'branch2')],
}

function member(_id: string, order: number, name: string, branchId: string, groupId?: string): Member {
  return aMember({
    _id,
    order,
    name,
    phoneTail: String(1000 + order),
    standing: _id === 'm12' ? 'probationary' : 'full',
    memberships: [{ branchId, ...(groupId && { groupId }), from: '2020-01-01' }],
    posts: posts[_id] ?? [],
    alias: `alias-${_id}`,
    codeKey: order.toString(16).padStart(2, '0').repeat(32),
  })
}

/** branch1: m1…m12, four a group (m1 secretary, m2 organisation officer, m3 on the committee, m6 leads the second group, m12 probationary). */
const ofBranch1 = Array.from({ length: 12 }, (_, i) =>
  member(`m${i + 1}`, i + 1, `${surnames[i] ?? ''}同志`, 'branch1', `group${Math.floor(i / 4) + 1}`),
)
/** branch2: n1 (secretary) and n2. branch3: p1…p50, for crowds. */
const ofBranch2 = ['n1', 'n2'].map((id, i) => member(id, 100 + i, `邻支部${i + 1}`, 'branch2'))
const ofBranch3 = Array.from({ length: 50 }, (_, i) =>
  member(`p${i + 1}`, 200 + i, `众人${i + 1}`, 'branch3'),
)

export const members: Member[] = [...ofBranch1, ...ofBranch2, ...ofBranch3]

/** On the register, bound to nobody. */
export const unboundId = 'm11'

export const openIdOf = (memberId: string): string => `openid-${memberId}`

const bound = (_id: string, overrides: Partial<Identity>): Identity => ({
  _id,
  state: 'bound',
  requestId: `request-${_id}`,
  requestedAt: MOMENT - 1,
  boundAt: MOMENT - 1,
  grants: [],
  updatedAt: new Date(MOMENT),
  ...overrides,
})

/** Everyone but m11 is bound; the work committee speaks through a person outside the register. */
export const identities: Identity[] = [
  ...members.filter(({ _id }) => _id !== unboundId).map(({ _id }) => bound(openIdOf(_id), { memberId: _id })),
  bound('openid-county', {
    name: '工委办公室',
    grants: [{ role: 'committee', organisationId: 'county', from: '2026-01-01' }],
  }),
]
