import { contractVersion } from '@domain/contract/answer'
import { reasons } from '@domain/contract/reasons'
import { times } from '../../emulator/testing/longRun'
import { Random } from '../../scripts/seed/random'
import { openIdOf } from './people'
import { contact, staff, worldWithPlaces } from './places'
import { RandomCalls } from './RandomCalls'
import { leader, officer, secretary, type World } from './world'

const SEED = 20261123

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const callers = [
  secretary,
  secretary,
  officer,
  leader,
  openIdOf('m4'),
  openIdOf('v1'),
  staff,
  contact,
  'openid-county',
  'stranger',
]

/** A page deployed before its functions is asked to come back: the only call of which that is the right answer here. */
const isOfANewerClient = (call: unknown) =>
  Number((call as { contractVersion?: unknown }).contractVersion) > contractVersion

test('whatever a phone sends, the answer keeps to the contract and names no failure of ours', async () => {
  const calls = new RandomCalls(SEED)
  const random = new Random('callers', SEED)
  const complaints: string[] = []
  const said = new Map<string, number>()
  for (let turn = 0; turn < times(300, 3000); turn++) {
    const openid = random.pick(callers)
    const call = calls.next()
    const { result, text } = await world.post(openid, call)
    // Only an object reaches a function; the platform refuses the rest.
    if (result === undefined) {
      const isObject = typeof call === 'object' && call !== null
      if (isObject || !text.includes('"errCode":-501007'))
        complaints.push(`${openid} ${JSON.stringify(call)}: ${text}`)
      continue
    }
    const verdict = result.ok ? 'ok' : result.reason
    said.set(verdict, (said.get(verdict) ?? 0) + 1)
    const isFine =
      result.ok ||
      (reasons.includes(result.reason) && (result.reason !== 'try_again' || isOfANewerClient(call)))
    if (!isFine) {
      const { lines } = world.lastInvocation()
      complaints.push(`${openid} ${JSON.stringify(call)}: ${text} ${lines.slice(0, 3).join(' | ')}`)
    }
    if (result.ok) calls.learn(result.data)
  }
  expect(complaints).toEqual([])
  // The calls must get past the first door.
  for (const verdict of ['ok', 'invalid_request', 'unknown_action', 'forbidden'])
    expect([verdict, said.get(verdict)]).toEqual([verdict, expect.any(Number) as number])
}, 600_000)
