import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import type { Member, Post } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { aFact, aMember, anActivity } from '@domain/testing/builders'
import { MOMENT } from '../people'
import { World } from '../world'
import { type Actor, identities, members } from './actors'
import { organisations } from './nodes'
import { matrixRows } from './world'

/** Names of the branch's members: no other text of the world holds these two characters. */
const MARK = '隐名'
/** Where the register has a member on the world's day: there, or where they were last. */
export const homeOf = ({ memberships }: Member): string | undefined => {
  const held = memberships.find(
    ({ from, to }) => from <= '2026-09-22' && (to === undefined || to >= '2026-09-22'),
  )
  return (held ?? memberships[memberships.length - 1])?.branchId
}
const ours = (member: Member) => homeOf(member) === 'branch1'
const since = '2024-01-01'

const committeePost: Post = { post: 'committee_member', organisationId: 'branch2', from: since }

const anew = (_id: string, overrides: Partial<Member>): Member =>
  aMember({ _id, alias: `alias-${_id}`, order: 900, ...overrides })
/** Asked for by another branch; gone from the register; came from another branch; sits in the unit's 中心组. */
const more: Member[] = [
  anew('moving', { transfer: { toBranchId: 'branch2', askedOn: '2026-09-20', by: 'subject' } }),
  anew('gone', {
    memberships: [{ branchId: 'branch1', from: since, to: '2026-08-31' }],
    left: { on: '2026-08-31', why: 'moved_away' },
  }),
  anew('came', {
    memberships: [
      { branchId: 'branch2', from: since, to: '2026-08-31' },
      { branchId: 'branch1', from: '2026-09-01' },
    ],
    posts: [committeePost],
  }),
  anew('seated', { posts: [{ post: 'theory_group_member', organisationId: 'unit1', from: since }] }),
]

/** Elsewhere the branch's people hold posts and sign for others. */
const placed = (member: Member): Member => {
  if (member._id === 'colleague') return { ...member, posts: [committeePost] }
  if (member._id === 'foreigner')
    return {
      ...member,
      exemptions: [{ category: 'health', from: since, setBy: 'colleague' }],
      communitiesAsked: [
        { reportId: 'report-of-foreigner', communityId: 'community1', kind: 'unit', askedAt: 1 },
      ],
    }
  return member
}

const people = [...members, ...more].map(placed)
export const hidden = new Map(
  people.filter(ours).map((member, i) => [member._id, `${MARK}${String(i).padStart(3, '0')}`]),
)
export const named = people.map((member) => ({ ...member, name: hidden.get(member._id) ?? member.name }))

/** Meetings and services of others that the branch's people chair, hold lectures at, are expected at and come to. */
const elsewhere = (_id: string, overrides: Partial<Activity>): Activity =>
  anActivity({
    _id,
    kind: 'study',
    hostId: 'branch2',
    branchId: 'branch2',
    startsAt: MOMENT - 3_600_000,
    state: 'open',
    expected: [
      { memberId: 'foreigner', standing: 'full' },
      { memberId: 'came', standing: 'full' },
      { memberId: 'gone', standing: 'full' },
    ],
    absences: [{ memberId: 'came', reason: 'other' }],
    chairId: 'subject',
    lecturerId: 'subject',
    recorderId: 'colleague',
    nonce: `nonce-${_id}`,
    posterId: `poster-${_id}`,
    ...overrides,
  })
const atUnit = { kind: 'unit_theory_study', hostId: 'unit1', hostType: 'unit', branchId: 'unit1' } as const
const atCommunity = { hostId: 'community1', hostType: 'community', branchId: 'community1' } as const
const activities = [
  elsewhere('meeting', {}),
  elsewhere('draft', { state: 'draft' }),
  elsewhere('record', { state: 'closed' }),
  elsewhere('study', {
    ...atUnit,
    expected: [{ memberId: 'seated', standing: 'full' }],
    absences: [{ memberId: 'seated', reason: 'health' }],
  }),
  // Held by branch2 together with the branch, which has its own part.
  elsewhere('jointly', { jointIds: ['branch1'] }),
  elsewhere('jointly-1', {
    ...{ jointOf: 'jointly', hostId: 'branch1', branchId: 'branch1', state: 'closed' },
    expected: ['subject', 'colleague', 'nobody'].map((memberId) => ({ memberId, standing: 'full' })),
    absences: [{ memberId: 'colleague', reason: 'other' }],
  }),
  elsewhere('service', { ...atCommunity, kind: 'community_service', expected: [] }),
  elsewhere('served', { ...atCommunity, kind: 'community_service', expected: [], state: 'closed' }),
]

