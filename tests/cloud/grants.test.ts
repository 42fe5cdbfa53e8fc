import { hashOf } from '@cloud/lib/people/identity/invitation'
import type { Identity } from '@cloud/lib/store/collections/identities'
import { defaultDuties } from '@domain/duty/defaultDuties'
import { members, MOMENT, openIdOf, organisations } from './people'
import { newNonce, secretary, World } from './world'

const county = 'openid-county'
const today = '2026-09-22'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const give = (by: string, overrides: object = {}) =>
  world.call(by, 'grants.give', {
    organisationId: 'county',
    role: 'inspector',
    memberId: 'm9',
    from: today,
    nonce: newNonce(),
    ...overrides,
  })
const idOf = async (by: string, overrides: object = {}) => {
  const answer = await give(by, overrides)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.data.grantId
}
const stored = (openId: string, at = world) =>
  at.emulator.database.find('identities', { _id: openId })[0] as unknown as Identity | undefined
const rolesOf = async (openId: string) => {
  const me = await world.get(openId, 'identity.me')
  return me.state === 'bound'
    ? me.roles.map(({ role, organisation }) => `${role} ${organisation.id}`)
    : me.state
}

test('a right begins with its first day, is listed with whose it is, and is gone the moment it is taken back', async () => {
  const grantId = await idOf(county)
  expect(await rolesOf(openIdOf('m9'))).toEqual(['inspector county'])
  expect(await world.reason(openIdOf('m9'), 'committee.overview')).toMatch(/^ok/)
  const { grants, mayGive } = await world.get(county, 'grants.list', { organisationId: 'county' })
  expect(grants).toContainEqual({
    grantId,
    role: 'inspector',
    organisation: { id: 'county', name: '县直机关工委' },
    name: '马同志',
    from: today,
  })
  expect(mayGive).toEqual(['committee', 'inspector'])
  await world.get(county, 'grants.revoke', { organisationId: 'county', grantId })
  expect(await world.reason(openIdOf('m9'), 'committee.overview')).toBe('forbidden')
  expect((await world.get(county, 'grants.list', { organisationId: 'county' })).grants).not.toContainEqual(
    expect.objectContaining({ grantId }),
  )
  expect(world.emulator.database.find('audit', { memberId: 'm9' }).map(({ what }) => what)).toEqual([
    'grant',
    'revoke',
  ])
})

test('both days of a right are inclusive, and one that ran is kept as history', async () => {
  const tomorrow = '2026-09-23'
  const grantId = await idOf(county, { memberId: 'm8', from: tomorrow, to: '2026-09-24' })
  const at = async (day: string) => {
    world.emulator.clock.set(Date.parse(`${day}T12:00:00+08:00`))
    return rolesOf(openIdOf('m8'))
  }
  expect(await at(today)).toEqual([])
  expect(await at(tomorrow)).toEqual(['inspector county'])
  await world.get(county, 'grants.revoke', { organisationId: 'county', grantId })
  expect(await rolesOf(openIdOf('m8'))).toEqual([])
  const running = await idOf(county, { memberId: 'm8', from: tomorrow, to: '2026-09-24' })
  expect(await at('2026-09-24')).toEqual(['inspector county'])
  await world.get(county, 'grants.revoke', { organisationId: 'county', grantId: running })
  expect(stored(openIdOf('m8'))?.grants).toMatchObject([
    { grantId, to: today },
    { from: tomorrow, to: tomorrow, grantId: running },
  ])
  expect(await at('2026-09-25')).toEqual([])
  world.emulator.clock.set(MOMENT)
})

test('sent again, a right is given once; taken back again, nothing more happens', async () => {
  const nonce = newNonce()
  const first = await idOf(county, { nonce, memberId: 'm10' })
  expect(await idOf(county, { nonce, memberId: 'm10' })).toBe(first)
  expect(stored(openIdOf('m10'))?.grants).toHaveLength(1)
})

