import { idFrom } from '@cloud/lib/ground/idFrom'
import type { StoredChange } from '@cloud/lib/store/collections/organisationChanges'
import type { OrganisationChange } from '@domain/contract/organisation'
import type { Member } from '@domain/org/member'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { recomputedNumbers, storedNumbers } from './numbers'
import { county, Organisations, rename, TODAY } from './Organisations'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { newNonce, secretary, World } from './world'

let world: World
let tree: Organisations
beforeEach(async () => {
  world = await World.start()
  tree = new Organisations(world)
})
afterEach(() => world.stop())

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
          world.get(county, 'committee.branch', { branchId, month: '2026-08' }),
        ),
      )
    const overview = (periodKey: string) => world.get(county, 'committee.overview', { periodKey })
    const before = { pages: await august(), county: await overview('2026-08') }
    const september = await overview('2026-09')

    expect(await tree.changed(merging)).toBe('branch1')
    await world.get(openIdOf('n1'), 'roster.transfer', {
      memberId: 'n2',
      toBranchId: 'branch1',
      nonce: newNonce(),
    })
    await world.get(secretary, 'roster.accept', { memberId: 'n2', branchId: 'branch1', accept: true })
    expect(tree.lost()).toEqual([])
    await rollup()

    const after = await august()
    expect(after).toEqual(before.pages)
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
    await tree.changed(merging)
    expect(tree.one('branch3')).toMatchObject({ validTo: '2026-09-21', mergedInto: 'branch1' })
    expect(tree.rows('activities', { _id: 'u3' })).toMatchObject([
      {
        branchId: 'branch1',
        hostId: 'branch1',
        movedFrom: [{ branchId: 'branch3', startsAt: at('2026-10-13 15:00') }],
      },
    ])
    expect(tree.rows('activities', { _id: 't3' })).toMatchObject([{ branchId: 'branch3' }])
    expect((await world.get(secretary, 'roster.list', { branchId: 'branch1' })).rows).toHaveLength(62)
    const { nodes } = await world.get(county, 'organisation.tree')
    expect(nodes.map(({ id }) => id)).not.toContain('branch3')
    expect(await tree.refused(rename('branch3', '从前'))).toBe('wrong_times')
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
    await tree.changed({ what: 'merge', organisationId: 'branch2', fromIds: ['branch1'] })
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
    const memberships = [
      { branchId: 'branch3', from: '2020-01-01', to: '2026-09-21' },
      { branchId: 'branch1', from: TODAY },
    ]
    const moved = (member: Member): Member => ({ ...member, memberships, registerVersion: 1 })
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
      tree = new Organisations(world)
    })

    const isWhole = () => {
      expect(tree.lost()).toEqual([])
      expect(tree.rows<StoredChange>('organisationChanges', { state: 'open' })).toEqual([])
      expect(tree.one('branch3')).toMatchObject({ mergedInto: 'branch1', validTo: '2026-09-21' })
      const from3 = tree.rows<Member>('members', { 'memberships.branchId': 'branch3' })
      expect(from3.map((member) => member.memberships)).toEqual(Array.from({ length: 50 }, () => memberships))
      expect(new Set(from3.map(({ registerVersion }) => registerVersion))).toEqual(new Set([1]))
    }

    test('the same request once more ends it', async () => {
      await tree.changed(merging, { nonce })
      isWhole()
    })

    test('and so does the night', async () => {
      await world.emulator.runTimer('nightly')
      isWhole()
    })

    test('and so does whatever is changed next', async () => {
      await tree.changed(rename('branch2', '县财政局党支部'))
      isWhole()
    })
  })
})