const fact = (overrides: Partial<Fact>): Fact => aFact({ occurredAt: MOMENT - 1_800_000, ...overrides })
const facts = [
  // Came as a guest, was struck out by a colleague, was back-filled and waits for one.
  fact({ activityId: 'meeting', memberId: 'subject', hostId: 'branch2', guest: true }),
  fact({
    activityId: 'meeting',
    memberId: 'foreigner',
    branchId: 'branch2',
    hostId: 'branch2',
    annulled: { at: MOMENT, by: 'colleague', reason: '不在' },
  }),
  fact({
    activityId: 'meeting',
    memberId: 'nobody',
    hostId: 'branch2',
    guest: true,
    way: 'backfill',
    confirmed: null,
    witnessId: 'colleague',
  }),
  fact({ activityId: 'record', memberId: 'subject', hostId: 'branch2', guest: true }),
  fact({ activityId: 'jointly-1', memberId: 'subject', hostId: 'branch1' }),
  // Somebody elsewhere is asked to confirm it.
  fact({
    activityId: 'record',
    memberId: 'nobody',
    hostId: 'branch2',
    way: 'backfill',
    by: 'subject',
    confirmed: null,
    witnessId: 'foreigner',
    reason: '漏了',
  }),
  fact({ activityId: 'service', memberId: 'subject', hostId: 'community1', way: 'poster', confirmed: null }),
  fact({
    activityId: 'service',
    memberId: 'nobody',
    hostId: 'community1',
    annulled: { at: MOMENT, by: 'colleague', reason: '不在' },
  }),
  fact({
    _id: 'visit',
    kind: 'visit',
    memberId: 'subject',
    hostId: 'village1',
    way: 'self',
    confirmed: null,
  }),
  // Two that count, which the village finds again under 往期: one of theirs, one of somebody who is named.
  ...['subject', 'foreigner'].map((memberId) =>
    fact({
      _id: `counted-visit-of-${memberId}`,
      kind: 'visit',
      memberId,
      hostId: 'village1',
      confirmed: { at: MOMENT, by: 'village1' },
    }),
  ),
  // One of another branch, who is named.
  fact({
    activityId: 'service',
    memberId: 'foreigner',
    branchId: 'branch2',
    hostId: 'community1',
    confirmed: null,
  }),
  // Both came, and the community has said so.
  ...['colleague', 'foreigner'].map((memberId) =>
    fact({
      activityId: 'served',
      memberId,
      branchId: memberId === 'foreigner' ? 'branch2' : 'branch1',
      hostId: 'community1',
      confirmed: { at: MOMENT, by: 'community1' },
    }),
  ),
  fact({ _id: 'visit-of-other', kind: 'visit', memberId: 'foreigner', hostId: 'village1', confirmed: null }),
  ...['nobody', 'foreigner'].map((memberId) =>
    fact({
      _id: `deed-of-${memberId}`,
      kind: 'deed',
      memberId,
      hostId: 'community1',
      way: 'self',
      needId: 'need-of-community1',
      confirmed: null,
      detail: { title: '修灯', beneficiary: 'community', state: 'finished', finishedAt: String(MOMENT) },
    }),
  ),
]

const aRequest: Identity = {
  _id: 'openid-at-their-door',
  state: 'requested',
  requestId: 'request-at-their-door',
  memberId: 'asking',
  branchId: 'branch1',
  activityId: 'meeting',
  requestedAt: MOMENT,
  grants: [],
  updatedAt: new Date(MOMENT),
}
const granted = (one: Identity): Identity =>
  one.memberId === 'colleague'
    ? { ...one, grants: [{ grantId: 'given', role: 'inspector', organisationId: 'unit2', from: since }] }
    : one

/** The branch looked at others: they read who. */
const view = (branchId: string) => ({
  _id: `subject_${branchId}_2026-09-22`,
  viewerId: 'subject',
  role: 'inspector',
  branchId,
  on: '2026-09-22',
  at: MOMENT,
  what: ['roster'],
  some: [],
})

export const startCountsOnlyWorld = (): Promise<World> =>
  World.start({
    people: {
      ...matrixRows,
      organisations: organisations.map((one: Organisation) => ({
        ...one,
        countsOnly: one._id === 'branch1',
      })),
      members: named,
      identities: [...identities.map(granted), aRequest],
      activities: [...(matrixRows.activities ?? []), ...activities],
      facts: [...(matrixRows.facts ?? []), ...facts],
      deletions: ['nobody', 'foreigner'].map((memberId) => ({
        _id: `deletion-of-${memberId}`,
        memberId,
        at: MOMENT,
        state: 'open',
      })),
      feedback: [
        {
          _id: '20260901-02',
          kind: 'other',
          text: '太慢',
          at: MOMENT,
          dueBy: MOMENT,
          state: 'open',
          from: 'subject',
          keyHash: 'a',
          request: 'b',
        },
        ...(matrixRows.feedback ?? []),
      ],
      views: [view('branch2'), view('branch0'), view('branch1b')],
    },
  })

/** Posts and grants that are a right in the branch itself: whoever holds one there is no outsider, and reads the names (RULES 3). */
const rightsInside = ['secretary', 'deputy_secretary', 'organisation_officer', 'group_leader', 'inspector']

/** Belongs to the branch, or holds a right in it or one of its groups. */
export const isInside = ({ branch, holds }: Actor): boolean =>
  branch === 'branch1' ||
  (holds?.inForce === true &&
    ['branch1', 'group1', 'group2'].includes(holds.node) &&
    rightsInside.includes(holds.role))

/** Who may know a name though outside: whose branch the member came from, and who studies with the member or looks after that. */
export function knows({ name, branch, holds }: Actor, memberId: string): boolean {
  // Whoever asks to be bound has typed the own name.
  if (name === 'requested') return memberId === 'asking'
  const held = holds?.inForce === true ? holds : undefined
  if (memberId === 'came')
    return (
      branch === 'branch2' ||
      (['branch2', 'group9'].includes(held?.node ?? '') && rightsInside.includes(held?.role ?? ''))
    )
  if (!['seated', 'theory_group_member-left', 'twin-theory_group_member-left'].includes(memberId))
    return false
  const looksAfter = held?.role === 'unit_officer' && ['unit1', 'unit0'].includes(held.node)
  return looksAfter || (held?.role === 'theory_group_member' && held.node === 'unit1')
}
