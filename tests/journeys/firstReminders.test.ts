import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { haveFirstAdmin } from '../../scripts/lib/firstAdmin'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { shanghai } from '../remindedAt'
import { picture } from './pictures'
import { agree, becomes, openWorld, says, shown, tap, type, type World } from './world'

// A county on its first day: nobody has allowed WeChat anything, and nobody but the secretary has a WeChat here.
const branch = '县农业农村局党支部'
const register = [
  '序号,姓名,人员类别,所在党支部,党内职务,手机号码',
  `1,宋秀国,正式党员,${branch},党支部书记,13900000391`,
  `2,马梅,正式党员,${branch},组织委员,13900000392`,
  `3,买买提江·阿不都热合曼江,正式党员,${branch},,13900000393`,
].join('\n')

let world: World
let secretary: Page

async function openCounty(): Promise<void> {
  const { page } = await world.phone('phone-of-admin')
  await agree(page)
  await tap(page, '#to-about')
  await tap(page, '#about-admin')
  await type(page, '#admin-token', haveFirstAdmin(world.emulator) ?? '')
  await type(page, '#admin-name', '汪广立')
  await tap(page, '#admin-send')
  await tap(page, '#organisations')
  await tap(page, '#organisation-found')
  await type(page, '#organisation-name', branch)
  await tap(page, '#field-parent')
  await shown(page, '#choose-sheet .choose-line').first().click()
  await tap(page, '#change-next')
  await tap(page, '#change-yes')
  await says(page, '#tree', new RegExp(branch))
  await tap(page, '#nav-back')
  await tap(page, '#importing')
  const chosen = page.waitForEvent('filechooser')
  await tap(page, '#import-choose')
  await (await chosen).setFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(register) })
  await tap(page, '#import-apply')
  await says(page, '#import-done', /新增 3/)
  await page.context().close()
}

before(async () => {
  const phone = {
    openid: 'phone-of-secretary',
    phone: '13900000391',
    label: '宋秀国',
    note: '',
    group: branch,
  }
  world = await openWorld(demoMoment, { seed: 'none', identities: [phone] })
  await openCounty()
  secretary = (await world.phone('phone-of-secretary')).page
  await agree(secretary)
  await tap(secretary, '#bind-branch')
  await secretary.locator('#branch-sheet').getByText(branch).click()
  await type(secretary, '#bind-name', '宋秀国')
  await tap(secretary, '#bind-phone')
  await says(secretary, '#month', /主题党日/)
})
after(() => world.close())

test('消息 is empty and says so; what WeChat may tell is asked for in one tap, and then stands with how often', async () => {
  await tap(secretary, '#tab-messages')
  await says(secretary, '#no-messages', /现在没有消息/)
  await tap(secretary, '#seg-settings')
  await says(secretary, '#credit-month_gap', /已用完/)
  await tap(secretary, '#remind-me')
  await tap(secretary, '#subscribe-allow')
  await says(secretary, '#credit-month_gap', /还能收到 1 次/)
  await picture(secretary, 'first-reminders')
})

test('before the first meeting is published the secretary sees that nobody else has a WeChat here, and who tells them', async () => {
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="plan-"]')
  await says(secretary, '#who-gets', /谁能收到.*1 人收微信，2 人由党支部告知/)
  await tap(secretary, '#who-gets')
  await says(
    secretary,
    '#who-gets-person',
    /宋秀国，党支部.*马梅.*没绑定微信.*买买提江·阿不都热合曼江.*没绑定微信/,
  )
  await picture(secretary, 'first-who-gets')
  await tap(secretary, '#who-gets-publish')
  await says(secretary, '#meeting', /主题党日/)
})

test('they stand on the list with the sentence to read out, and are ticked when told', async () => {
  const { page } = await world.phone('phone-of-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="tell-"]')
  await says(page, '#tell', /可以这样说.*到会后扫码，或请组织者点名都行.*马梅/)
  await picture(page, 'first-tell')
  const open = shown(page, '[id^="told-meeting_"]')
  assert.equal(await open.count(), 2)
  await open.first().click()
  await shown(page, '[id^="untold-meeting_"]').waitFor()
  await becomes(() => open.count(), 1)
  await page.context().close()
})

test('its first T−7: what a branch of two days could not have held is nobody’s gap, and who has no WeChat here is on the list', async () => {
  world.emulator.clock.set(shanghai('2026-09-24T08:05'))
  await world.emulator.invoke('remind', {}, {})
  const { page } = await world.phone('phone-of-secretary')
  await tap(page, '#tab-work')
  await says(page, '#work', /本月还差 3 人/)
  await tap(page, '[id^="tell-"]')
  await says(page, '#tell', /马梅.*本月还差 2 项：社区服务 1 次、党费 1 次。方便时安排/)
  await tap(page, '#nav-back')
  await tap(page, '#tab-messages')
  await says(page, '#messages', /本月还差 2 项.*方便时安排，距月底还有 7 天.*社区服务 1 次.*党费 1 次/)
  await page.context().close()
})
