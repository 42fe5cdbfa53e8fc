import { type Action, actions } from '@domain/contract/actions'
import { reasons } from '@domain/contract/reasons'
import { MOMENT, openIdOf } from './people'
import { worldWithPlaces } from './places'
import { meetingSamples, type Sample, serviceSamples } from './states/samples'
import { copyOf, instants, meetingStages, serviceStages, type Stages } from './states/stages'
import {
  ofMeeting,
  ofService,
  readTable,
  type Row,
  type State,
  states,
  type Time,
  times,
} from './states/tables'
import { aForm, checkIn, newNonce, openMeeting, secretary, type World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const actionOf = (name: string) => name.split(' ')[0] as Action

/** Asks it of a copy in that state: what was answered, and the state that is stored now where it is another one. */
async function heard(name: string, stages: Stages, state: State, time: Time, { ask, of }: Sample) {
  const copy = copyOf(world, stages, state, of)
  const before = copy.standing()
  const { by, data } = ask(copy, world, time)
  const answer = await world.call(by, actionOf(name), await data)
  const after = copy.standing()
  if (answer.ok) return after.activity.state === state ? 'yes' : `=${after.activity.state}`
  // Refused is refused: of the activity and its roll nothing is another.
  expect([name, state, time, after]).toEqual([name, state, time, before])
  return answer.reason
}

const groups = [
  { what: 'meeting', rows: readTable(ofMeeting), samples: meetingSamples, stagesOf: meetingStages },
  { what: 'service', rows: readTable(ofService), samples: serviceSamples, stagesOf: serviceStages },
] as const

describe.each(groups)('every action on a $what', ({ what, rows, samples, stagesOf }) => {
  let stages: Stages
  beforeAll(async () => {
    world.emulator.clock.set(MOMENT)
    stages = await stagesOf(world)
  })
  afterAll(() => world.emulator.clock.set(MOMENT))

  test('has a sample, and a reason of the contract wherever it is refused', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(samples).sort())
    const answers = ['yes', ...states.map((state) => `=${state}`), ...reasons]
    for (const { expected } of rows)
      for (const time of times) for (const state of states) expect(answers).toContain(expected[time][state])
  })

  test.each(rows.flatMap((row) => times.map((time): [string, Time, Row] => [row.name, time, row])))(
    '%s, %s its day: does in every state what is written by hand',
    async (name, time, { expected }) => {
      world.emulator.clock.set(instants[what][time])
      const sample = samples[name]
      if (!sample) throw new Error(name)
      const said: Partial<Record<State, string>> = {}
      for (const state of states) said[state] = await heard(name, stages, state, time, sample)
      expect(said).toEqual(expected[time])
    },
  )
})

test('no action that names an activity is left out of the tables', () => {
  const asked = new Set(groups.flatMap(({ rows }) => rows.map(({ name }) => actionOf(name))))
  const naming = (Object.keys(actions) as Action[]).filter(
    (name) => 'activityId' in actions[name].request.entries,
  )
  expect(naming.filter((name) => !asked.has(name))).toEqual([])
})

describe('states that nobody has to press', () => {
  test('an open meeting is closed three hours after its end, and codes are worth nothing until it is opened again', async () => {
    const { activityId, code } = await openMeeting(world, secretary, { title: '忘了结束' })
    const end = aForm().endsAt + 3 * 3_600_000
    world.emulator.clock.set(end - 5_000)
    expect((await world.get(secretary, 'activity.board', { activityId })).state).toBe('open')
    world.emulator.clock.set(end)
    expect(await world.get(secretary, 'activity.board', { activityId })).toMatchObject({ state: 'closed' })
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: code() })).toBe('ended')
    await world.get(secretary, 'activity.setState', { activityId, to: 'open' })
    expect(await world.get(secretary, 'activity.board', { activityId })).toMatchObject({ state: 'open' })
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: code() })).toMatch(/^ok/)
    world.emulator.clock.set(MOMENT)
  })

  test('a meeting opens an hour before its start and not a moment earlier', async () => {
    const form = aForm({ title: '明天的会', startsAt: MOMENT + 86_400_000, endsAt: MOMENT + 90_000_000 })
    const { activityId } = await world.get(secretary, 'activity.save', {
      nonce: newNonce(),
      form,
      publish: true,
    })
    const opens = form.startsAt - 3_600_000
    world.emulator.clock.set(opens - 2_000)
    expect(await world.call(secretary, 'activity.setState', { activityId, to: 'open' })).toMatchObject({
      reason: 'too_early',
      detail: { at: opens },
    })
    world.emulator.clock.set(opens)
    await world.get(secretary, 'activity.setState', { activityId, to: 'open' })
    world.emulator.clock.set(MOMENT)
  })

  test('a cancelled meeting refuses everyone and counts for nobody', async () => {
    const { activityId, code } = await openMeeting(world, secretary, { title: '取消的会' })
    await checkIn(world, 'm8', code())
    await world.get(secretary, 'activity.setState', { activityId, to: 'cancelled' })
    expect(await world.reason(openIdOf('m9'), 'checkin.open', { code: code() })).toBe('activity_cancelled')
    const { records } = await world.get(openIdOf('m8'), 'progress.records', { year: 2026 })
    expect(records.find(({ title }) => title === '取消的会')).toMatchObject({
      state: 'cancelled',
      countsTowards: [],
    })
  })
})

test('a paper list is entered until the next workday’s end, then only with a second person', async () => {
  const { activityId } = await openMeeting(world, secretary, { title: '纸质名单' })
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
  const paper = (memberId: string) => ({
    activityId,
    memberId,
    way: 'paper',
    occurredAt: aForm().startsAt,
    nonce: newNonce(),
  })
  const end = Date.parse('2026-09-24T00:00:00+08:00')
  world.emulator.clock.set(end - 5_000)
  expect(await world.reason(secretary, 'checkin.tick', paper('m4'))).toMatch(/^ok/)
  world.emulator.clock.set(end)
  expect(await world.reason(secretary, 'checkin.tick', paper('m5'))).toBe('backfill_needs_witness')
  world.emulator.clock.set(MOMENT)
})
