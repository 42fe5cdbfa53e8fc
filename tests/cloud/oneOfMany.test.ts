import type { RollupReport } from '@cloud/lib/counting/rollup/rollup'
import type { NightlyReport } from '@cloud/lib/nightly/nightly'
import type { RemindReport } from '@cloud/lib/telling/reminder/run'
import { at } from '@domain/testing/at'
import { aMember, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { insert, remindAt, reminderOf } from './reminders'
import { RollupCloud } from './rollupCloud'
import { World } from './world'

/** No software writes such a row: what it carries is no list, and whoever evaluates the branch stumbles over it. */
const spoilt = {
  ...anActivity({ _id: 'spoilt', kind: 'study', branchId: 'branch2', hostId: 'branch2', state: 'recorded' }),
  ...{ startsAt: at('2026-09-08 15:00'), endsAt: at('2026-09-08 16:00'), carries: null },
}

describe('a branch whose rows cannot be evaluated', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start()
    insert(world, 'activities', spoilt)
  })
  afterAll(() => world.stop())

  const faults = () =>
    world.emulator.database.find('faults').map(({ _id, code, times }) => [_id, code, times] as const)
  const overview = () => world.get('openid-county', 'committee.overview')

  test('is passed over by the roll-up: the others have their numbers, and operator and committee are told', async () => {
    const { result } = await world.emulator.runTimer('rollup')
    expect(result as RollupReport).toMatchObject({ state: 'done', branches: 3, failed: 1 })
    const [month] = world.emulator.database.find('rollups', { _id: '2026-09' })
    expect(Object.keys(month?.branches as object).sort()).toEqual(['branch1', 'branch3'])
    expect(faults()).toEqual([['rollup_branch2', 'TypeError', 1]])
    expect(world.lastInvocation().lines.join('\n')).toMatch(/rollup branch2 TypeError/)
    expect((await overview()).faults).toEqual([
      { job: 'rollup', name: '县财政局第一党支部', since: expect.any(Number) as number },
    ])
  })

  test('is tried again by the next run, after the others', async () => {
    world.emulator.clock.advance(600_000)
    const { result } = await world.emulator.runTimer('rollup')
    expect(result as RollupReport).toMatchObject({ state: 'done', isFull: false, failed: 1 })
    expect(faults()).toEqual([['rollup_branch2', 'TypeError', 2]])
  })

  test('is passed over by the reminders: everybody else is told', async () => {
    const report: RemindReport = await remindAt(world, '2026-09-24 08:05')
    expect(report).toMatchObject({ isFinished: true, passedOver: 1 })
    expect(reminderOf(world, 'm4')).toBeDefined()
    expect(reminderOf(world, 'p1')).toBeDefined()
    expect(reminderOf(world, 'n1')).toBeUndefined()
    expect(faults()).toContainEqual(['remind_branch2', 'TypeError', 1])
  })

  test('a meeting that cannot be read keeps nobody from hearing what is missing', async () => {
    const [startsAt, endsAt] = [at('2026-09-25 15:00'), at('2026-09-25 16:00')]
    const huge = { agenda: 'x'.repeat(1_100_000), state: 'published', startsAt, endsAt }
    insert(world, 'activities', {
      ...anActivity({ _id: 'huge', branchId: 'branch3', hostId: 'branch3' }),
      ...huge,
    })
    const report = await remindAt(world, '2026-09-24 09:05')
    expect(report).toMatchObject({ isFinished: true })
    expect(faults().map(([_id]) => _id)).toContain('remind_meetings:2026-09-25')
  })

  test('does not hide its neighbours’ pages', async () => {
    await world.get(openIdOf('m1'), 'progress.branch', { branchId: 'branch1' })
    await world.get(openIdOf('m4'), 'progress.home')
  })
})