test('a right needs a WeChat identity, days in order, and a place where it can be held', async () => {
  expect(await give(county, { memberId: 'm11' })).toMatchObject({ reason: 'not_bound' })
  expect(await give(county, { memberId: 'nobody' })).toMatchObject({ reason: 'not_bound' })
  expect(await give(county, { to: '2026-09-21' })).toMatchObject({ reason: 'wrong_times' })
  expect(await give(county, { from: '2026-10-02', to: '2026-10-01' })).toMatchObject({
    reason: 'wrong_times',
  })
  expect(await give(county, { organisationId: 'branch1', role: 'committee' })).toMatchObject({
    reason: 'forbidden',
  })
})

test('the officer of a unit gives that right at the own unit and no other; a secretary gives none', async () => {
  await idOf(county, { organisationId: 'unit1', role: 'unit_officer', memberId: 'm5' })
  const officer = openIdOf('m5')
  const second = await idOf(officer, { organisationId: 'unit1', role: 'unit_officer', memberId: 'm4' })
  expect(await give(officer, { organisationId: 'unit1', role: 'inspector' })).toMatchObject({
    reason: 'forbidden',
  })
  expect(await give(officer)).toMatchObject({ reason: 'forbidden' })
  expect(await give(secretary, { organisationId: 'branch1' })).toMatchObject({ reason: 'forbidden' })
  const seen = await world.get(officer, 'grants.list', { organisationId: 'unit1' })
  expect(seen.mayGive).toEqual(['unit_officer'])
  expect(seen.grants.map(({ grantId }) => grantId)).toContain(second)
  const revoke = (who: string, grantId: string, organisationId = 'unit1') =>
    world.reason(who, 'grants.revoke', { organisationId, grantId })
  expect(await revoke(secretary, second)).toBe('forbidden')
  expect(await revoke(officer, 'no-such-right')).toBe('request_gone')
  expect(await revoke(secretary, 'no-such-right')).toBe('forbidden')
  expect(await revoke(officer, second)).toMatch(/^ok/)
})

test('an invitation nobody has taken yet stands in the list until it is withdrawn', async () => {
  const ask = { organisationId: 'village1', role: 'village_contact', name: '左明礼', nonce: newNonce() }
  const { invitationId, until } = await world.get(county, 'binding.inviteStaff', ask)
  const open = async () => (await world.get(county, 'grants.list', { organisationId: 'county' })).open
  expect(await open()).toEqual([{ invitationId, name: '左明礼', role: 'village_contact', until }])
  await world.get(county, 'binding.withdraw', { invitationId })
  expect(await open()).toEqual([])
})

test('the county is never left without a work committee: not by taking back, nor by releasing, nor by two at one instant', async () => {
  const { grants } = await world.get(county, 'grants.list', { organisationId: 'county' })
  const own = grants.find(({ role }) => role === 'committee')?.grantId ?? ''
  const revoke = (who: string, grantId: string) =>
    world.reason(who, 'grants.revoke', { organisationId: 'county', grantId })
  expect(await revoke(county, own)).toBe('last_committee')

  const second = await idOf(county, { role: 'committee', memberId: 'm7' })
  const other = openIdOf('m7')
  const answers = await Promise.all([revoke(county, second), revoke(other, own)])
  expect(answers.filter((answer) => answer.startsWith('ok')).length).toBeLessThan(2)
  const rolls = await Promise.all([county, other].map(rolesOf))
  const left = rolls
    .flatMap((roles) => (Array.isArray(roles) ? roles : []))
    .filter((role) => role === 'committee county')
  expect(left.length).toBeGreaterThan(0)
})

test('who alone runs the county is not released by the branch', async () => {
  const small = await World.start({
    people: {
      organisations,
      members,
      identities: [
        {
          ...stored(secretary),
          grants: [],
        },
        {
          ...stored(openIdOf('m9')),
          grants: [{ role: 'committee', organisationId: 'county', from: '2026-01-01' }],
        },
      ],
    },
  })
  try {
    expect(await small.reason(secretary, 'binding.release', { memberId: 'm9' })).toBe('rights_from_above')
    await small.get(openIdOf('m9'), 'binding.unbind', { nonce: newNonce() })
    expect(await small.get(openIdOf('m9'), 'identity.me')).toMatchObject({ state: 'stranger' })
  } finally {
    await small.stop()
  }
})

