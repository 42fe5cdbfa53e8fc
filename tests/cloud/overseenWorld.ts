import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Organisation } from '@domain/org/organisation'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { dayOf } from '@domain/time/day'
import { identities, members, MOMENT, organisations } from './people'
import { World } from './world'

export const county = 'openid-county'
export const inspector = 'openid-inspector'
/** The last one that is closed. */
export const month = '2026-08'

const looks = (_id: string, organisationId: string): Identity => ({
  _id,
  state: 'bound',
  requestId: `request-${_id}`,
  requestedAt: MOMENT - 1,
  boundAt: MOMENT - 1,
  name: '巡察组',
  grants: [{ role: 'inspector', organisationId, from: '2026-01-01' }],
  updatedAt: new Date(MOMENT),
})

/** A meeting of branch1 at 15:00. */
const held = (_id: string, day: string, overrides: object = {}) =>
  anActivity({
    _id,
    nonce: `nonce-${_id}`,
    title: `题目${_id}`,
    state: 'recorded',
    startsAt: at(`${day} 15:00`),
    endsAt: at(`${day} 16:30`),
    chairId: 'm1',
    expected: ['m1', 'm4', 'm5'].map((memberId) => ({ memberId, standing: 'full' as const })),
    absences: [{ memberId: 'm5', reason: 'health' }],
    ...overrides,
  })
const came = (activityId: string, memberId: string, day: string) =>
  aFact({ activityId, memberId, occurredAt: at(`${day} 15:05`) })

const activities = [
  held('party', '2026-08-18', { carries: ['study'] }),
  held('group', '2026-08-12', { kind: 'group_meeting', hostId: 'group1', hostType: 'group' }),
  held('lecture', '2026-08-27', { kind: 'lecture', state: 'closed' }),
  held('late', '2026-08-20', {
    kind: 'committee_meeting',
    state: 'closed',
    late: { at: at('2026-09-20 10:00'), by: 'm1', asked: 'branch1', confirmed: null },
  }),
  held('plan', '2026-08-25', { state: 'published' }),
  held('off', '2026-08-26', { state: 'cancelled' }),
  held('running', '2026-09-03'),
  held('ofJuly', '2026-07-14', { kind: 'study' }),
  held('quiet', '2026-08-19', {
    branchId: 'branch3',
    hostId: 'branch3',
    topic: '内部题目',
    absences: [],
    expected: [
      { memberId: 'p1', standing: 'full' },
      { memberId: 'p2', standing: 'full' },
    ],
  }),
  held('service', '2026-08-19', {
    kind: 'community_service',
    hostId: 'community1',
    hostType: 'community',
    branchId: 'community1',
  }),
]

/** Numbers alone leave one branch; another stands under the county itself. */
const more: Record<string, Partial<Organisation>> = {
  branch3: { countsOnly: true },
  branch2: { parentId: 'county' },
}

/** August of the first branch: a meeting of each kind and state, one of them entered late; and who looks from above. Rolled up. */
export async function startOverseenWorld(): Promise<World> {
  const world = await World.start({
    people: {
      organisations: organisations.map((one) => ({ ...one, ...more[one._id] })),
      members,
      identities: [...identities, looks(inspector, 'county'), looks('openid-inspector-unit', 'unit1')],
      activities,
      facts: [
        ...activities
          .filter(({ _id }) => ['party', 'group', 'lecture', 'late'].includes(_id))
          .flatMap(({ _id, startsAt }) =>
            ['m1', 'm4'].map((memberId) => came(_id, memberId, dayOf(startsAt))),
          ),
        { ...came('quiet', 'p1', '2026-08-19'), branchId: 'branch3', hostId: 'branch3' },
      ],
    },
  })
  await world.emulator.runTimer('rollup')
  return world
}
