import { type Action, actions } from '@domain/contract/actions'
import { designed } from './matrix/designed'
import { elsewhere } from './matrix/elsewhere'
import { rowsElsewhere } from './matrix/elsewhereRows'
import type { Try } from './matrix/elsewhereTries'
import { idFields } from './matrix/idFields'
import { worldWithPlaces } from './places'
import type { World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
  for (const [name, rows] of Object.entries(rowsElsewhere))
    world.emulator.database.insertMany(name, rows as Record<string, unknown>[])
})
afterAll(() => world.stop())

const names = Object.keys(actions) as Action[]
const fieldsOf = (action: Action) => idFields(actions[action].request)

/** Judged on who calls alone: whatever it names is not what its door was asked about. */
const isOpenDoor = (action: Action) =>
  (['anyone', 'bound', 'self'] as const).some((who) => designed[action].includes(who))
/** Several of a kind in one field, of which access may have looked at the first. */
const isOfMany = (field: string) => field.endsWith('Ids')

test('every action that names more than one thing, or one that its door is not asked about, says of each field whether it is judged, only names, or is tried', () => {
  const many = names.filter((action) => {
    const fields = fieldsOf(action)
    return fields.length > 1 || (fields.length === 1 && (isOpenDoor(action) || fields.some(isOfMany)))
  })
  expect(many.filter((action) => !elsewhere[action])).toEqual([])
  for (const [action, fields] of Object.entries(elsewhere) as [Action, object][])
    expect([action, Object.keys(fields).sort()]).toEqual([action, fieldsOf(action).sort()])
})

const tries = (Object.entries(elsewhere) as [Action, Record<string, Try | string>][]).flatMap(
  ([action, fields]) =>
    Object.entries(fields).flatMap(([field, tried]): [Action, string, Try][] =>
      typeof tried === 'object' ? [[action, field, tried]] : [],
    ),
)

/** Confirmed none is as good as a no; so is whatever says that what was asked for is gone. */
const nothingDone = (data: unknown): boolean => {
  const { confirmed, settled, decided } = data as {
    confirmed?: number
    settled?: number
    decided?: unknown[]
  }
  return confirmed === 0 || settled === 0 || decided?.length === 0
}

test.each(tries)(
  '%s acts on nothing but what it is judged on: another’s thing as %s is left alone',
  async (action, field, tried) => {
    const {
      by,
      request,
      other: [collection, _id],
    } = tried
    const read = () => JSON.stringify(world.emulator.database.find(collection, { _id }))
    const before = read()
    const answer = await world.call(by, action, request())
    if (answer.ok) expect([field, nothingDone(answer.data)]).toEqual([field, true])
    else {
      expect(['try_again', 'consent_needed', 'unbound']).not.toContain(answer.reason)
      // Well made but for this one field: otherwise nothing was tried.
      if (answer.reason === 'invalid_request') expect(answer.detail).toEqual({ path: field })
    }
    expect(read()).toBe(before)
  },
)
