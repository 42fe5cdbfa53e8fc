import type { Member } from '@domain/org/member'
import { aMember } from '@domain/testing/builders'
import { identities, members, openIdOf, organisations } from './people'
import { newNonce, secretary, World } from './world'

const leader = (_id: string, order: number, branchId: string, over: Partial<Member>): Member =>
  aMember({
    _id,
    order,
    name: `领导${order}`,
    alias: `alias-${_id}`,
    memberships: [{ branchId, from: '2020-01-01' }],
    ...over,
  })

/** branch1 and branch3 are of one unit, branch2 is of none. */
const inOneUnit = organisations.map((one) => (one._id === 'branch2' ? { ...one, parentId: 'county' } : one))
const here = { branchId: 'branch1', from: '2026-01-01' }
const leaders = [
  leader('pointed', 902, 'branch2', { cadre: 'county', contactPoints: [here] }),
  leader('before', 901, 'branch2', {
    cadre: 'county',
    contactPoints: [{ ...here, from: '2025-01-01', to: '2025-12-31' }],
  }),
  leader('ownUnit', 903, 'branch3', { cadre: 'section' }),
  leader('both', 904, 'branch3', { cadre: 'county', contactPoints: [here] }),
  leader('otherUnit', 905, 'branch2', { cadre: 'section' }),
  leader('own', 906, 'branch1', { cadre: 'county', contactPoints: [here] }),
  leader('left', 907, 'branch3', {
    cadre: 'section',
    memberships: [{ branchId: 'branch3', from: '2020-01-01', to: '2026-06-30' }],
  }),
]

let world: World
beforeAll(async () => {
  world = await World.start({
    people: { organisations: inOneUnit, members: [...members, ...leaders], identities },
  })
})
afterAll(() => world.stop())

const offered = async (openId: string, branchId: string) =>
  (await world.get(openId, 'activity.prepare', { branchId })).leaders?.map(({ id }) => id)

test('whose 联系点 the branch is today, then the leading cadres of its unit; nobody of the branch itself', async () => {
  expect(await offered(secretary, 'branch1')).toEqual(['pointed', 'both', 'ownUnit'])
})

test("a branch that is nobody's 联系点, alone in its unit, is offered none", async () => {
  expect(await offered(openIdOf('n1'), 'branch2')).toEqual([])
})

test('the record offers the same until it is confirmed, and takes one of them', async () => {
  const { activityId } = await world.get(secretary, 'activity.enterHeld', {
    nonce: newNonce(),
    form: {
      ...{ kind: 'lecture', hostId: 'branch1', title: '党课', place: '三楼', carries: [], agenda: [] },
      ...{ startsAt: world.emulator.clock.now() - 7_200_000, endsAt: world.emulator.clock.now() - 3_600_000 },
      ...{ topic: '党史', lecturerName: '李教授', expectedIds: ['m1', 'm2', 'm3', 'm4'] },
    },
    presentIds: ['m1', 'm2', 'm3', 'm4'],
    absent: [],
  })
  const record = () => world.get(secretary, 'activity.record', { activityId })
  expect((await record()).leaders?.map(({ id }) => id)).toEqual(['pointed', 'both', 'ownUnit'])
  const amend = {
    activityId,
    nonce: newNonce(),
    lecturerId: 'pointed',
    lecturerName: '',
    tags: ['training'],
    hours: 2,
  }
  await world.get(secretary, 'activity.amend', amend)
  expect(await record()).toMatchObject({ lecturer: '领导902', tags: ['training'], hours: 2 })
  expect(await record()).not.toHaveProperty('lecturerName')
  await world.get(secretary, 'activity.amend', { activityId, nonce: newNonce(), tags: [], hours: 0 })
  expect(await record()).not.toHaveProperty('hours')
  expect(await record()).not.toHaveProperty('tags')
})
