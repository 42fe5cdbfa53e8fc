import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { contractVersion } from '@domain/contract/answer'
import { consentVersion } from '@domain/contract/consentVersion'
import type { Action, RequestOf, ResponseOf } from '@domain/contract/actions'
import { picture } from './pictures'
import { openWorld, says, shown, tap, type World } from './world'

let world: World
let branchId = ''

before(async () => {
  world = await openWorld()
  const { roles } = (await ask('demo-secretary', 'identity.me', {})) as Extract<
    ResponseOf<'identity.me'>,
    { state: 'bound' }
  >
  branchId = roles.find(({ role }) => role === 'secretary')?.organisation.id ?? ''
})
after(() => world.close())

async function ask<A extends Action>(openid: string, action: A, data: RequestOf<A>): Promise<ResponseOf<A>> {
  const { result } = await world.emulator.invoke('api', { action, contractVersion, data }, { openid })
  const answer = result as { ok: boolean; data: ResponseOf<A> }
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.data
}

/** Somebody of the branch without a WeChat identity who has not asked for one either, by a place in the register. */
async function unbound(index: number) {
  const { rows } = await ask('demo-secretary', 'roster.list', { branchId })
  const asks = world.emulator.database
    .find('identities', { state: 'requested' })
    .map(({ memberId }) => memberId)
  const row = rows.filter(({ bound, memberId }) => !bound && !asks.includes(memberId))[index]
  assert.ok(row)
  return row
}

const invite = async (index: number) => {
  const { memberId, name } = await unbound(index)
  const nonce = `invite-${index}-0001`
  return { ...(await ask('demo-secretary', 'binding.invite', { memberId, nonce })), memberId, name }
}

async function open(as: string, token: string, elder = false) {
  const { page } = await world.phone(as, { elder })
  await page.goto(`${world.emulator.url}/?as=${as}&t=${encodeURIComponent(`I1.${token}`)}`)
  return page
}

for (const [index, elder] of [false, true].entries()) {
  test(`an invitation${elder ? ' in large text' : ''}: surname and branch, consent, bound at once, no use twice`, async () => {
    const { token, name, memberId } = await invite(index)
    const as = `phone-of-invited-${index}`
    const page = await open(as, token, elder)
    const told = await says(page, '#invited', /邀请您用这个微信登记/)
    assert.ok(told.includes(`${name.slice(0, 1)}**`))
    assert.ok(!told.includes(name))
    await picture(page, elder ? 'invitation-elder' : 'invitation')
    await tap(page, '#to-consent')
    await tap(page, '#consent-tick')
    await tap(page, '#agree')
    await tap(page, '#take')
    await says(page, '#taken', new RegExp(name))
    await picture(page, elder ? 'invitation-taken-elder' : 'invitation-taken')
    await tap(page, '#done')
    await says(page, '#month', /主题党日/)
    assert.equal(world.emulator.database.find('identities', { _id: as })[0]?.memberId, memberId)
    await page.context().close()

    const other = await open('demo-stranger', token)
    await says(other, '#refused-invitation_gone', /已经失效/)
    await other.context().close()
  })
}

test('by the phone number WeChat knows: bound without anybody’s yes, and the number is kept nowhere', async () => {
  const { page } = await world.phone('demo-newcomer')
  await tap(page, '#bind-branch')
  await shown(page, '#branch-search input').fill('农业')
  await shown(page, '#branch-sheet [id^="branch-o"]').filter({ hasText: '县农业农村局党支部' }).click()
  assert.equal(await shown(page, '#bind-phone').count(), 0)
  await shown(page, '#bind-name input').fill('姜松')
  await picture(page, 'welcome-phone')
  await tap(page, '#bind-phone')
  await says(page, '#month', /主题党日/)
  assert.equal(world.emulator.database.find('identities', { _id: 'demo-newcomer' })[0]?.state, 'bound')
  const told = JSON.stringify(
    world.emulator.database.collections().map((name) => world.emulator.database.find(name)),
  )
  assert.doesNotMatch(told, /13800002684/)
  await page.context().close()
})

test('all who ask are let in together by the secretary', async () => {
  for (const index of [0, 1]) {
    const { memberId, name } = await unbound(0)
    const phoneTail = String(world.emulator.database.find('members', { _id: memberId })[0]?.phoneTail)
    await ask(`asker-${index}`, 'privacy.consent', { version: consentVersion, agree: true })
    await ask(`asker-${index}`, 'identity.request', { branchId, name, phoneTail })
  }
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await says(page, '#bind-requests', /3 人都是本人，一起通过/)
  await tap(page, '#bind-all')
  await page.waitForFunction(() => document.querySelector('#bind-requests') === null)
  const bound = world.emulator.database.count('identities', {
    _id: { $in: ['asker-0', 'asker-1'] },
    state: 'bound',
  })
  assert.equal(bound, 2)
  await page.context().close()
})
