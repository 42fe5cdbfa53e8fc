import { at } from '@domain/testing/at'
import { newNonce, secretary, World } from './world'

const county = 'openid-county'
let world: World
beforeEach(async () => {
  world = await World.start()
  world.emulator.clock.set(at('2026-11-28 10:00'))
})
afterEach(() => world.stop())

const save = (over: object = {}, who = county) =>
  world.reason(who, 'workdays.save', {
    year: 2027,
    off: ['2027-01-01', '2027-01-04', '2027-01-05'],
    worked: ['2027-01-09'],
    nonce: newNonce(),
    ...over,
  })
const notices = async (who = county) =>
  (await world.get(who, 'reminder.inbox')).items.flatMap((item) => (item.type === 'notice' ? item.id : []))
const onWork = async (who = county) => (await world.get(who, 'identity.work')).office?.years
const duesOpen = async () =>
  (await world.get(secretary, 'deed.ticks', { branchId: 'branch1', month: '2026-12' })).open

test('from October on the work committee is told that the next year’s notice is not entered; nobody else is', async () => {
  expect(await notices()).toEqual(['workdays_2027'])
  expect(await notices(secretary)).toEqual([])
  world.emulator.clock.set(at('2026-09-30 23:59'))
  expect(await notices()).toEqual([])
  world.emulator.clock.set(at('2026-10-01 00:00'))
  expect(await notices()).toEqual(['workdays_2027'])
  const { years, mayEdit } = await world.get(county, 'workdays.list')
  expect(years.map(({ year, state, entered }) => [year, state, entered])).toEqual([
    [2026, 'final', false],
    [2027, 'provisional', false],
  ])
  expect(mayEdit).toBe(true)
})

test('the year to be entered stands on 工作 of the work committee until it is entered, over the year’s end too; of nobody else', async () => {
  expect(await onWork()).toEqual([2027])
  expect(await onWork(secretary)).toBeUndefined()
  world.emulator.clock.set(at('2026-09-30 23:59'))
  expect(await onWork()).toEqual([])
  world.emulator.clock.set(at('2027-02-01 09:00'))
  expect(await onWork()).toEqual([2027])
  expect(await save()).toMatch(/^ok/)
  expect(await onWork()).toEqual([])
})

test('an entered year moves every term counted by it, and nobody is told of it any more', async () => {
  // By statute: 4, 5, 6, 7, 8 January.
  world.emulator.clock.set(at('2027-01-08 23:59'))
  expect(await duesOpen()).toBe(true)
  world.emulator.clock.set(at('2027-01-09 00:00'))
  expect(await duesOpen()).toBe(false)
  expect(await save()).toMatch(/^ok/)
  // By the notice: 6, 7, 8, 9 (worked in exchange), 11 January.
  world.emulator.clock.set(at('2027-01-11 23:59'))
  expect(await duesOpen()).toBe(true)
  world.emulator.clock.set(at('2027-01-12 00:00'))
  expect(await duesOpen()).toBe(false)
  expect(await notices()).toEqual([])
  const [year] = (await world.get(county, 'workdays.list')).years
  expect(year).toMatchObject({ year: 2027, state: 'final', entered: true, worked: ['2027-01-09'] })
})

test('said twice it is one row; entered anew, what stood there is told in the audit', async () => {
  const nonce = newNonce()
  await Promise.all([save({ nonce }), save({ nonce })])
  expect(await save({ nonce })).toMatch(/^ok/)
  expect(await save({ worked: [] })).toMatch(/^ok/)
  const rows = world.emulator.database.find('audit', { what: 'workdays' })
  expect(rows.map(({ from, to }) => [from, to])).toMatchObject([
    [undefined, { worked: ['2027-01-09'] }],
    [{ worked: ['2027-01-09'] }, { worked: [] }],
  ])
  expect(world.emulator.database.count('settings', { kind: 'workdays' })).toBe(1)
})

test.each([
  ['a year nobody waits for', { year: 2030, off: ['2030-01-01'] }],
  ['a day there is not', { off: ['2027-02-30'] }],
  ['a weekday worked in exchange', { worked: ['2027-01-06'] }],
  ['no day at all', { off: [] }],
])('%s is refused', async (_name, over) => {
  expect(await save({ worked: [], ...over })).toBe('invalid_request')
})

test('a secretary neither sees nor enters it', async () => {
  expect(await world.reason(secretary, 'workdays.list')).toBe('forbidden')
  expect(await save({}, secretary)).toBe('forbidden')
})
