import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { deployed, type Deployed } from './deployed'
import { picture } from './pictures'
import {
  agree,
  becomes,
  codeOnScreen,
  says,
  scanPicture,
  shown,
  tap,
  type,
  type World,
  worldOver,
} from './world'

/**
 * From an empty account to a number on home: `npm run deploy -- apply`, then nothing but phones: the token it printed, two files, the rights, an
 * invitation, a meeting. Nothing is put into the store by the test, and of a phone nothing but the number WeChat knows.
 */
let world: World
let county: Deployed
let admin: Page
let secretary: Page
let member: Page

const branch = '县水利局党支部'
const organisations = [
  '党组织名称,组织类别,上级党组织',
  '县水利局党组,党组,县直机关工委',
  `${branch},党支部,县水利局党组`,
  '县档案馆党支部,党支部,县直机关工委',
].join('\n')
const register = [
  '姓名,所在党支部,人员类别,手机号码,党内职务',
  `孙丽华,${branch},正式党员,13900000501,党支部书记`,
  `高刚,${branch},正式党员,13900000502,`,
  '马梅,县档案馆党支部,正式党员,13900000503,党支部书记',
].join('\n')

before(async () => {
  const knows = { openid: 'phone-of-member', phone: '13900000502', label: '高刚', note: '', group: branch }
  const dataDir = mkdtempSync(path.join(tmpdir(), 'journey-'))
  county = await deployed({ dataDir, at: demoMoment, identities: [knows] })
  world = await worldOver(county.emulator, dataDir)
})
after(() => world.close())

/** The token as it stands on the screen of whoever deploys. */
const tokenIn = (said: readonly string[]) => /^ {3}([\w-]{28})$/m.exec(said.join('\n'))?.[1] ?? ''

