import { accessTable } from '@domain/access/accessTable'
import { type Action, actions } from '@domain/contract/actions'
import { type Actor, actors, twin } from './matrix/actors'
import { designed } from './matrix/designed'
import { expected, type Sample } from './matrix/expected'
import { samples } from './matrix/samples'
import { startMatrixWorld } from './matrix/world'
import type { World } from './world'

/** Calls at one time: one that is answered and one that waits; each more is a process of the function that has to get warm by itself. */
const WIDTH = 2

let world: World
beforeAll(async () => {
  world = await startMatrixWorld()
})
afterAll(() => world.stop())

const names = Object.keys(actions) as Action[]
// Whoever unbinds is nobody afterwards.
const inOrder = [...names.filter((name) => name !== 'binding.unbind'), 'binding.unbind' as const]

/** Whoever asks to be deleted is nobody afterwards either: the twins do. */
const openIdOf = (action: Action, { openId }: Actor) =>
  action === 'privacy.askDeletion' ? twin(openId) : openId

const isGuarded = (action: Action) => !designed[action].includes('anyone')

const doors = ['forbidden', 'unbound', 'consent_needed']
/** Heard only where a sample or the software is wrong: they say nothing of who may. */
const faults = ['invalid_request', 'unknown_action', 'try_again', 'client_outdated']

/** Past the door is yes, whatever is said inside. */
async function heard(action: Action, actor: Actor, sample: Sample): Promise<string> {
  const answer = await world.call(openIdOf(action, actor), action, sample.request())
  if (answer.ok) return 'yes'
  const { reason, detail } = answer
  // A door that stays shut says that it does, and nothing about what is behind it.
  if (doors.includes(reason) && detail) return `${reason} ${JSON.stringify(detail)}`
  // A form that is well made may still be wrong for the meeting: said inside, to whom the door opens.
  if (reason === 'invalid_request' && isGuarded(action)) return 'yes'
  return doors.includes(reason) || faults.includes(reason) ? reason : 'yes'
}

async function complaintsOf(action: Action, sample: Sample): Promise<string[]> {
  const waiting = [...actors]
  const complaints: string[] = []
  const work = async () => {
    for (let actor = waiting.pop(); actor; actor = waiting.pop()) {
      const [is, should] = [await heard(action, actor, sample), expected(action, actor, sample)]
      if (is !== should) complaints.push(`${actor.name}: ${is}, not ${should}`)
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, work))
  return complaints.sort()
}

test('every action has its row and its sample', () => {
  expect(Object.keys(accessTable).sort()).toEqual([...names].sort())
  expect(Object.keys(samples).sort()).toEqual([...names].sort())
})

const cases = inOrder.flatMap((action) =>
  [samples[action]]
    .flat()
    .map((sample, i): [string, Action, Sample] => [
      `${action} ${Object.values(sample.about).join(' ')} ${sample.of ?? i}`,
      action,
      sample,
    ]),
)

test.each(cases)(
  '%s: yes or no as the table says, to each role wherever it is held',
  async (_, action, sample) => {
    expect(await complaintsOf(action, sample)).toEqual([])
  },
)

test('the matrix asks of both: rights in force and run out, at the node, above, beside and elsewhere', () => {
  const answers = new Map<string, Set<string>>()
  for (const [, action, sample] of cases)
    for (const actor of actors) {
      const said = answers.get(action) ?? new Set()
      answers.set(action, said.add(expected(action, actor, sample)))
    }
  for (const action of names)
    expect([action, [...(answers.get(action) ?? [])].includes('yes')]).toEqual([action, true])
  const guarded = names.filter(isGuarded)
  for (const action of guarded)
    expect([action, [...(answers.get(action) ?? [])].some((answer) => answer !== 'yes')]).toEqual([
      action,
      true,
    ])
})
