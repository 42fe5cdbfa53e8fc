import { type Action, actions } from '@domain/contract/actions'
import type { Organisation } from '@domain/org/organisation'
import type { GatewayCall } from '../../emulator/types'
import { demoDocuments } from '../../scripts/seed/seed'
import { type Actor, actors } from './matrix/actors'
import { expected, type Sample } from './matrix/expected'
import { samples } from './matrix/samples'
import { startMatrixWorld } from './matrix/world'
import { MOMENT } from './people'
import type { World } from './world'

let world: World

/** The demo county stands under the matrix' own, so that whoever looks over the county looks over all of it. */
async function addDemoCounty(): Promise<void> {
  const { duties: _, ...documents } = await demoDocuments({ size: 'county', now: MOMENT })
  const organisations = documents.organisations as Organisation[]
  const root = organisations.find(({ type }) => type === 'work_committee')?._id
  const rows = {
    ...documents,
    organisations: organisations
      .filter(({ _id }) => _id !== root)
      .map((one) => ({ ...one, parentId: one.parentId === root ? 'county' : one.parentId })),
  }
  for (const [name, list] of Object.entries(rows)) world.emulator.database.insertMany(name, list)
}

beforeAll(async () => {
  world = await startMatrixWorld()
  await addDemoCounty()
})
afterAll(() => world.stop())

/** Looked at more than ten times what came of it, and a hundred. */
const isWasteful = ({ examined, found }: GatewayCall): boolean => examined > 10 * found + 100

const wasteOf = (): string[] =>
  world
    .lastInvocation()
    .calls.filter(isWasteful)
    .map(({ action, collection, examined, found }) => `${action} ${collection}: ${examined} for ${found}`)

/** Who may, by the widest right first: the more one sees, the more is looked at. */
const callerOf = (action: Action, sample: Sample): Actor | undefined => {
  const may = actors.filter((actor) => expected(action, actor, sample) === 'yes')
  return may.find(({ holds }) => holds?.role === 'committee') ?? may[0]
}

const names = Object.keys(actions) as Action[]
const inOrder = [...names.filter((name) => name !== 'binding.unbind'), 'binding.unbind' as const]
// What nobody may, as somebody else's import, is refused before anything is asked.
const cases = inOrder.flatMap((action) =>
  [samples[action]].flat().flatMap((sample, i): [string, Action, Sample, Actor][] => {
    const caller = callerOf(action, sample)
    return caller ? [[`${action} ${i}`, action, sample, caller]] : []
  }),
)

test('every action is tried', () => {
  expect([...new Set(cases.map(([, action]) => action))].sort()).toEqual([...names].sort())
})

test.each(cases)('%s looks at few documents beside those it needs', async (_, action, sample, caller) => {
  await world.call(caller.openId, action, sample.request())
  expect(wasteOf()).toEqual([])
})

test.each(['rollup', 'rollup', 'remind', 'nightly'])('the timer %s too', async (name) => {
  world.emulator.clock.advance(10 * 60_000)
  await world.emulator.runTimer(name)
  expect(wasteOf()).toEqual([])
})