async function chooseFile(name: string, text: string): Promise<void> {
  const chosen = admin.waitForEvent('filechooser')
  await tap(admin, '#import-choose')
  await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

test('a wrong token says so in words of its own, and the right one opens the first step', async () => {
  const phone = await world.phone('phone-of-admin')
  admin = phone.page
  await agree(admin)
  await tap(admin, '#to-about')
  await tap(admin, '#about-admin')
  await type(admin, '#admin-token', 'a-token-that-nobody-printed')
  await type(admin, '#admin-name', '汪广立')
  await tap(admin, '#admin-send')
  await admin
    .locator('.taro-model__content, .taro-modal__content')
    .getByText(/口令|七天/)
    .first()
    .waitFor()
  await admin.locator('.taro-modal__foot >> text=知道了').click()
  await type(admin, '#admin-token', tokenIn(county.said))
  await tap(admin, '#admin-send')
  await says(admin, '#county', /首次启用/)
  await tap(admin, '#todo-setup')
  await says(admin, '#setup', /还有 5 步就能用.*22 条已按默认放好/)
  await says(admin, '#needed-columns', /党组织名称.*组织类别.*上级党组织/)
  await picture(admin, '17-first-day-empty')
})

test('the first file is that of the organisations, and its end says what comes next', async () => {
  await tap(admin, '#setup-file')
  await says(admin, '#needed-columns', /党组织名称/)
  await chooseFile('组织.csv', organisations)
  await says(admin, '#verdict-add', /新增 3/)
  await tap(admin, '#import-apply')
  await says(admin, '#import-done', /新增 3.*接下来.*导入党员/)
  await picture(admin, 'first-import-done')
  await tap(admin, '#import-back')
  await says(admin, '#step-organisations', /1 个单位、2 个支部/)
})

test('the second file is that of the members, and the page remembers how far it is', async () => {
  await says(admin, '#needed-columns', /姓名.*所在支部.*人员类别.*手机号码/)
  await picture(admin, '17-first-day')
  await tap(admin, '#setup-file')
  await chooseFile('党员.csv', register)
  await tap(admin, '#import-apply')
  await says(admin, '#import-done', /新增 3/)
  await tap(admin, '#import-back')
  await says(admin, '#setup', /还有 3 步就能用.*3 名党员/)
  await says(admin, '#rights-to-see', /2 个支部在名册里有书记/)
})

test('rights are looked through once, and what was seen stays seen', async () => {
  await picture(admin, '17-rights')
  await tap(admin, '#setup-grants')
  await says(admin, '#grants', /有权限的同志.*汪广立/)
  await tap(admin, '#nav-back')
  await tap(admin, '#setup-seen')
  await says(admin, '#setup', /还有 2 步就能用.*2 个支部都有人负责/)
})

test('all secretaries are invited with one tap, on sheets to be printed', async () => {
  await tap(admin, '#setup-heads')
  await says(admin, '#heads', /2 ?个支部.*孙丽华，还没邀请/)
  await picture(admin, '17b-heads')
  // Two taps make each code once and open one page of them.
  await shown(admin, '#heads-all')
    .first()
    .evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
  await says(admin, '#papers', /2 位，1 页/)
  assert.equal(world.emulator.database.count('invitations', { asksTail: true, state: 'open' }), 2)
  await picture(admin, '17c-papers')
  const file = admin.waitForEvent('download')
  await tap(admin, '#paper-share')
  assert.equal((await file).suggestedFilename(), '邀请单1.jpg')
  await tap(admin, '#seg-unit')
  await says(admin, '#papers', /2 位，2 页.*第 1 页，共 2 页/)
  await tap(admin, '#nav-back')
  await says(admin, '#heads-list', /孙丽华，9月22日邀请/)
})

test('the pages of the first day fit in large text', async () => {
  const { page } = await world.phone('phone-of-admin', { elder: true })
  await tap(page, '#tab-work')
  await tap(page, '#todo-setup')
  await says(page, '#setup', /还有 2 步就能用/)
  await picture(page, '17-first-day-elder')
  await tap(page, '#setup-heads')
  await says(page, '#heads-list', /孙丽华/)
  await picture(page, '17b-heads-elder')
  await tap(page, '#heads-again')
  await page.locator('.taro-modal__foot >> text=重印').click()
  await says(page, '#papers', /2 位，1 页/)
  await picture(page, '17c-papers-elder')
  await page.context().close()
})

test('a sheet is shown only while it is new: opened again it says how to make another', async () => {
  const { page } = await world.phone('phone-of-admin')
  await page.goto(`${world.emulator.url}/?as=phone-of-admin#/committee/papers/index`)
  await says(page, '#papers', /邀请单只在生成后显示/)
  await page.context().close()
})

test('a secretary comes in by the paper and the own last four digits, and the branch is its own from then on', async () => {
  await tap(admin, '#heads-again')
  await admin.locator('.taro-modal__foot >> text=重印').click()
  await tap(admin, '#seg-unit')
  const code = await codeOnScreen(admin)
  secretary = (await world.phone('phone-of-secretary')).page
  await agree(secretary)
  await scanPicture(secretary, code)
  await says(secretary, '#invited', new RegExp(branch))
  await type(secretary, '#take-tail', '0502')
  await tap(secretary, '#take')
  await secretary.locator('.taro-modal__content').getByText(/尾号/).first().waitFor()
  await secretary.locator('.taro-modal__foot >> text=知道了').click()
  await type(secretary, '#take-tail', '0501')
  await picture(secretary, 'first-invited-by-paper')
  await tap(secretary, '#take')
  await says(secretary, '#taken', /孙丽华/)
  await tap(secretary, '#done')
  await tap(admin, '#nav-back')
  await says(admin, '#heads-list', /孙丽华，9月22日已绑定/)
})

test('the secretary announces a meeting and opens it, and a member’s scan is a number on home', async () => {
  member = (await world.phone('phone-of-member')).page
  await agree(member)
  await tap(member, '#bind-branch')
  await member.locator('#branch-sheet').getByText(branch).click()
  await type(member, '#bind-name', '高刚')
  await tap(member, '#bind-phone')
  await says(member, '#month', /主题党日 ?暂无记录/)
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="plan-"]')
  await tap(secretary, '#kind-theme_party_day')
  await tap(secretary, '#publish')
  await says(secretary, '#meeting', /主题党日/)
  // The day of the meeting comes.
  const [meeting] = world.emulator.database.find('activities', { state: 'published' })
  const early = Number(meeting?.startsAt) - 10 * 60_000
  if (early > world.emulator.clock.now()) world.emulator.clock.set(early)
  await tap(secretary, '#nav-back')
  await shown(secretary, '[id^="meeting-"]').first().click()
  await says(secretary, '#open-registration', /^开始登记$/)
  await tap(secretary, '#open-registration')
  await secretary.locator('#code-card').waitFor()
  await scanPicture(member, await codeOnScreen(secretary))
  await says(member, '#result-title', /到会登记成功/)
  await tap(member, '#done')
  await says(member, '#month', /主题党日 ?1\/1/)
  await picture(member, 'first-number-on-home')
})

test('after the first meeting the county needs no first steps any more', async () => {
  await tap(admin, '#nav-back')
  await says(admin, '#setup', /都办好了，可以用了/)
  await picture(admin, '17-first-day-over')
  await tap(admin, '#setup-back')
  await says(admin, '#county', /邀请书记/)
  await becomes(() => shown(admin, '#todo-setup').count(), 0)
})

test('deployed once more, a county in use is left as it is and gets no second token', async () => {
  assert.deepEqual(await county.applyAgain(), [])
  assert.equal(
    world.emulator.database.count('invitations', { state: 'open', grant: { role: 'committee' } }),
    0,
  )
})
