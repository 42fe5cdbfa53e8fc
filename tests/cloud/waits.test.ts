import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { World } from './world'

const county = 'openid-county'
/** Nobody of the third branch has a post: what waits there waits for nobody but the work committee. */
const asking = (_id: string, memberId: string, branchId: string) => ({
  ...{ _id, memberId, branchId, state: 'requested', requestId: `request-${_id}`, requestedAt: MOMENT - 2 },
  ...{ grants: [], updatedAt: new Date(MOMENT) },
})

let world: World
beforeAll(async () => {
  world = await World.start({
    people: {
      organisations,
      members: members.map((one) => ({
        ...one,
        ...(one._id === 'm9' && { transfer: { toBranchId: 'branch2', askedOn: '2026-09-20', by: 'm1' } }),
        ...(one._id === 'm8' && { transfer: { toBranchId: 'branch3', askedOn: '2026-09-18', by: 'm1' } }),
        ...((one._id === 'm7' || one._id === 'n1') && {
          exemptions: [{ category: 'health', from: '2026-09-01', state: 'asked' }],
        }),
      })),
      identities: [
        ...identities,
        asking('openid-asks', 'm11', 'branch1'),
        asking('openid-asks-too', 'p1', 'branch3'),
      ],
      activities: [
        anActivity({
          ...{ _id: 'late', nonce: 'late', state: 'closed', startsAt: at('2026-08-20 15:00') },
          late: { at: at('2026-09-20 10:00'), by: 'm1', asked: 'branch1', confirmed: null },
        }),
        ...(['proposed', 'passed', 'withdrawn'] as const).map((_id) =>
          anActivity({
            ...{ _id, nonce: _id, kind: 'community_service', hostId: 'community1', hostType: 'community' },
            ...{ branchId: 'community1', state: _id === 'withdrawn' ? 'cancelled' : 'draft' },
            startsAt: MOMENT + (_id === 'passed' ? -1 : 86_400_000),
            proposed: { branchId: 'branch1', by: 'm1', at: MOMENT - 4 },
          }),
        ),
      ],
      facts: [
        aFact({
          ...{ _id: 'deed', kind: 'deed', hostId: 'village1', confirmed: null, way: 'self' },
          detail: { title: '修灯', state: 'finished', finishedAt: String(MOMENT - 3) },
        }),
        aFact({
          _id: 'claimed',
          kind: 'deed',
          hostId: 'village1',
          confirmed: null,
          detail: { state: 'claimed' },
        }),
        ...(['waits', 'by-door', 'denied'] as const).map((_id) =>
          aFact({
            ...{ _id, kind: 'visit', hostId: 'village1', householdId: 'h1', memberId: 'm5', way: 'backfill' },
            confirmed: _id === 'by-door' ? { at: MOMENT - 1, by: 'h1' } : null,
            ...(_id === 'denied' && { annulled: { at: MOMENT - 1, by: 'x', reason: '没来过' } }),
          }),
        ),
        aFact({ _id: 'word' }),
        aFact({
          ...{ _id: 'served', activityId: 'service', activityKind: 'community_service' },
          ...{ hostId: 'community1', way: 'poster', confirmed: null },
        }),
        aFact({
          ...{ _id: 'confirmed', activityId: 'service', activityKind: 'community_service' },
          ...{ hostId: 'community1', memberId: 'm5', confirmed: { at: MOMENT - 1, by: 'community1' } },
        }),
      ],
      corrections: [
        {
          _id: 'c1',
          memberId: 'm5',
          branchId: 'branch1',
          field: 'other',
          text: '请核对',
          at: MOMENT - 9,
          state: 'open',
        },
      ],
      deletions: [{ _id: 'd1', memberId: 'm5', at: MOMENT - 7, state: 'open' }],
      feedback: [
        {
          _id: '20260901-01',
          kind: 'other',
          text: '太慢',
          at: MOMENT - 8,
          dueBy: MOMENT + 5,
          state: 'open',
          keyHash: 'x',
          request: 'y',
        },
      ],
      faults: [
        {
          _id: 'rollup_branch1',
          job: 'rollup',
          subjectId: 'branch1',
          code: 'x',
          firstAt: 1,
          lastAt: 1,
          times: 1,
        },
      ],
    },
  })
})
afterAll(() => world.stop())

const ask = (who = county) => world.get(who, 'committee.waits')

test('everything that waits in the county is counted once: what only the committee can answer apart from what waits in branches, communities and villages', async () => {
  const { lines, feedbackDue, troubles } = await ask()
  const told = lines.map(
    ({ what, own, places }) => `${what} ${own} ${places.map(({ id, count }) => `${id}:${count}`).join(' ')}`,
  )
  expect(told.map((line) => line.trim())).toEqual([
    'binding 1 branch1:1',
    'transfer 1 branch2:1',
    // n1 alone runs the second branch.
    'exemption 1 branch1:1',
    'correction 0 branch1:1',
    'late 0 branch1:1',
    'service 0 community1:1',
    'visit 0 village1:1',
    'deed 0 village1:1',
    'proposal 0 community1:1',
    'feedback 1',
    'deletion 1',
  ])
  expect(feedbackDue).toBe(MOMENT + 5)
  expect(troubles).toBe(1)
  expect(lines.find(({ what }) => what === 'transfer')).toMatchObject({ since: at('2026-09-18 00:00') })
})

test('it names nobody, writes nothing and sends nothing', async () => {
  const before = world.documents()
  const { text } = await world.post(county, { action: 'committee.waits', contractVersion: 1, data: {} })
  for (const { name } of members) expect(text).not.toContain(name)
  expect(world.documents()).toBe(before)
  expect(world.emulator.outbox()).toEqual([])
})

test('nobody but the work committee sees it; its page offers the way only then', async () => {
  for (const who of [openIdOf('m1'), openIdOf('n2')])
    expect(await world.reason(who, 'committee.waits')).toBe('forbidden')
  expect(await world.get(county, 'committee.overview')).toMatchObject({ mayAnswer: true })
})

test('it costs as many calls however much waits', async () => {
  await ask()
  expect(world.lastInvocation().calls.length).toBeLessThanOrEqual(22)
})
