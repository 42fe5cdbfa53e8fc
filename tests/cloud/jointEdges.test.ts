import type { ActivityForm } from '@domain/contract/activity'
import { at } from '@domain/testing/at'
import { county, jointIn, n1, n3, startJoint, study } from './jointBranches'
import { MOMENT, openIdOf } from './people'
import { checkIn, newNonce, officer, secretary, type World } from './world'

let world: World
let joint: ReturnType<typeof jointIn>
beforeAll(async () => {
  world = await startJoint()
  joint = jointIn(world)
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

describe('what cannot be', () => {
  const reasonOf = (over: Partial<ActivityForm>, who = secretary) =>
    world.reason(who, 'activity.save', { nonce: newNonce(), form: study(over), publish: true })
  test.each([
    ['a branch of another unit', { jointIds: ['branch4'] }],
    ['the branch itself', { jointIds: ['branch1'] }],
    ['one branch twice', { jointIds: ['branch2', 'branch2'] }],
    ['no branch at all', { jointIds: ['nobody'] }],
    ['a unit', { jointIds: ['unit1'] }],
    ['a committee’s meeting', { kind: 'committee_meeting' as const, expectedIds: ['m1', 'm2'] }],
    ['a group’s meeting', { kind: 'group_meeting' as const, hostId: 'group1', expectedIds: ['m1', 'm2'] }],
  ])('%s is not held together with', async (_, over) => {
    expect(await reasonOf(over)).toBe('invalid_request')
  })

  test('who runs no branch of it plans none, though it names their own', async () => {
    expect(await reasonOf({}, n1)).toBe('forbidden')
    expect(await reasonOf({}, openIdOf('m4'))).toBe('forbidden')
  })

  test('where the county does not count it for each, none is announced, and what was announced before stays', async () => {
    const whole = await joint.publish(study({ title: '关之前' }))
    await world.get(county, 'joint.save', { on: false, nonce: newNonce() })
    try {
      expect(await reasonOf({})).toBe('joint_off')
      const { joint: offered } = await world.get(secretary, 'activity.prepare', { branchId: 'branch1' })
      expect(offered).toBeUndefined()
      const form = study({ title: '关之前', place: '一楼' })
      await world.get(secretary, 'activity.save', {
        activityId: whole,
        nonce: newNonce(),
        form,
        publish: true,
      })
      expect(joint.rows({ jointOf: whole })).toMatchObject([{ place: '一楼', state: 'published' }])
    } finally {
      await world.get(county, 'joint.save', { on: true, basis: '县直工委〔2026〕3号', nonce: newNonce() })
    }
  })

  test('it is switched on by the work committee alone, and with what it rests on', async () => {
    const save = (who: string, data: object) =>
      world.reason(who, 'joint.save', { nonce: newNonce(), ...data })
    expect(await save(secretary, { on: true, basis: '文件' })).toBe('forbidden')
    expect(await save(county, { on: true, basis: ' ' })).toBe('invalid_request')
    expect(await world.get(county, 'joint.setting')).toEqual({
      on: true,
      basis: '县直工委〔2026〕3号',
      mayEdit: true,
    })
  })
})

test('at a joint 支部党员大会 each branch votes by its own quorum', async () => {
  const whole = await joint.publish(study({ kind: 'general_meeting', title: '联合大会' }))
  const part = joint.partOf(whole)
  await joint.move(secretary, whole, 'open')
  const code = await joint.codeOf(secretary, whole)
  for (const id of ['m4', 'm5', 'n2']) await checkIn(world, id, code)
  const voting = async (who: string, activityId: string) =>
    (await world.get(who, 'activity.board', { activityId })).voting
  expect(await voting(secretary, whole)).toMatchObject({ full: 11, present: 2, probationary: 1 })
  expect(await voting(n1, part)).toMatchObject({ full: 3, present: 1, probationary: 0 })
})

test('held last Friday and entered since, each branch enters its own, and its own second person confirms', async () => {
  const day = { startsAt: at('2026-09-18 15:00'), endsAt: at('2026-09-18 16:30') }
  const form = study({ title: '上周五联合学习', ...day })
  const { activityId: whole } = await world.get(secretary, 'activity.enterHeld', {
    ...{ nonce: newNonce(), form, presentIds: ['m1', 'm4'] },
    absent: [],
  })
  const part = joint.partOf(whole)
  expect(joint.rows({ _id: part })).toMatchObject([{ state: 'published', late: { confirmed: null } }])
  const { meetings } = await world.get(n1, 'identity.work')
  expect(meetings).toContainEqual(expect.objectContaining({ id: part, todo: 'unopened' }))
  await joint.move(n1, part, 'open')
  const tick = { activityId: part, memberId: 'n2', way: 'paper', occurredAt: day.startsAt, nonce: newNonce() }
  await world.get(n1, 'checkin.tick', tick)
  await joint.move(n1, part, 'closed')
  const confirm = async (who: string) => {
    const { seen } = await world.get(who, 'activity.lateEntry', { activityId: part })
    return world.reason(who, 'activity.confirmLate', { activityId: part, agree: true, seen })
  }
  // Who opened it has entered it: the own second person is another one, and none of the other branch.
  expect(await world.reason(n1, 'activity.lateEntry', { activityId: part })).toBe('forbidden')
  expect(await world.reason(officer, 'activity.lateEntry', { activityId: part })).toBe('forbidden')
  expect(await confirm(n3)).toMatch(/^ok/)
})

test('a part of 31 December nobody has opened stands under 待办 in January, and is entered as a 补录 of its own branch', async () => {
  const day = { startsAt: at('2026-12-31 15:00'), endsAt: at('2026-12-31 17:00') }
  world.emulator.clock.set(at('2026-12-31 14:30'))
  const whole = await joint.publish(study({ title: '年终联合学习', ...day }))
  const part = joint.partOf(whole)
  world.emulator.clock.set(at('2027-01-05 09:00'))
  const { meetings } = await world.get(n1, 'identity.work')
  expect(meetings).toContainEqual(expect.objectContaining({ id: part, todo: 'unopened' }))
  expect(await joint.move(n1, part, 'open')).toMatchObject({ ok: true })
  expect(joint.rows({ _id: part })).toMatchObject([{ late: { by: 'n1', confirmed: null } }])
})
