import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { consentVersion } from '../../domain/contract/consentVersion'
import { ask } from './ask'
import { picture } from './pictures'
import { agree, openWorld, says, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

const agreed = (openid: string) => world.emulator.database.count('consents', { _id: openid })

test('a stranger reads the privacy text before anything else, ticks and agrees, and is welcomed', async () => {
  const { page } = await world.phone('demo-stranger')
  await says(page, '#consent-text', /县直机关工委/)
  await picture(page, 'consent')
  await tap(page, '#see-whole')
  await says(page, '#whole-text', /我们记录什么.*谈心谈话的日期和双方.*您的权利.*5 个工作日内答复/)
  await picture(page, 'consent-whole')
  // Without the tick the button says what is missing and nothing is kept.
  await tap(page, '#agree-first')
  assert.equal(agreed('demo-stranger'), 0)
  await agree(page)
  await says(page, '#welcome', /核对一次身份/)
  assert.equal(agreed('demo-stranger'), 1)
  await page.reload()
  await says(page, '#welcome', /核对一次身份/)
  await page.context().close()
})

test('whoever does not agree is told that it does no harm, and may complain all the same', async () => {
  const { page } = await world.phone('demo-passer-by', { elder: true })
  await says(page, '#consent-text', /县直机关工委/)
  await tap(page, '#see-whole')
  await picture(page, 'consent-elder')
  await tap(page, '#disagree')
  await says(page, '#declined', /组织者点名登记，不受影响/)
  await picture(page, 'consent-declined-elder')
  await tap(page, '#to-feedback')
  await says(page, '#feedback', /不留姓名/)
  assert.equal(agreed('demo-passer-by'), 0)
  await page.context().close()
})

test('consent withdrawn in the privacy centre ends the use at once; agreed to again, everything is there', async () => {
  const { page } = await world.phone('demo-leader')
  await says(page, '#month', /主题党日/)
  await tap(page, '#tab-me')
  await tap(page, '#to-privacy')
  await tap(page, '#withdraw')
  await page.getByText('撤回', { exact: true }).last().click()
  await says(page, '#consent-text', /县直机关工委/)
  assert.equal(agreed('demo-leader'), 0)
  // A reload finds no way around.
  await page.goto(`${world.emulator.url}/?as=demo-leader`)
  await agree(page)
  await says(page, '#month', /主题党日/)
  assert.equal(agreed('demo-leader'), 1)
  await page.context().close()
})

test('nothing that others are told is told to a phone without consent', async () => {
  const { page } = await world.phone('demo-another')
  await says(page, '#consent-text', /县直机关工委/)
  await page.goto(`${world.emulator.url}/#/pages/activities/index`)
  await says(page, '#refused-consent_needed', /先看一遍怎样使用您的信息/)
  assert.equal(await shown(page, '[id^="activity-"]').count(), 0)
  await page.context().close()
})

test('who agreed to an older text is told that it has changed, agrees, and everything is there', async () => {
  await ask(world, 'demo-leader', 'privacy.consent', { version: consentVersion - 1, agree: true })
  const { page } = await world.phone('demo-leader')
  await says(page, '#consent-text', /隐私说明有更新.*原来的记录都在/)
  await picture(page, 'consent-renewed')
  await agree(page)
  await says(page, '#month', /主题党日/)
  assert.deepEqual(
    world.emulator.database.find('consents', { _id: 'demo-leader' }).map(({ version }) => version),
    [consentVersion],
  )
  await page.context().close()
})
