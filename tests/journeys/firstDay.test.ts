import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { haveFirstAdmin } from '../../scripts/lib/firstAdmin'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { needGoesItsWay } from './needGoesItsWay'
import { proposalGoesItsWay } from './proposalGoesItsWay'
import { nextMonth } from './nextMonth'
import { picture } from './pictures'
import { takeInvitation } from './takeInvitation'
import { agree, becomes, openWorld, says, shown, tap, turnTo, type, type World } from './world'

// A county that nobody has entered yet, on its first day: whatever stands in it at the end was tapped in on phones.
let world: World
let admin: Page
let secretary: Page
let officer: Page
let staff: Page

const branch = '县农业农村局党支部'
const register = [
  '序号,姓名,人员类别,所在党支部,党内职务,手机号码',
  `1,宋秀国,正式党员,${branch},党支部书记,13900000391`,
  `2,马梅,正式党员,${branch},组织委员,13900000392`,
  `4,高刚,正式党员,${branch},,13900000394`,
  `3,买买提江·阿不都热合曼江,正式党员,${branch},,13900000393`,
].join('\n')

before(async () => {
  world = await openWorld(demoMoment, {
    seed: 'none',
    // What WeChat itself knows of this phone: its number.
    identities: [
      { openid: 'phone-of-secretary', phone: '13900000391', label: '宋秀国', note: '', group: branch },
    ],
  })
})
after(() => world.close())

test('the first administrator enters by the token, by tapping alone', async () => {
  admin = (await world.phone('phone-of-admin')).page
  await agree(admin)
  await tap(admin, '#to-about')
  await tap(admin, '#about-admin')
  await type(admin, '#admin-token', haveFirstAdmin(world.emulator) ?? '')
  await type(admin, '#admin-name', '汪广立')
  await tap(admin, '#admin-send')
  await says(admin, '#county', /县直机关工委.*导入名册/)
  await picture(admin, 'first-01-work')
})

async function found(name: string): Promise<void> {
  await tap(admin, '#organisation-found')
  await type(admin, '#organisation-name', name)
  await tap(admin, '#field-parent')
  await shown(admin, '#choose-sheet .choose-line').first().click()
  await tap(admin, '#change-next')
  await says(admin, '#change-preview', new RegExp(`新建${name}，属县直机关工委。.*今天就生效，不能取消`))
  await tap(admin, '#change-yes')
  await says(admin, '#tree', new RegExp(name))
}

/** From the register to the own phone of who is invited. */
async function letIn(inviter: Page, name: string, as: string): Promise<Page> {
  await shown(inviter, '[id^="member-"]').filter({ hasText: name }).first().click()
  await tap(inviter, '#member-invite')
  await tap(inviter, '#invite-make')
  const page = await takeInvitation(await world.phone(as), inviter, { name, where: branch })
  await tap(inviter, '#invite-done')
  await tap(inviter, '#nav-back')
  return page
}

test('branches are founded, each told before it is done, and the register of one is imported row by row', async () => {
  await tap(admin, '#organisations')
  await says(admin, '#tree', /县直机关工委/)
  await found(branch)
  await found('县林业局党支部')
  await tap(admin, '#nav-back')
  await tap(admin, '#importing')
  const chosen = admin.waitForEvent('filechooser')
  await tap(admin, '#import-choose')
  const file = { name: '党员名册.csv', mimeType: 'text/csv', buffer: Buffer.from(register) }
  await (await chosen).setFiles(file)
  await says(admin, '#verdict-add', /新增 4/)
  await picture(admin, 'first-day-preview')
  await tap(admin, '#import-apply')
  await says(admin, '#import-done', /新增 4/)
  await tap(admin, '#import-back')
})

test('a change of the tree that waits for its day is told and can be cancelled', async () => {
  await tap(admin, '#organisations')
  await shown(admin, '[id^="node-"]').filter({ hasText: '县林业局党支部' }).first().click()
  await tap(admin, '#change-merge')
  await tap(admin, '#field-chosen')
  await shown(admin, '#choose-sheet .choose-line').first().click()
  await nextMonth(admin, '#field-on')
  await tap(admin, '#change-next')
  await says(admin, '#change-preview', /10月22日起，县林业局党支部 0 人并入县农业农村局党支部/)
  await tap(admin, '#change-yes')
  await says(admin, '#coming-changes', /10月22日起/)
  await tap(admin, '[id^="cancel-"]')
  await admin.locator('.taro-modal__foot >> text=不办了').click()
  await becomes(() => shown(admin, '#coming-changes').count(), 0)
  await tap(admin, '#nav-back')
  await tap(admin, '#nav-back')
})

