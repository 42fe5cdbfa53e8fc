import type { OperatorAnswer } from '@cloud/lib/operator/operator'
import { hashOf } from '@cloud/lib/people/identity/invitation'
import { health as healthSchema } from '@domain/contract/operator'
import { at } from '@domain/testing/at'
import * as v from 'valibot'
import { identities, members, openIdOf, organisations } from './people'
import { insert, templates } from './reminders'
import { newNonce, World } from './world'

/** As the management interface calls: past WeChat, without an identity. */
const ask = async (world: World, event: object) =>
  (await world.emulator.invoke('operator', event, {})).result as OperatorAnswer
const healthOf = async (world: World) => {
  const answer = await ask(world, { ask: 'health' })
  if (!answer.ok || !answer.health) throw new Error(JSON.stringify(answer))
  return answer.health
}

describe('a county in use', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start({ env: { ...templates, BUILD: 'b1', PHONE_KEY: 'k'.repeat(32) } })
  })
  afterAll(() => world.stop())

  test('a phone learns nothing of it, whoever holds it', async () => {
    for (const openId of ['openid-county', openIdOf('m1'), 'openid-nobody'])
      expect((await world.post(openId, { ask: 'health' }, 'operator')).result).toEqual({
        ok: false,
        reason: 'not_the_operator',
      })
  })

  test('its health is numbers and instants of what the contract says, and names nobody', async () => {
    const found = await healthOf(world)
    expect(v.is(healthSchema, found)).toBe(true)
    expect(found).toMatchObject({ build: 'b1', committee: 1, faults: 0, unsettled: 0, hasPhoneKey: true })
    expect(found).toMatchObject({
      templates: 'set',
      templatesSet: ['meeting', 'month_gap', 'waiting'],
      runs: [],
    })
    expect(found.members).toBeGreaterThan(10)
    expect(JSON.stringify(found)).not.toMatch(/[一-龥]/)
  })

  test('each timer leaves when it last ran and what began it', async () => {
    for (const name of ['rollup', 'remind', 'nightly']) await world.emulator.runTimer(name)
    const { runs } = await healthOf(world)
    expect(runs.map(({ job, ok, source }) => [job, ok, source]).sort()).toEqual(
      ['nightly', 'remind', 'rollup'].map((job) => [job, true, 'wx_trigger']),
    )
    world.emulator.clock.advance(600_000)
    await world.emulator.runTimer('rollup')
    const again = (await healthOf(world)).runs.filter(({ job }) => job === 'rollup')
    expect(again).toHaveLength(1)
    expect(again[0]?.at).toBeGreaterThan(Math.max(...runs.map((run) => run.at)))
  })

  test('no first token is kept for it: its administrators give rights on the phone', async () => {
    const first = { ask: 'first_token', tokenHash: hashOf('t'), name: '某县工委' }
    expect(await ask(world, first)).toEqual({ ok: false, reason: 'in_use' })
    expect(world.emulator.database.count('invitations')).toBe(0)
  })

  test('what is no question names the field that is wrong', async () => {
    expect(await ask(world, { ask: 'trial', template: 'news' })).toMatchObject({
      reason: 'invalid_request',
      path: 'template',
    })
    expect(await ask(world, {})).toMatchObject({ reason: 'invalid_request', path: 'ask' })
  })
})

describe('a trial message', () => {
  let world: World
  beforeAll(async () => {
    const grants = [
      { grantId: 'g', role: 'committee', organisationId: 'county', from: '2026-01-01', by: 'x' },
    ]
    const withChief = identities.map((one) => (one.memberId === 'm4' ? { ...one, grants } : one))
    world = await World.start({ env: templates, people: { organisations, members, identities: withChief } })
  })
  afterAll(() => world.stop())
  const trials = async () =>
    (await healthOf(world)).trials.map(({ template, outcome }) => [template, outcome])
  const sent = () =>
    world.emulator.outbox().map(({ openid, templateId, data }) => ({ openid, templateId, data }))

  test('waits for the timer, and goes to nobody where no administrator has allowed it', async () => {
    world.emulator.clock.set(at('2026-09-16 09:00'))
    await ask(world, { ask: 'trial', template: 'meeting' })
    expect(await trials()).toEqual([['meeting', null]])
    await world.emulator.runTimer('remind')
    expect(await trials()).toEqual([['meeting', 'nobody']])
    expect(sent()).toEqual([])
  })

  test('is sent once, with every keyword filled, for one credit of an administrator', async () => {
    insert(world, 'credits', { _id: 'm4', meeting: 1, moves: [] })
    await ask(world, { ask: 'trial', template: 'meeting' })
    await world.emulator.runTimer('remind')
    await world.emulator.runTimer('remind')
    expect(await trials()).toEqual([['meeting', 'sent']])
    expect(sent()).toEqual([
      {
        openid: openIdOf('m4'),
        templateId: 'T-meeting',
        data: {
          thing2: { value: '试发，收到即设置正确' },
          date3: { value: '2026年9月16日' },
          thing5: { value: '试发，收到即设置正确' },
          phrase7: { value: '请准时' },
        },
      },
    ])
    expect(world.emulator.database.find('credits', { _id: 'm4' })).toMatchObject([{ meeting: 0 }])
  })

  test('that WeChat refuses brings back its code', async () => {
    await world.get(openIdOf('m4'), 'reminder.accept', { accepted: ['month_gap'], nonce: newNonce() })
    world.emulator.failMessages({ openid: openIdOf('m4'), templateId: 'T-gap' }, 47003)
    await ask(world, { ask: 'trial', template: 'month_gap' })
    await world.emulator.runTimer('remind')
    expect(await trials()).toContainEqual(['month_gap', '47003'])
  })
})

describe('an empty environment', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start({ people: { duties: [] } })
  })
  afterAll(() => world.stop())

  test('has a first token kept once, which opens the county on a phone', async () => {
    const first = {
      ask: 'first_token',
      tokenHash: hashOf('a-token-of-the-owner-of-32-signs'),
      name: '某县县直机关工委',
    }
    expect(await ask(world, first)).toEqual({ ok: true })
    expect(await ask(world, first)).toEqual({ ok: true })
    expect(await healthOf(world)).toMatchObject({
      committee: 0,
      openTokens: 1,
      templatesSet: [],
      hasPhoneKey: false,
    })
    const entered = { token: 'a-token-of-the-owner-of-32-signs', name: '王立新', nonce: newNonce() }
    expect(await world.get('openid-first', 'binding.firstAdmin', entered)).toMatchObject({
      organisationName: '某县县直机关工委',
    })
    expect(await healthOf(world)).toMatchObject({ committee: 1, openTokens: 0 })
  })
})