describe('the first administrator', () => {
  let empty: World
  beforeAll(async () => {
    empty = await World.start({ people: { duties: [] } })
  })
  afterAll(() => empty.stop())

  const token = 'first-token-of-this-county-0001'
  const enter = (openId: string, with_ = token, nonce = newNonce()) =>
    empty.call(openId, 'binding.firstAdmin', { token: with_, name: '汪广立', nonce })
  const print = (_id: string, text: string, until = MOMENT + 86_400_000) =>
    empty.emulator.database.insertMany('invitations', [
      {
        _id,
        tokenHash: hashOf(text),
        state: 'open',
        first: true,
        organisationId: '',
        name: '某县县直机关工委',
        role: 'committee',
        giver: '',
        by: 'outside',
        at: MOMENT,
        until,
      },
    ])

  test('enters an empty county by the printed token, founds its work committee and is the only one to', async () => {
    print('first1', token)
    print('first2', 'another-token-printed-later-0002')
    print('first3', 'a-token-that-has-run-out-000003', MOMENT)
    expect(await empty.reason('admin', 'binding.take', { token, nonce: newNonce() })).toBe('invitation_gone')
    expect(await enter('admin', 'a-token-that-has-run-out-000003')).toMatchObject({
      reason: 'first_token_gone',
    })
    const answers = await Promise.all(['admin', 'rival'].map((openId) => enter(openId)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const admin = answers[0]?.ok ? 'admin' : 'rival'
    expect(await enter(admin)).toMatchObject({ ok: true, data: { organisationName: '某县县直机关工委' } })
    expect(await empty.get(admin, 'identity.me')).toMatchObject({
      state: 'bound',
      name: '汪广立',
      roles: [{ role: 'committee', organisation: { name: '某县县直机关工委' } }],
    })
    expect(empty.emulator.database.count('organisations')).toBe(1)
    const { rules } = await empty.get(admin, 'duty.list')
    expect(rules.map(({ rule }) => rule.dutyId).sort()).toEqual(defaultDuties.map(({ id }) => id).sort())
    expect(empty.emulator.database.find('settings', { _id: 'setup' })).toMatchObject([
      { at: expect.any(Number) as number },
    ])
    expect(await enter('late', 'another-token-printed-later-0002')).toMatchObject({
      reason: 'first_token_gone',
    })
  })

  test('a second first administrator, after the first has gone, finds the county as it was: no rule comes back or twice', async () => {
    const again = 'another-token-printed-later-0002'
    const [root] = empty.emulator.database.find('organisations', { type: 'work_committee' })
    const [inOffice] = empty.emulator.database.find('identities', { 'grants.role': 'committee' })
    const held = () => [
      empty.emulator.database.find('duties', {}),
      empty.emulator.database.find('settings', {}),
    ]
    const before = held()
    await empty.get(String(inOffice?._id), 'binding.unbind', { nonce: newNonce() })
    expect(await enter('successor', again)).toMatchObject({
      ok: true,
      data: { organisationName: root?.name },
    })
    expect(held()).toEqual(before)
    expect(empty.emulator.database.count('organisations')).toBe(1)
  })

  test('guessing tokens ends after ten a day', async () => {
    const reasons: string[] = []
    for (let i = 0; i < 12; i += 1)
      reasons.push(
        await empty.reason('guesser', 'binding.firstAdmin', {
          token: `guess-guess-guess-guess-${i}`,
          name: '某',
          nonce: newNonce(),
        }),
      )
    expect(reasons).toEqual([
      ...Array<string>(10).fill('first_token_gone'),
      'too_many_attempts',
      'too_many_attempts',
    ])
  })
})
