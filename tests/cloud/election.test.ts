import { Organisations } from './Organisations'
import { openIdOf } from './people'
import { leader, newNonce, secretary, World } from './world'

let world: World
let tree: Organisations
beforeEach(async () => {
  world = await World.start()
  tree = new Organisations(world)
})
afterEach(() => world.stop())

describe('an election', () => {
  const elect = (over: object = {}, who = secretary) =>
    world.call(who, 'organisation.elect', {
      branchId: 'branch1',
      kind: 'election',
      on: '2026-09-20',
      posts: [
        { memberId: 'm4', post: 'secretary' },
        { memberId: 'm2', post: 'organisation_officer' },
        { memberId: 'm3', post: 'committee_member' },
      ],
      nonce: newNonce(),
      ...over,
    })
  const reason = async (over: object, who?: string) => {
    const answer = await elect(over, who)
    return answer.ok ? 'ok' : answer.reason
  }

  test('gives the new secretary the branch and takes it from the old one, with a term of three years', async () => {
    expect(await elect()).toMatchObject({ ok: true, data: { termEndsOn: '2029-09-19' } })
    expect(await world.reason(secretary, 'roster.list', { branchId: 'branch1' })).toBe('forbidden')
    const mine = await world.get(openIdOf('m4'), 'organisation.one', { organisationId: 'branch1' })
    expect(mine.committee.map(({ memberId, post }) => `${memberId} ${post}`)).toEqual([
      'm4 secretary',
      'm2 organisation_officer',
      'm3 committee_member',
    ])
    expect(mine).toMatchObject({ termEndsOn: '2029-09-19', mayEdit: false, mayElect: true })
    expect(mine.people.map(({ id }) => id)).not.toContain('m12')
    expect(tree.one('branch1').terms).toEqual([{ from: '2026-09-20', to: '2029-09-19' }])
    expect(tree.rows('audit', { what: 'election' })).toHaveLength(1)
  })

  test('of two is refused where there are seven full members, for every way to come to two', async () => {
    const two = [
      { memberId: 'm1', post: 'secretary' },
      { memberId: 'm2', post: 'deputy_secretary' },
      { memberId: 'm2', post: 'discipline_officer' },
    ]
    expect(await reason({ posts: two })).toBe('committee_too_small')
    // m3, till now 委员, follows m1: m2 and m3 would be left.
    const follows = [{ memberId: 'm3', post: 'secretary' }]
    expect(await reason({ kind: 'by_election', posts: follows })).toBe('committee_too_small')
    expect(tree.one('branch1').hasCommittee).toBe(true)
    expect(tree.rows('audit', { what: 'election' })).toEqual([])
  })

  test('in a branch that has fewer than seven full members by then there is no committee any more; months before keep theirs', async () => {
    for (const memberId of ['m7', 'm8', 'm9', 'm10', 'm11'])
      await world.get(secretary, 'roster.leave', { memberId, on: '2026-09-21', why: 'moved_away' })
    const two = [
      { memberId: 'm1', post: 'secretary' },
      { memberId: 'm2', post: 'deputy_secretary' },
    ]
    expect(
      await reason({ on: '2026-09-22', posts: [...two, { memberId: 'm3', post: 'committee_member' }] }),
    ).toBe('no_committee_here')
    expect(await reason({ on: '2026-09-22', posts: two })).toBe('ok')
    expect(tree.one('branch1')).toMatchObject({
      hasCommittee: false,
      past: [{ until: '2026-09-21', hasCommittee: true }],
    })
    const duties = async (periodKey: string) => {
      const page = await world.get(secretary, 'progress.branch', { branchId: 'branch1', periodKey })
      return page.duties.find(
        ({ line }) => line.dutyId === 'committee_meeting' && line.period.key === periodKey,
      )?.line.state
    }
    expect(await duties('2026-09')).toBe('not_owed')
    expect(await duties('2026-08')).toBe('missing')
  })

  test('is refused where it would leave nobody in charge, take someone of elsewhere, or lie out of time', async () => {
    expect(await reason({ posts: [{ memberId: 'm2', post: 'organisation_officer' }] })).toBe('no_secretary')
    expect(await reason({ posts: [{ memberId: 'n2', post: 'secretary' }] })).toBe('not_in_branch')
    expect(await reason({ on: '2025-01-01' })).toBe('wrong_times')
    expect(await reason({ termEndsOn: '2026-09-20' })).toBe('wrong_times')
    expect(
      await reason({
        posts: [
          { memberId: 'm1', post: 'secretary' },
          { memberId: 'm2', post: 'secretary' },
        ],
      }),
    ).toBe('invalid_request')
    // m12 is on probation.
    expect(await reason({ posts: [{ memberId: 'm12', post: 'secretary' }] })).toBe('not_full_member')
    const seats = ['m2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'].map((memberId) => ({
      memberId,
      post: 'committee_member',
    }))
    expect(await reason({ posts: [{ memberId: 'm1', post: 'secretary' }, ...seats] })).toBe(
      'committee_too_large',
    )
    expect(await reason({}, openIdOf('n1'))).toBe('forbidden')
    expect(
      await reason({ kind: 'by_election', posts: [{ memberId: 'm5', post: 'publicity_officer' }] }),
    ).toBe('ok')
  })

  test('a group gets another leader, who leads it from today on', async () => {
    const name = (memberId: string | null, who = secretary) =>
      world.reason(who, 'organisation.leader', { groupId: 'group2', memberId, nonce: newNonce() })
    expect(await name('n2')).toBe('not_in_branch')
    expect(await name('m5', leader)).toBe('forbidden')
    expect(await name('m5')).toMatch(/^ok/)
    expect(await world.reason(leader, 'progress.branch', { branchId: 'branch1' })).toBe('forbidden')
    expect((await world.get(openIdOf('m5'), 'progress.branch', { branchId: 'branch1' })).scope).toBe('group')
    const group = await world.get(secretary, 'organisation.one', { organisationId: 'group2' })
    expect(group).toMatchObject({ leader: { id: 'm5' }, node: { count: 4 }, mayEdit: true })
    expect(await name(null)).toMatch(/^ok/)
  })
})