test('the secretary gets in by the phone number of the register, and lets the officer in by a code', async () => {
  secretary = (await world.phone('phone-of-secretary')).page
  await agree(secretary)
  await tap(secretary, '#bind-branch')
  await secretary.locator('#branch-sheet').getByText(branch).click()
  await type(secretary, '#bind-name', '宋秀国')
  await tap(secretary, '#bind-phone')
  await says(secretary, '#month', /主题党日/)
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="roster-"]')
  officer = await letIn(secretary, '马梅', 'phone-of-officer')
  await tap(secretary, '#nav-back')
  await says(secretary, '#work', /支部进度/)
})

test('a community is founded and its staff let in; a member registers there by tapping, and has the receipt', async () => {
  const community = '滨河社区党委'
  await tap(admin, '#organisations')
  await tap(admin, '#organisation-found')
  await tap(admin, '#field-type')
  await turnTo(admin, '社区')
  await type(admin, '#organisation-name', community)
  await tap(admin, '#change-next')
  await says(admin, '#change-preview', new RegExp(`新建${community}.*今天就生效，不能取消`))
  await tap(admin, '#change-yes')
  await shown(admin, '[id^="node-"]').filter({ hasText: community }).first().click()
  await tap(admin, '#open-grants')
  await tap(admin, '#grant-add')
  await tap(admin, '#role-community_staff')
  await type(admin, '#grant-name', '方晓云')
  await tap(admin, '#grant-make')
  const hers = await world.phone('phone-of-staff')
  staff = await takeInvitation(hers, admin, { name: '方晓云', where: community })
  await tap(admin, '#grant-done')
  for (let back = 0; back < 3; back += 1) await tap(admin, '#nav-back')
  await tap(staff, '#tab-work')
  await says(staff, '#work', new RegExp(community))
  await picture(staff, 'first-day-community')

  await tap(officer, '#tab-me')
  await says(officer, '#my-community', /还没有报到/)
  await tap(officer, '#my-community')
  await shown(officer, '[id^="community-"]').filter({ hasText: community }).first().click()
  await tap(officer, '#report')
  await says(officer, '#asked-unit', /等社区接收/)

  await tap(staff, '[id^="reports-"]')
  await says(staff, '#reports', new RegExp(`马梅.*${branch}`))
  await tap(staff, '[id^="yes-"]')
  await says(staff, '#reports', /没有等着接收的/)

  await tap(officer, '#nav-back')
  // Opened anew: what was asked a moment ago is not asked again at once.
  const { page } = await world.phone('phone-of-officer')
  await tap(page, '#tab-me')
  await tap(page, '#my-community')
  await says(page, '#held-unit', /2026年9月22日接收，回执号 2026-0001/)
  await tap(page, '#receipt-unit')
  await says(page, '#receipt-card', new RegExp(`社区报到回执.*回执号 2026-0001.*${community}`))
  await picture(page, 'first-day-receipt')
  await page.context().close()
})

test('the community writes down what it would like to have done; a member takes it, and it counts by the community’s word', async () => {
  await tap(staff, '#nav-back')
  const { page } = await world.phone('phone-of-officer')
  await needGoesItsWay({ staff, member: page }, '马梅')
  await page.reload()
  await says(page, '#deed-year', /今年 1\/1 件/)
  await page.context().close()
})

test('the branch proposes a service where its member is registered, the community publishes it in one tap', async () => {
  await proposalGoesItsWay({ staff, secretary }, branch)
  await staff.context().close()
})

test('the officer finds who looked at the register', async () => {
  await tap(officer, '#tab-me')
  await tap(officer, '#to-privacy')
  await says(officer, '#viewers', /宋秀国.*党支部书记/)
  await picture(officer, 'first-day-viewers')
  await tap(officer, '#nav-back')
})

