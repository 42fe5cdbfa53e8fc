import { RequestError } from '../../scripts/deploy/Management'
import { noteBackup } from '../../scripts/backup/noteBackup'
import { localPlace } from '../../scripts/backup/openPlace'
import { World } from './world'

const county = 'openid-county'
const MINUTE = 60_000

let world: World
beforeEach(async () => {
  world = await World.start()
})
afterEach(() => world.stop())

const notices = async () =>
  (await world.get(county, 'reminder.inbox')).items.flatMap((item) =>
    item.type === 'notice' && item.id.startsWith('health_') ? [[item.id, item.title]] : [],
  )

test('the page tells when each timer last ran, and that all is well nothing', async () => {
  await world.emulator.runTimer('rollup')
  const { runs, faults, oldestClaim, credits } = await world.get(county, 'committee.health')
  expect(runs.map(({ job, ok }) => [job, ok])).toEqual([['rollup', true]])
  expect([faults, oldestClaim]).toEqual([0, null])
  expect(credits.map(({ template }) => template)).toEqual(['meeting', 'month_gap', 'waiting'])
  expect(await notices()).toEqual([])
})

test('a timer that stopped is told once in the inbox, the same notice hour after hour, and is gone when it runs again', async () => {
  await world.emulator.runTimer('rollup')
  world.emulator.clock.advance(31 * MINUTE)
  const first = await notices()
  expect(first).toEqual([[expect.stringMatching(/^health_late_rollup_\d+$/), '汇总停了']])
  world.emulator.clock.advance(60 * MINUTE)
  expect(await notices()).toEqual(first)
  await world.emulator.runTimer('rollup')
  expect(await notices()).toEqual([])
})

test('what was passed over and a claim that is stuck are told; to nobody but who runs the county', async () => {
  const at = world.now() - 90 * MINUTE
  world.emulator.database.insertMany('faults', [
    {
      _id: 'rollup_branch1',
      job: 'rollup',
      subjectId: 'branch1',
      code: 'x',
      firstAt: at,
      lastAt: at,
      times: 1,
    },
  ])
  world.emulator.database.insertMany('reminders', [
    {
      _id: 'r',
      memberId: 'm2',
      branchId: 'branch1',
      kind: 'meeting',
      periodKey: '',
      overdue: false,
      items: [],
      at,
      state: 'claimed',
    },
  ])
  expect((await notices()).map(([, title]) => title)).toEqual(['有 1 处没有算成', '有提醒没有发出去'])
  const { items } = await world.get('openid-m1', 'reminder.inbox')
  expect(JSON.stringify(items)).not.toMatch(/health_/)
})

test('a county that takes no backup is told after two weeks, until one was taken', async () => {
  const backUp = () => noteBackup(localPlace(world.emulator.url, { envId: 'demo-tests' }))
  expect((await world.get(county, 'committee.health')).backupAt).toBeNull()
  expect(await backUp()).toBe(true)
  const taken = world.now()
  expect(await notices()).toEqual([])
  world.emulator.clock.advance(15 * 24 * 60 * MINUTE)
  expect((await notices()).map(([, title]) => title)).toEqual(['该做备份了'])
  expect((await world.get(county, 'committee.health')).backupAt).toBeGreaterThanOrEqual(taken - MINUTE)
  await backUp()
  expect(await notices()).toEqual([])
})

test('functions that cannot be told of a backup do not break it', async () => {
  const fails = (error: Error) => ({ environment: { invoke: () => Promise.reject(error) } })
  const note = (error: Error) => noteBackup(fails(error) as unknown as Parameters<typeof noteBackup>[0])
  expect(await note(new RequestError('InvokeFunction', 'FunctionNotFound', ''))).toBe(false)
  await expect(note(new Error('bug'))).rejects.toThrow('bug')
})
