import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { contractVersion } from '@domain/contract/answer'
import { consentVersion } from '@domain/contract/consentVersion'
import { demoRegister } from '../../scripts/seed/demoMonth'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { openWorld, says, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** Of the secretary's branch, known to no WeChat and not asking for one. */
function unbound(): string {
  const { database } = world.emulator
  const branchOf = (member: object) =>
    (member as { memberships: { branchId: string }[] }).memberships.at(-1)?.branchId
  const members = database.find('members')
  const secretary = members.find(({ _id }) => _id === demoRegister('demo-secretary'))
  assert.ok(secretary)
  const known = new Set(database.find('identities').map(({ memberId }) => memberId))
  const one = members.find((member) => branchOf(member) === branchOf(secretary) && !known.has(member._id))
  assert.ok(one)
  return String(one.name)
}

/** The secretary's branch, a name and digits that are nobody's. */
async function fillIn(page: Page, name: string): Promise<void> {
  await tap(page, '#bind-branch')
  await shown(page, '#branch-search input').fill('农业')
  await shown(page, '#branch-sheet [id^="branch-o"]').filter({ hasText: '县农业农村局党支部' }).click()
  await shown(page, '#bind-name input').fill(name)
  await shown(page, '#bind-tail input').fill('0000')
  await tap(page, '#bind-submit')
}

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`whose digits differ from the register asks by name, reads a code out, and is let in by it, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const as = named('asks-by-name')
    const data = { version: consentVersion, agree: true }
    const event = { action: 'privacy.consent', contractVersion, data }
    await world.emulator.invoke('api', event, { openid: as })
    const name = unbound()
    const { page } = await world.phone(as, { elder })
    await fillIn(page, name)
    await says(page, '#bind-refusal', /名册/)
    await picture(page, named('bind-refused'))
    await tap(page, '#bind-plain')
    const code = await says(page, '#check-code', /^\d{6}$/)
    await picture(page, named('bind-check-code'))

    const secretary = (await world.phone('demo-secretary', { elder })).page
    await tap(secretary, '#tab-work')
    await says(secretary, '#bind-requests', new RegExp(`${name}.*没有核对尾号，请本人报核对码`))
    await shown(secretary, '[id^="bind-code-"]').first().scrollIntoViewIfNeeded()
    await picture(secretary, named('bind-unchecked'))
    const field = secretary.locator('[id^="bind-code-"]:visible input').first()
    await field.fill('000000')
    await tap(secretary, '[id^="bind-yes-plain-"]')
    await says(secretary, '#bind-requests', /核对码对不上/)
    await picture(secretary, named('bind-wrong-code'))
    await field.fill(code)
    await tap(secretary, '[id^="bind-yes-plain-"]')
    await says(page, '#month', /主题党日/)
    await secretary.context().close()
    await page.context().close()
  })
}

test('whoever named the wrong branch fills in anew, and only the newer request waits', async () => {
  const as = 'asks-twice'
  const data = { version: consentVersion, agree: true }
  await world.emulator.invoke('api', { action: 'privacy.consent', contractVersion, data }, { openid: as })
  const { page } = await world.phone(as)
  const askAs = async (name: string) => {
    await fillIn(page, name)
    await tap(page, '#bind-plain')
    return says(page, '#check-code', /^\d{6}$/)
  }
  const first = await askAs('查无此人')
  await tap(page, '#bind-again')
  const name = unbound()
  const second = await askAs(name)
  assert.notEqual(first, second)
  const requests = world.emulator.database.find('identities', { _id: as })
  assert.deepEqual(
    requests.map(({ state, plain }) => [state, (plain as { name: string }).name]),
    [['requested', name]],
  )
  await page.context().close()
})
