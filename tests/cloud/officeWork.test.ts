import { at } from '@domain/testing/at'
import { consents } from './agreed'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { newNonce, secretary, World } from './world'

const county = 'openid-county'

let world: World
beforeAll(async () => {
  const people = { organisations, members, identities, consents }
  world = await World.start({ people, env: { PHONE_KEY: 'kept in no database' } })
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const office = async (who = county) => (await world.get(who, 'identity.work')).office

test('a 投诉建议 stands on 工作 of the work committee until it is answered, long after its message is gone', async () => {
  const text = '每月的报表太多了'
  const sent = { kind: 'burden', text, anonymous: false, nonce: newNonce() }
  const { number } = await world.get(openIdOf('m4'), 'feedback.send', sent)
  for (const moment of ['2026-10-31 23:59', '2027-01-05 09:00']) {
    world.emulator.clock.set(at(moment))
    expect(await office()).toMatchObject({ feedback: 1, deletions: 0 })
    expect(await office(secretary)).toBeUndefined()
  }
  await world.get(county, 'feedback.answer', { id: number, answer: '已经减少' })
  expect(await office()).toMatchObject({ feedback: 0 })
})

test('a 删除申请 stands there until it is decided, over the year’s end too', async () => {
  const { id } = await world.get(openIdOf('m5'), 'privacy.askDeletion', { nonce: newNonce() })
  world.emulator.clock.set(at('2027-01-05 09:00'))
  expect(await office()).toMatchObject({ deletions: 1 })
  await world.get(county, 'privacy.decideDeletion', { id, agree: false })
  expect(await office()).toMatchObject({ deletions: 0 })
})
