import { idFrom } from '@cloud/lib/idFrom'
import type { StoredChange } from '@cloud/lib/organisation/storedChange'
import type { OrganisationChange } from '@domain/contract/organisation'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { recomputedNumbers, storedNumbers } from './numbers'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { leader, newNonce, secretary, World } from './world'

const county = 'openid-county'
const TODAY = '2026-09-22'

let world: World
beforeEach(async () => {
  world = await World.start()
}, 60_000)
afterEach(() => world.stop())

const rows = <T>(name: string, query: object = {}): T[] =>
  world.emulator.database.find(name, query) as unknown as T[]
const organisation = (_id: string): Organisation => {
  const [row] = rows<Organisation>('organisations', { _id })
  if (!row) throw new Error(`no organisation ${_id}`)
  return row
}
const change = (asked: OrganisationChange, { who = county, on = TODAY, nonce = newNonce() } = {}) =>
  world.call(who, 'organisation.change', { on, nonce, change: asked })
const changed = async (asked: OrganisationChange, options = {}) => {
  const answer = await change(asked, options)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data.organisationId
}
const refused = async (asked: OrganisationChange, options = {}) => {
  const answer = await change(asked, options)
  return answer.ok ? 'ok' : answer.reason
}
const rename = (organisationId: string, name: string) => ({ what: 'edit', organisationId, name }) as const

describe('the tree', () => {
  const ids = async (who: string, data: object = {}) =>
    (await world.get(who, 'organisation.tree', data)).nodes.map(({ id }) => id)

  test('is the whole county for the work committee, the own branch for a secretary, nothing for a member', async () => {
    const { nodes, mayEdit } = await world.get(county, 'organisation.tree')
    expect(mayEdit).toBe(true)
    expect(nodes.map(({ id }) => id).sort()).toEqual([
      'branch1',
      'branch2',
      'branch3',
      'community1',
      'county',
      'group1',
      'group2',
      'group3',
      'unit1',
      'village1',
    ])
    const counts = Object.fromEntries(nodes.map(({ id, count }) => [id, count]))
    expect(counts).toMatchObject({ county: 3, unit1: 3, branch1: 12, branch3: 50, group2: 4, community1: 0 })
    expect(await ids(secretary)).toEqual(['branch1', 'group1', 'group2', 'group3'])
    for (const who of [leader, openIdOf('m9')])
      expect(await world.reason(who, 'organisation.tree')).toBe('forbidden')
    expect(await world.reason(secretary, 'organisation.tree', { underId: 'branch2' })).toBe('forbidden')
  })

  test('of a day shows what was then, under the names of then', async () => {
    const branchId = await changed({
      what: 'found',
      type: 'branch',
      parentId: 'unit1',
      name: '县畜牧站党支部',
    })
    await changed(rename('branch3', '县教育体育局党支部'))
    expect(await ids(county)).toContain(branchId)
    expect(await ids(county, { on: '2026-09-21' })).not.toContain(branchId)
    const { nodes } = await world.get(county, 'organisation.tree', { on: '2026-09-21' })
    expect(nodes.find(({ id }) => id === 'branch3')?.name).toBe('县教育局党支部')
  })
})