describe('the night', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start()
  })
  afterAll(() => world.stop())

  test('passes over a change and a deletion it cannot carry out; what comes after is done, and said', async () => {
    const gone = { left: { on: '2026-01-01', why: 'moved_away' } }
    insert(world, 'members', { _id: 'broken', ...gone }, aMember({ _id: 'whole', ...gone } as object))
    insert(
      world,
      'deletions',
      { _id: 'd1', memberId: 'broken', at: 1, state: 'open' },
      { _id: 'd2', memberId: 'whole', at: 1, state: 'open' },
    )
    insert(world, 'organisationChanges', { _id: 'c1', state: 'open', at: 1, by: 'x', on: '2026-09-01' })
    insert(world, 'attempts', { _id: 'old', openId: 'x', kind: 'code', reason: '', at: 1, day: '1970-01-01' })
    world.emulator.clock.set(at('2026-09-23 02:30'))
    const { result } = await world.emulator.runTimer('nightly')
    expect(result as NightlyReport).toMatchObject({ deleted: 1, removed: { attempts: 1 } })
    const noted = world.emulator.database.find('faults').map(({ _id }) => _id)
    expect(noted.sort()).toEqual(['nightly_c1', 'nightly_d1'])
    const { faults = [] } = await world.get('openid-county', 'committee.overview')
    expect(faults.map(({ job, name }) => [job, name])).toEqual([
      ['nightly', ''],
      ['nightly', ''],
    ])
  })

  test('passes over what was cut short and cannot be carried on; what was cut after it is ended', async () => {
    const rows = ['first', 'then'].map((_id) => ({ _id, by: 'm1', at: 1, state: 'begun' }))
    const of = { name: 'settings', ids: ['carrying'] }
    insert(world, 'settings', { _id: 'carrying', kind: 'trial', audited: ['first', 'then'] })
    // What is to be handed over stands nowhere.
    insert(world, 'audit', { ...rows[0], what: 'hand_over', of }, { ...rows[1], what: 'list', of })
    world.emulator.clock.set(at('2026-09-23 03:30'))
    await world.emulator.runTimer('nightly')
    const states = ['first', 'then'].map((_id) => world.emulator.database.find('audit', { _id })[0]?.state)
    expect(states).toEqual(['begun', undefined])
    expect(world.emulator.database.count('faults', { _id: 'nightly_first' })).toBe(1)
  })

  test('a change that cannot be carried out keeps nobody from another one', async () => {
    const rename = { what: 'edit', organisationId: 'branch3', name: '县教育局机关党支部' }
    const answer = await world.reason('openid-county', 'organisation.change', {
      change: rename,
      on: '2026-09-23',
      nonce: 'nonce-rename',
    })
    expect(answer).toMatch(/^ok/)
  })
})

describe('in one process, cut where one wants', () => {
  let cloud: RollupCloud
  beforeAll(async () => {
    cloud = await RollupCloud.start()
  })
  afterAll(() => cloud.stop())

  test('what was passed over is forgotten when it has succeeded', async () => {
    // What the operator reads.
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    cloud.emulator.database.insertMany('activities', [spoilt])
    expect(await cloud.run()).toMatchObject({ state: 'done', failed: 1 })
    await cloud.updateWhere('activities', { _id: spoilt._id }, { carries: [] })
    cloud.emulator.clock.advance(600_000)
    expect(await cloud.run()).toMatchObject({ state: 'done', failed: 0 })
    expect(cloud.emulator.database.count('faults')).toBe(0)
    expect(log).toHaveBeenCalledTimes(1)
    expect(cloud.numbers()).toEqual(cloud.recomputed())
  })

  test('a changed row that nobody can follow is noted, everything computed, and the next changes are followed again', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    cloud.emulator.clock.advance(600_000)
    const updatedAt = new Date(cloud.now() - 1)
    const astray = { ...anActivity({ _id: 'astray', branchId: 'branch3', hostId: 'branch3' }), movedFrom: 7 }
    cloud.emulator.database.insertMany('activities', [{ ...astray, updatedAt }])
    expect(await cloud.run()).toMatchObject({ state: 'done', isFull: true, failed: 0 })
    expect(cloud.numbers()).toEqual(cloud.recomputed())
    expect(cloud.find('faults')).toMatchObject([{ _id: 'rollup_changes', code: 'TypeError' }])
    // Within two minutes before the watermark everything is looked at once more.
    cloud.emulator.clock.advance(600_000)
    await cloud.run()
    cloud.emulator.clock.advance(600_000)
    expect(await cloud.run()).toMatchObject({ state: 'done', isFull: false })
    log.mockRestore()
  })

  test('a list too long for one run is gone through from where the last run stopped: the last ones are reached', async () => {
    const { inRotation } = await import('@cloud/lib/telling/reminder/inRotation')
    const list = ['a', 'b', 'c', 'd', 'e'].map((_id) => ({ _id }))
    const run = async (most: number) => {
      const done: string[] = []
      const outcome = await inRotation(
        'round',
        list,
        () => done.length >= most,
        ({ _id }) => Promise.resolve(void done.push(_id)),
      )
      return `${done.join('')} ${outcome}`
    }
    expect(await run(2)).toBe('ab some')
    expect(await run(2)).toBe('cd some')
    expect(await run(2)).toBe('ea some')
    expect(await run(9)).toBe('bcdea all')
    expect(await run(9)).toBe('abcde all')
  })
})
