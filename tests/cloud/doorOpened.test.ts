import { contractVersion } from '@domain/contract/answer'
import { openIdOf } from './people'
import { contact, doors, outsider, staff, worldWithPlaces } from './places'
import { newNonce, type World } from './world'

/** A WeChat that is nobody of the county, and has agreed to the privacy text. */
const passer = outsider('openid-passer', '路人', 'community_staff', 'community1')

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
  world.emulator.database.insertMany('identities', [{ ...passer, grants: [] }] as never)
  // The card at the door is replaced: what was printed is a code that has been.
  await world.get(contact, 'household.setCard', { householdId: 'h1', to: 'renewed', nonce: newNonce() })
})
afterAll(() => world.stop())

const own = openIdOf('v1')
/** What a phone hears, but for the instant, and what the database was asked, but for whose phone it is. */
async function opened(who: string, code: string) {
  const { result } = await world.post(who, { action: 'household.open', contractVersion, data: { code } })
  const calls = world.lastInvocation().calls.map(({ action, collection }) => `${action} ${collection}`)
  return { text: JSON.stringify({ ...result, at: 0 }), calls }
}

test('the linked member reads number and village; a colleague, the village’s contact, a stranger and whoever holds a revoked card read byte for byte the same, of the same questions to the database', async () => {
  const before = world.documents()
  const linked = await opened(own, doors.h2)
  expect(linked.text).toContain('"number":"08 号"')
  const others = [
    await opened(openIdOf('m4'), doors.h2),
    await opened(contact, doors.h2),
    await opened(passer._id, doors.h2),
    await opened(own, doors.h1),
  ]
  expect(others[0]?.text).toContain('"state":"neutral"')
  for (const one of others) {
    expect(one.text).toBe(others[0]?.text)
    expect(one.calls).toEqual(others[0]?.calls)
  }
  expect(world.documents()).toBe(before)
})

test('whose WeChat nobody knows is looked up once more, whichever code it is: of a household, revoked, or of nothing', async () => {
  const all = []
  for (const code of [doors.h2, doors.h1, 'H1.0000000000000000']) all.push(await opened('nobody', code))
  expect(new Set(all.map(({ text }) => text)).size).toBe(1)
  expect(new Set(all.map(({ calls }) => calls.join())).size).toBe(1)
  expect(all[0]?.text).toBe((await opened(staff, doors.h2)).text)
})