describe('a change', () => {
  test('is made once however often the request arrives, and is audited', async () => {
    const nonce = newNonce()
    const asked = { what: 'found', type: 'branch', parentId: 'unit1', name: '县畜牧站党支部' } as const
    const id = await changed(asked, { nonce })
    expect(await changed(asked, { nonce })).toBe(id)
    expect(organisation(id)).toMatchObject({ type: 'branch', parentId: 'unit1', validFrom: TODAY, order: 4 })
    expect(rows('audit', { what: 'organisation' })).toMatchObject([
      { placeId: id, by: 'outside', result: `found:${TODAY}` },
    ])
    expect(await refused({ ...asked, parentId: 'county' })).toBe('name_taken')
    expect(await refused({ ...asked, name: '另一党支部', parentId: 'branch1' })).toBe('wrong_parent')
    expect(await refused({ ...asked, name: '另一党支部', parentId: 'nowhere' })).toBe('forbidden')
  })

  test('is the work committee’s, but groups are the branch’s own', async () => {
    const group = { what: 'found', type: 'group', parentId: 'branch1', name: '第四党小组' } as const
    expect(await refused(group, { who: openIdOf('n1') })).toBe('forbidden')
    expect(await refused(group, { who: leader })).toBe('forbidden')
    const id = await changed(group, { who: secretary })
    expect(await refused(rename(id, '青年党小组'), { who: secretary })).toBe('ok')
    for (const asked of [
      rename('branch1', '我的党支部'),
      { what: 'move', organisationId: 'branch1', parentId: 'county' } as const,
      { what: 'dissolve', organisationId: 'branch2' } as const,
      { what: 'found', type: 'branch', parentId: 'unit1', name: '新党支部' } as const,
      { what: 'merge', organisationId: 'branch1', fromIds: ['branch2'] } satisfies OrganisationChange,
    ])
      expect(await refused(asked, { who: secretary })).toBe('forbidden')
  })

  test('begins today or later, and pages of before and after say what is true of them', async () => {
    expect(await refused(rename('branch1', '昨日党支部'), { on: '2026-09-21' })).toBe('wrong_times')
    await changed(rename('branch1', '十月党支部'), { on: '2026-10-01' })
    const page = (periodKey?: string) =>
      world.get(secretary, 'progress.branch', { branchId: 'branch1', ...(periodKey && { periodKey }) })
    expect((await page()).branch.name).toBe('农业农村局党支部')
    expect((await world.get(secretary, 'progress.home')).branchName).toBe('农业农村局党支部')
    expect(await refused(rename('branch1', '九月党支部'))).toBe('wrong_times')
    world.emulator.clock.set(at('2026-10-08 10:00'))
    expect((await page()).branch.name).toBe('十月党支部')
    expect((await page('2026-09')).branch.name).toBe('农业农村局党支部')
    expect((await world.get(openIdOf('m4'), 'progress.home', { month: '2026-09' })).branchName).toBe(
      '农业农村局党支部',
    )
    const one = await world.get(county, 'organisation.one', { organisationId: 'branch1' })
    expect(one).toMatchObject({
      node: { name: '十月党支部' },
      before: [{ name: '农业农村局党支部', until: '2026-09-30' }],
    })
  })

  test('two at the same time about the same branch: both are carried out, one after the other', async () => {
    const answers = await Promise.all([
      change(rename('branch1', '甲党支部')),
      change({ what: 'move', organisationId: 'branch1', parentId: 'county' }),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    expect(organisation('branch1')).toMatchObject({ name: '甲党支部', parentId: 'county' })
    expect(organisation('branch1').past).toHaveLength(1)
  })
})

const nobodyIsLost = () => {
  for (const { _id, memberships } of rows<Member>('members')) {
    const here = memberships.filter(({ from, to }) => from <= TODAY && (to === undefined || to >= TODAY))
    expect([_id, here.length]).toEqual([_id, 1])
    const branch = organisation(here[0]?.branchId ?? '')
    expect(branch.validTo === undefined || branch.validTo >= TODAY).toBe(true)
  }
}

describe('branch 3 with its fifty members merged into branch 1', () => {
  const merging: OrganisationChange = { what: 'merge', organisationId: 'branch1', fromIds: ['branch3'] }
  const study = (_id: string, branchId: string, day: string) =>
    anActivity({ _id, kind: 'study', hostId: branchId, branchId, startsAt: at(`${day} 15:00`), nonce: _id })
  const attends = (activityId: string, memberId: string, branchId: string, day: string) =>
    aFact({
      activityId,
      memberId,
      branchId,
      hostId: branchId,
      activityKind: 'study',
      occurredAt: at(`${day} 15:00`),
    })

  beforeEach(() => {
    const insert = (name: string, list: object[]) =>
      world.emulator.database.insertMany(name, list as Record<string, unknown>[])
    insert('activities', [
      study('s1', 'branch1', '2026-08-11'),
      study('s3', 'branch3', '2026-08-11'),
      study('t3', 'branch3', '2026-09-08'),
      { ...study('u3', 'branch3', '2026-10-13'), state: 'published' },
    ])
    insert('facts', [
      attends('s1', 'm4', 'branch1', '2026-08-11'),
      ...['p1', 'p2', 'p3'].map((id) => attends('s3', id, 'branch3', '2026-08-11')),
      ...['p1', 'p2'].map((id) => attends('t3', id, 'branch3', '2026-09-08')),
      attends('t3', 'n2', 'branch2', '2026-09-08'),
    ])
  })

  const rollup = async () => {
    world.emulator.clock.advance(600_000)
    await world.emulator.runTimer('rollup')
  }

  test('last month stands as it stood, this month credits are where the people are, numbers equal recomputation', async () => {
    await rollup()
    const august = () =>
      Promise.all(
        ['branch1', 'branch2', 'branch3'].map((branchId) =>
          world.get(county, 'progress.branch', { branchId, periodKey: '2026-08' }),
        ),
      )
    const overview = (periodKey: string) => world.get(county, 'committee.overview', { periodKey })
    const before = { pages: await august(), county: await overview('2026-08') }
    const september = await overview('2026-09')

    expect(await changed(merging)).toBe('branch1')
    await world.get(openIdOf('n1'), 'roster.transfer', {
      memberId: 'n2',
      toBranchId: 'branch1',
      nonce: newNonce(),
    })
    await world.get(secretary, 'roster.accept', { memberId: 'n2', branchId: 'branch1', accept: true })
    nobodyIsLost()
    await rollup()

    const after = await august()
    // A month's page shows the quarter and year it lies in as well: those go on.
    const ofAugust = (pages: typeof after) =>
      pages.map(({ rows: list, branch, memberCount, groups, duties }) => {
        const own = duties.filter(({ line }) => line.period.key === '2026-08')
        return { list, branch, memberCount, groups, own }
      })
    expect(ofAugust(after)).toEqual(ofAugust(before.pages))
    const { rolledUpAt: _, ...then } = before.county
    expect(await overview('2026-08')).toMatchObject(then)
    const now = await overview('2026-09')
    expect([september.branchCount, now.branchCount]).toEqual([3, 2])
    expect(now.memberCount).toBe(september.memberCount)
    const done = ({ county: tallies }: typeof now) =>
      tallies.find(({ dutyId }) => dutyId === 'member_study')?.done
    expect(done(now)).toBe(3)
    expect(done(september)).toBe(3)
    const page = await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
    expect(page.memberCount).toBe(63)
    const studied = page.rows.filter(({ cells }) =>
      cells.some(({ dutyId, done: times }) => dutyId === 'member_study' && times > 0),
    )
    expect(studied.map(({ memberId }) => memberId).sort()).toEqual(['n2', 'p1', 'p2'])
    expect(storedNumbers(world.emulator)).toEqual(recomputedNumbers(world.emulator))
  })

  test('ends with yesterday, says where its people went; what it had planned is the other branch’s', async () => {
    await changed(merging)
    expect(organisation('branch3')).toMatchObject({ validTo: '2026-09-21', mergedInto: 'branch1' })
    expect(rows('activities', { _id: 'u3' })).toMatchObject([
      {
        branchId: 'branch1',
        hostId: 'branch1',
        movedFrom: [{ branchId: 'branch3', startsAt: at('2026-10-13 15:00') }],
      },
    ])
    expect(rows('activities', { _id: 't3' })).toMatchObject([{ branchId: 'branch3' }])
    expect((await world.get(secretary, 'roster.list', { branchId: 'branch1' })).rows).toHaveLength(62)
    const { nodes } = await world.get(county, 'organisation.tree')
    expect(nodes.map(({ id }) => id)).not.toContain('branch3')
    expect(await refused(rename('branch3', '从前'))).toBe('wrong_times')
  })

  test('groups that go along keep what they held, and what changes of it later is counted there', async () => {
    const held = (_id: string, hostId: string, day: string) =>
      anActivity({
        _id,
        kind: 'group_meeting',
        hostId,
        hostType: 'group',
        branchId: 'branch1',
        startsAt: at(`${day} 15:00`),
        nonce: _id,
      })
    const put = (activity: object) =>
      world.emulator.database.insertMany('activities', [activity as Record<string, unknown>])
    put(held('g1', 'group1', '2026-09-08'))
    await rollup()
    await changed({ what: 'merge', organisationId: 'branch2', fromIds: ['branch1'] })
    await rollup()
    const meetings = () => storedNumbers(world.emulator)['2026-09']?.branches.branch2?.group_meeting
    expect(meetings()).toEqual([1, 3])
    // Nothing but the meeting says so, and it stands under the branch that is no more.
    put({ ...held('g2', 'group2', '2026-09-09'), updatedAt: new Date(world.now()) })
    await rollup()
    expect(meetings()).toEqual([2, 3])
    expect(storedNumbers(world.emulator)).toEqual(recomputedNumbers(world.emulator))
    const page = await world.get(openIdOf('n1'), 'progress.branch', { branchId: 'branch2' })
    const line = page.duties.find((duty) => duty.line.dutyId === 'group_meeting')?.line
    expect(line).toMatchObject({ done: 2, needed: 3 })
    const why = { subjectId: 'group1', dutyId: 'group_meeting', periodKey: '2026-08' }
    expect(await world.reason(county, 'progress.why', why)).toMatch(/^ok/)
  })

  describe('cut short after some of its members', () => {
    const nonce = newNonce()
    const moved = (member: Member): Member => ({
      ...member,
      memberships: [
        { branchId: 'branch3', from: '2020-01-01', to: '2026-09-21' },
        { branchId: 'branch1', from: TODAY },
      ],
      registerVersion: 1,
    })
    const journal = {
      _id: idFrom(county, nonce),
      change: merging,
      on: TODAY,
      by: 'outside',
      at: MOMENT,
      state: 'open',
    }

    beforeEach(async () => {
      await world.stop()
      const half = members.map((member) => (/^p[1-7]$/.test(member._id) ? moved(member) : member))
      const people = { organisations, members: half, identities, organisationChanges: [journal] }
      world = await World.start({ people })
    }, 60_000)

    const isWhole = () => {
      nobodyIsLost()
      expect(rows<StoredChange>('organisationChanges', { state: 'open' })).toEqual([])
      expect(organisation('branch3')).toMatchObject({ mergedInto: 'branch1', validTo: '2026-09-21' })
      const from3 = rows<Member>('members', { 'memberships.branchId': 'branch3' })
      expect(from3.map(({ memberships }) => memberships)).toEqual(
        Array.from({ length: 50 }, () => moved(from3[0] as Member).memberships),
      )
      expect(new Set(from3.map(({ registerVersion }) => registerVersion))).toEqual(new Set([1]))
    }

    test('the same request once more ends it', async () => {
      await changed(merging, { nonce })
      isWhole()
    })

    test('and so does whatever is changed next', async () => {
      await changed(rename('branch2', '县财政局党支部'))
      isWhole()
    })
  })
})

test('a branch is split and its half founded beside it; one with members is not dissolved', async () => {
  const id = await changed({
    what: 'split',
    organisationId: 'branch3',
    name: '县教育局第二党支部',
    memberIds: ['p1', 'p2'],
  })
  expect(
    (await world.get(county, 'roster.list', { branchId: id })).rows.map(({ memberId }) => memberId),
  ).toEqual(['p1', 'p2'])
  expect((await world.get(county, 'roster.list', { branchId: 'branch3' })).totals.members).toBe(48)
  expect(await refused({ what: 'dissolve', organisationId: id })).toBe('not_empty')
  expect(await refused({ what: 'split', organisationId: 'branch3', name: '再分', memberIds: ['m1'] })).toBe(
    'not_in_branch',
  )
})

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
    expect(organisation('branch1').terms).toEqual([{ from: '2026-09-20', to: '2029-09-19' }])
    expect(rows('audit', { what: 'election' })).toHaveLength(1)
  })

  test('of two has no committee from then on; months before keep theirs', async () => {
    const posts = [
      { memberId: 'm1', post: 'secretary' },
      { memberId: 'm2', post: 'deputy_secretary' },
    ]
    expect(await reason({ posts })).toBe('ok')
    expect(organisation('branch1')).toMatchObject({
      hasCommittee: false,
      past: [{ until: '2026-09-19', hasCommittee: true }],
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
