import { hashOf } from '@cloud/lib/people/identity/invitation'
import { Newcomers } from './Newcomers'
import { MOMENT } from './people'
import { newNonce, secretary, World } from './world'

const county = 'openid-county'
const DAY = 86_400_000
const today = '2026-09-22'

let world: World
let people: Newcomers
beforeAll(async () => {
  world = await World.start()
  people = new Newcomers(world)
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

/** What was given to a phone: asking for it once more as the phone or the giver would, whether it is there, and ways to take it back. */
interface Given {
  resend: () => Promise<{ ok: boolean }>
  holds: () => Promise<boolean>
  takeBack: Record<string, () => Promise<unknown>>
}

let phones = 0
const newPhone = () => `given-${(phones += 1)}`
const roleHeld = async (openId: string, role: string) => {
  const me = await world.get(openId, 'identity.me')
  return me.state === 'bound' && me.roles.some((one) => one.role === role)
}
const grantOf = (openId: string) => people.stored(openId)?.grants.slice(-1)[0]?.grantId ?? ''
const unbinding = (openId: string) => () => world.get(openId, 'binding.unbind', { nonce: newNonce() })

async function aSeat(): Promise<Given> {
  const [openId, memberId] = [newPhone(), people.add()]
  const { token } = await people.invite(memberId)
  const nonce = newNonce()
  const resend = () => world.call(openId, 'binding.take', { token, nonce })
  await resend()
  return {
    resend,
    holds: async () => (await world.get(openId, 'identity.me')).state === 'bound',
    takeBack: {
      release: () => world.get(secretary, 'binding.release', { memberId }),
      unbinding: unbinding(openId),
    },
  }
}

async function aRight(to?: string): Promise<Given> {
  const openId = newPhone()
  const asked = { organisationId: 'county', role: 'inspector', name: '督导', ...(to && { to }) }
  const { token } = await world.get(county, 'binding.inviteStaff', { ...asked, nonce: newNonce() })
  const nonce = newNonce()
  const resend = () => world.call(openId, 'binding.take', { token, nonce })
  await resend()
  const revocation = () =>
    world.get(county, 'grants.revoke', { organisationId: 'county', grantId: grantOf(openId) })
  const lastDay = () => {
    world.emulator.clock.set(MOMENT + DAY)
    return Promise.resolve()
  }
  return {
    resend,
    holds: () => roleHeld(openId, 'inspector'),
    takeBack: to ? { lastDay } : { revocation, unbinding: unbinding(openId) },
  }
}

async function aRightOfAMember(): Promise<Given> {
  const [openId, memberId] = [newPhone(), people.add()]
  await people.take(openId, (await people.invite(memberId)).token)
  const asked = { organisationId: 'county', role: 'inspector', memberId, from: today, nonce: newNonce() }
  const resend = () => world.call(county, 'grants.give', asked)
  await resend()
  return {
    resend,
    holds: () => roleHeld(openId, 'inspector'),
    takeBack: {
      revocation: () =>
        world.get(county, 'grants.revoke', { organisationId: 'county', grantId: grantOf(openId) }),
      // The member comes back with a new phone, and the giver's request arrives once more.
      release: async () => {
        await world.get(county, 'binding.release', { memberId })
        await people.take(newPhone(), (await people.invite(memberId)).token)
      },
    },
  }
}

const ways: [string, () => Promise<Given>][] = [
  ['a seat by invitation', aSeat],
  ['a right by invitation', aRight],
  ['a right with a last day', () => aRight(today)],
  ['a right given to a member', aRightOfAMember],
]

test.each(ways)(
  '%s: a resend is answered alike while it stands, and once taken back it never returns',
  async (_, give) => {
    for (const how of Object.keys((await give()).takeBack)) {
      const { resend, holds, takeBack } = await give()
      expect([how, (await resend()).ok, await holds()]).toEqual([how, true, true])
      await takeBack[how]?.()
      expect([how, await holds()]).toEqual([how, false])
      expect([how, (await resend()).ok, await holds()]).toEqual([how, false, false])
    }
  },
)

/** An invitation that a phone took; the writes after that got lost. */
function cutShort(takenBy: string, until = MOMENT + DAY) {
  const memberId = people.add()
  const [_id, token] = [`cut-${memberId}`, `token-that-was-cut-${memberId}`]
  const given = { organisationId: 'branch1', name: '新人', memberId, giver: `request-${secretary}`, by: 'm1' }
  const taken = { state: 'taken', takenBy: hashOf(takenBy), takenAt: MOMENT, at: MOMENT, until }
  people.insert('invitations', { _id, tokenHash: hashOf(token), ...given, ...taken })
  return { _id, token, memberId }
}

test('taken but cut short before it was given, an invitation still gives until it ends', async () => {
  const { token } = cutShort('phone-cut')
  expect(await people.take('phone-other', token)).toMatchObject({ reason: 'invitation_gone' })
  expect(await people.take('phone-cut', token)).toMatchObject({ ok: true })
  const late = cutShort('phone-late')
  world.emulator.clock.set(MOMENT + DAY)
  expect(await people.take('phone-late', late.token)).toMatchObject({ reason: 'invitation_gone' })
})

test('an invitation of which only the last word got lost gives nothing again after it was taken back', async () => {
  const { _id, token, memberId } = cutShort('phone-bound')
  const bound = { _id: 'phone-bound', state: 'bound', requestId: 'cut', requestedAt: 1, grants: [] }
  people.insert('identities', { ...bound, memberId, invitationId: _id })
  await world.get(secretary, 'binding.release', { memberId })
  expect(await people.take('phone-bound', token)).toMatchObject({ reason: 'invitation_gone' })
})

test('the same of a right: taken back before its last word was written, it stays taken back', async () => {
  const [_id, token, openId] = ['cut-right', 'token-of-a-right-that-was-cut', 'phone-with-right']
  const given = { organisationId: 'county', role: 'inspector', name: '督导', giver: `request-${county}` }
  const taken = { state: 'taken', takenBy: hashOf(openId), takenAt: MOMENT, at: MOMENT, until: MOMENT + DAY }
  people.insert('invitations', { _id, tokenHash: hashOf(token), by: 'outside', ...given, ...taken })
  const right = { grantId: _id, role: 'inspector', organisationId: 'county', from: today, by: 'outside' }
  const bound = { state: 'bound', requestId: 'request-with-right', requestedAt: 1, name: '督导' }
  people.insert('identities', { _id: openId, ...bound, grants: [right] })
  await world.get(county, 'grants.revoke', { organisationId: 'county', grantId: _id })
  expect(await people.take(openId, token)).toMatchObject({ reason: 'invitation_gone' })
  expect(await roleHeld(openId, 'inspector')).toBe(false)
})

test('the printed token gives the county once: not after unbinding, not once somebody else runs it', async () => {
  const empty = await World.start({ people: {} })
  try {
    const token = 'first-token-of-this-county-0009'
    const row = { _id: 'first', tokenHash: hashOf(token), state: 'open', first: true, organisationId: '' }
    const rest = {
      name: '县直机关工委',
      role: 'committee',
      giver: '',
      by: 'outside',
      at: MOMENT,
      until: MOMENT + DAY,
    }
    empty.emulator.database.insertMany('invitations', [{ ...row, ...rest }])
    const enter = () =>
      empty.call('admin', 'binding.firstAdmin', { token, name: '汪广立', nonce: newNonce() })
    expect(await enter()).toMatchObject({ ok: true })
    expect(await enter()).toMatchObject({ ok: true })
    await empty.get('admin', 'binding.unbind', { nonce: newNonce() })
    expect(await enter()).toMatchObject({ reason: 'first_token_gone' })
    expect(await empty.get('admin', 'identity.me')).toMatchObject({ state: 'stranger' })
  } finally {
    await empty.stop()
  }
})

test('a branch does not release a phone that holds rights given above it; the work committee does, and they are gone', async () => {
  const memberId = people.add()
  await people.take('phone-above', (await people.invite(memberId)).token)
  const right = { organisationId: 'county', role: 'committee', memberId, from: today, nonce: newNonce() }
  await world.get(county, 'grants.give', right)
  expect(await world.reason(secretary, 'binding.release', { memberId })).toBe('rights_from_above')
  expect(await roleHeld('phone-above', 'committee')).toBe(true)
  expect(await world.reason(county, 'binding.release', { memberId })).toMatch(/^ok/)
  expect(await world.get('phone-above', 'identity.me')).toMatchObject({ state: 'stranger' })
})

test('a right above that has run out or was taken back keeps no branch from releasing a lost phone', async () => {
  const memberId = people.add()
  await people.take('phone-over', (await people.invite(memberId)).token)
  const right = { organisationId: 'county', role: 'inspector', memberId, from: today, nonce: newNonce() }
  const { grantId } = await world.get(county, 'grants.give', right)
  await world.get(county, 'grants.revoke', { organisationId: 'county', grantId })
  expect(await world.reason(secretary, 'binding.release', { memberId })).toMatch(/^ok/)
})
