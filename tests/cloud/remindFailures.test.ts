import { at } from '@domain/testing/at'
import { openIdOf } from './people'
import { insert, reached, reminderOf, remindAt, templates, toldOf } from './reminders'
import { leader, secretary, World } from './world'

const willing = ['m4', 'm5', 'm6', 'm7', 'm8', 'n1', 'n2']
let world: World

beforeEach(async () => {
  world = await World.start({ env: templates })
  insert(world, 'credits', ...willing.map((_id) => ({ _id, month_gap: 3, moves: [] })))
})
afterEach(() => world.stop())

const fail = (memberId: string, how: number | 'lost' | { slowMs: number } | null) =>
  world.emulator.failMessages({ openid: openIdOf(memberId), templateId: 'T-gap' }, how)

const everyone = willing.map(openIdOf).sort()

test('what WeChat refuses is not tried again: the leader is told, with the code kept', async () => {
  fail('m5', 43101)
  fail('m6', 47003)
  fail('m7', -1)
  expect(await remindAt(world, '2026-09-24 08:05')).toMatchObject({ sent: 4, failed: 2 })
  expect(
    ['m5', 'm6', 'm7', 'm8'].map((id) => [reminderOf(world, id)?.state, reminderOf(world, id)?.code]),
  ).toEqual([
    ['leader', 43101],
    ['failed', 47003],
    ['failed', -1],
    ['sent', undefined],
  ])
  for (const id of ['m5', 'm6', 'm7']) fail(id, null)
  expect(await remindAt(world, '2026-09-24 09:05')).toMatchObject({ sent: 0, failed: 0, leader: 0 })
  const { people } = await world.get(leader, 'reminder.toTell', { branchId: 'branch1' })
  expect(people.map(toldOf(world))).toEqual(['m5', 'm6', 'm7'])
})

test('after a refusal nothing is left of what stood here, and it is asked for anew', async () => {
  fail('m5', 43101)
  fail('m6', 47003)
  await remindAt(world, '2026-09-24 08:05')
  const left = async (id: string) =>
    (await world.get(openIdOf(id), 'reminder.settings')).credits.find(
      ({ template }) => template === 'month_gap',
    )
  expect(await left('m5')).toMatchObject({ left: 0 })
  expect(await left('m6')).toMatchObject({ left: 2 })
})

test('the work committee sees what became of all of them, in sums', async () => {
  fail('m5', 43101)
  fail('m6', 47003)
  fail('m7', -1)
  await remindAt(world, '2026-09-24 08:05')
  const fared = async () => (await world.get('openid-county', 'committee.health')).fared
  const before = await fared()
  const codes = before.refused.map(({ code, count }) => [code, count])
  expect(codes.sort()).toEqual([
    [-1, 1],
    [43101, 1],
    [47003, 1],
  ])
  expect(before).toMatchObject({ sent: 4, unknown: 0, told: 0, inbox: 0 })
  const { people } = await world.get(secretary, 'reminder.toTell', { branchId: 'branch1' })
  const [{ reminderId } = { reminderId: '' }] = people
  await world.get(secretary, 'reminder.told', { branchId: 'branch1', reminderId, told: true })
  expect(await fared()).toEqual({ ...before, told: 1 })
  world.emulator.clock.set(at('2026-10-24 10:00'))
  expect(await fared()).toMatchObject({ sent: 0, refused: [], byPerson: 0 })
})

test('killed while a message is on its way and run again: nobody gets two, nobody is left out', async () => {
  // Delivered, but the answer never comes: the function runs into its time limit and is killed.
  fail('m4', 'lost')
  world.limitTime('remind', 10)
  await expect(remindAt(world, '2026-09-24 08:05')).rejects.toThrow(/timed out|TIME_LIMIT/i)
  expect(reminderOf(world, 'm4')?.state).toBe('claimed')
  expect(reached(world)).not.toContain(openIdOf('n1'))
  fail('m4', null)
  world.limitTime('remind', 60)

  await remindAt(world, '2026-09-24 08:14')
  expect(reached(world)).toEqual(everyone)
  expect(reminderOf(world, 'm4')?.state).toBe('claimed')

  // Long dead: whether it arrived nobody knows, so a person tells.
  await remindAt(world, '2026-09-24 09:05')
  expect(reached(world)).toEqual(everyone)
  expect(reminderOf(world, 'm4')).toMatchObject({ state: 'failed', code: 'interrupted' })
  const { people } = await world.get(secretary, 'reminder.toTell', { branchId: 'branch1' })
  expect(people.map(toldOf(world))).toContain('m4')
  const { fared } = await world.get('openid-county', 'committee.health')
  expect(fared).toMatchObject({ unknown: 1, sent: everyone.length - 1 })
})

test('a message that takes WeChat long holds up nobody else, and is sent once, as all others', async () => {
  fail('m5', { slowMs: 1500 })
  const runs = [await remindAt(world, '2026-09-24 08:05'), await remindAt(world, '2026-09-24 09:05')]
  expect(runs.map(({ sent }) => sent)).toEqual([willing.length, 0])
  expect(reached(world)).toEqual(everyone)
  expect(reminderOf(world, 'm5')?.state).toBe('sent')
})

test('two runs at the same instant tell everyone once', async () => {
  world.emulator.clock.set(at('2026-09-24 08:05'))
  const runs = await Promise.all([1, 2].map(() => world.emulator.invoke('remind', {}, {})))
  expect(reached(world)).toEqual(everyone)
  const reports = runs.map(({ result }) => result as { sent: number })
  expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(willing.length)
  expect(world.emulator.database.find('credits').map(({ month_gap: left }) => left)).toEqual(
    willing.map(() => 2),
  )
})

test('a message takes four calls: claim, credit, message, result', async () => {
  await remindAt(world, '2026-09-24 08:05')
  const { calls } = world.lastInvocation()
  const of = (what: RegExp) =>
    calls.filter(({ action, collection }) => what.test(`${action} ${collection}`)).length
  const told = world.emulator.database.count('reminders')
  expect(of(/insertDocument reminders/)).toBe(told)
  expect(of(/modifyDocument credits/)).toBe(willing.length)
  expect(of(/openApi/)).toBe(willing.length)
  // One more gives up dead claims.
  expect(of(/modifyDocument reminders/)).toBe(willing.length + 1)
})