test('the secretary holds an election, told before it is saved', async () => {
  await tap(secretary, '[id^="organisation-"]')
  await tap(secretary, '#elect')
  await tap(secretary, '#elect-deputy_secretary')
  await shown(secretary, '#choose-sheet .choose-line').filter({ hasText: '高刚' }).click()
  await secretary
    .locator('#choose-sheet')
    .getByText(/^选好了/)
    .click()
  await tap(secretary, '#elect-save')
  await says(secretary, '#elect-sheet', /今天起.*副书记 高刚.*不能取消/)
  await tap(secretary, '#elect-yes')
  await says(secretary, '#committee', /高刚.*副书记/)
  await tap(secretary, '#nav-back')
})

test('台账与清单 are there from the first day: the secretary enters a problem and who sees to it', async () => {
  await tap(secretary, '[id^="lists-"]')
  await tap(secretary, '#list-rectification')
  await tap(secretary, '#add-row')
  await type(secretary, '#field-what', '活动室没有党旗')
  await tap(secretary, '#field-owner')
  await shown(secretary, '#choose-sheet .choose-line').filter({ hasText: '高刚' }).click()
  await tap(secretary, '#field-due')
  await shown(secretary, '.weui-picker__action').last().click()
  await tap(secretary, '#save-row')
  await says(secretary, '#list-rows', /活动室没有党旗.*高刚/s)
  // What the office has kept in Excel so far.
  await tap(secretary, '#import-rows')
  const chooser = secretary.waitForEvent('filechooser')
  await tap(secretary, '#file-choose')
  const old = '问题,责任人,整改时限\n书报还是去年的,马梅,2026-12-31'
  await (await chooser).setFiles({ name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(old) })
  await tap(secretary, '#file-write')
  await says(secretary, '#file-written', /新记 1 条/)
  await tap(secretary, '#file-back')
  await says(secretary, '#list-rows', /书报还是去年的.*马梅/s)
  await tap(secretary, '#nav-back')
  await says(secretary, '#work', /支部进度/)
})

test('the secretary enters the first talk and the first tick, of rules nobody had to write', async () => {
  await tap(secretary, '[id^="talks-"]')
  await tap(secretary, '[id^="talk-with-"]')
  await tap(secretary, '#talk-save')
  await says(secretary, '#entered', /和.*今天/s)
  await tap(secretary, '[id^="rest-"]')
  await tap(secretary, '#reason-confirm')
  await shown(secretary, '[id$="-tiles"] .tile-registered').first().waitFor()
  await tap(secretary, '#nav-back')
  await says(secretary, '#work', /支部进度/)
})

test('the year of a branch that has just been founded stands, and asks for nothing of the months before', async () => {
  await tap(secretary, '[id^="progress-"]')
  await tap(secretary, '#seg-year')
  await tap(secretary, '#to-span')
  const year = await says(secretary, '#span-card', /每月.*每季度.*不要求.*没到时间/)
  assert.doesNotMatch(year, /暂无记录/)
  await says(secretary, '#span-periods', /8月 当时还没有成立，这一项不要求/)
  await picture(secretary, 'first-year')
  await tap(secretary, '#nav-back')
  await tap(secretary, '#nav-back')
  await says(secretary, '#work', /支部进度/)
})

test('the workdays of the year can be looked at, and the field for the next notice stands below', async () => {
  await tap(admin, '#tab-work')
  await tap(admin, '#open-workdays')
  await says(admin, '#workdays-2026', /按国务院办公厅通知/)
  await shown(admin, '#notice-text textarea').first().waitFor()
  await tap(admin, '#nav-back')
})

test('the order of the columns of 逐栏复制 can be looked at and changed', async () => {
  await tap(admin, '#open-copy-order')
  await says(admin, '#columns', /1 会议名称.*11 讲课人/)
  await tap(admin, '#down-title')
  await says(admin, '#column-2', /会议名称/)
  await tap(admin, '#nav-back')
})

test('which lists are kept is the work committee’s to say', async () => {
  await tap(admin, '#open-list-setting')
  await tap(admin, '#setting-comparisons')
  await tap(admin, '#list-on')
  await tap(admin, '#save-list-setting')
  await says(admin, '#setting-comparisons', /停用/)
  await tap(admin, '#nav-back')
})

test('the county’s page opens after the first roll-up', async () => {
  await world.emulator.runTimer('rollup')
  await tap(admin, '#overview')
  await says(admin, '#overview', /县直机关工委.*2 个支部/)
  await picture(admin, 'first-day-overview')
})
