import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { answerTo, becomes, cutOff, openWorld, says, shown, tap, turnTo, type, type World } from './world'

let world: World
let staff: Page
let secretary: Page

before(async () => {
  world = await openWorld()
  staff = (await world.phone('demo-community')).page
  secretary = (await world.phone('demo-secretary')).page
})
after(() => world.close())

const count = (where: object) =>
  world.emulator.database.count('activities', { ...where, 'proposed.at': { $gte: 0 } })
const yes = (page: Page, label: string) => page.locator(`.taro-modal__foot >> text=${label}`)

async function openProposed(page: Page): Promise<void> {
  await tap(page, '#tab-work')
  await tap(page, '[id^="proposed-"]')
}
async function openProposals(page: Page): Promise<void> {
  await tap(page, '#tab-work')
  await tap(page, '[id^="proposals-"]')
}
const cardOf = (page: Page, title: string) =>
  shown(page, '[id^="proposal-"]').filter({ hasText: title }).first()

/** Another community than where most of the branch are registered: the meeting point follows. */
async function atBinhe(page: Page): Promise<void> {
  await tap(page, '#propose')
  await tap(page, '#field-community')
  await turnTo(page, '滨河社区党委')
  await says(page, '#field-community', /滨河社区党委/)
}

async function propose(page: Page, title: string): Promise<void> {
  await atBinhe(page)
  await type(page, '#field-title', title)
  const sent = answerTo(page, 'proposal.write')
  // Two taps at one instant.
  await shown(page, '#send-proposal')
    .first()
    .evaluate((tapped: HTMLElement) => {
      tapped.click()
      tapped.click()
    })
  await sent
  await says(page, '#proposed', new RegExp(title))
}

test('a branch writes a proposal: prefilled, with 七个一, sent once however often it is tapped', async () => {
  await openProposed(secretary)
  await says(secretary, '#no-proposals', /还没有提过服务/)
  await picture(secretary, '24c-proposed-empty')
  await atBinhe(secretary)
  await says(secretary, '#propose', /向哪个社区 支部有 \d+ 人在这里报到/)
  await type(secretary, '#field-title', '清理河道垃圾')
  await type(secretary, '#field-limit', '20')
  await tap(secretary, '#seven-theme')
  await picture(secretary, '24c-propose')
  await tap(secretary, '#send-proposal')
  await says(
    secretary,
    '#proposed',
    /等社区答复 1 次.*清理河道垃圾.*滨河社区党委.*滨河社区党群服务中心.*名额 20 人/,
  )
  await propose(secretary, '教老人用手机')
  await propose(secretary, '端午走访慰问')
  await propose(secretary, '写错的一次')
  assert.equal(count({}), 4)
  await picture(secretary, '24c-proposed-waiting')
})

test('taken back while it waits, after a question', async () => {
  await cardOf(secretary, '写错的一次').locator('[id^="withdraw-"]').click()
  await says(secretary, '.taro-modal__content, .taro-model__content', /还没有答复，撤回以后看不到/)
  await yes(secretary, '撤回').click()
  await says(secretary, '#proposed', /写错的一次.*支部撤回了/)
})

for (const elder of textSizes)
  test(`the community has it first under 工作 and in 消息${elder ? ', in large text' : ''}`, async () => {
    const { page } = await world.phone('demo-community', { elder })
    await tap(page, '#tab-messages')
    await says(page, '#messages', /县农业农村局党支部提议：清理河道垃圾/)
    await tap(page, '[id^="message-proposal_"]')
    await says(page, '#proposals', /等您答复 3 次/)
    await tap(page, '#nav-back')
    await tap(page, '#tab-work')
    await says(page, '[id^="proposals-"]', /支部提议.*待答复 3 次/)
    await picture(page, `24c-work${elder ? '-elder' : ''}`)
    await tap(page, '[id^="proposals-"]')
    await picture(page, `24c-proposals${elder ? '-elder' : ''}`)
    await page.context().close()
  })

test('accepted in one tap, it is published with the branch named; declined with a reason, the branch reads it', async () => {
  await openProposals(staff)
  await cardOf(staff, '清理河道垃圾').locator('[id^="accept-"]').click()
  await says(staff, '#proposals-answered', /清理河道垃圾.*县农业农村局党支部.*已发布/)
  await becomes(() => count({ state: 'published' }), 1)

  await cardOf(staff, '端午走访').locator('[id^="decline-"]').click()
  await says(staff, '#decline-send', /先选一个原因/)
  await tap(staff, '#decline-other_day')
  await type(staff, '#field-note', '放到月底')
  await picture(staff, '24c-decline')
  await tap(staff, '#decline-send')
  await says(staff, '#proposals-answered', /端午走访慰问.*社区这次没有接：日子不合适，请换一天。放到月底/)
  await picture(staff, '24c-answered')

  await cardOf(staff, '清理河道垃圾').locator('[id^="open-"]').click()
  await says(staff, '#service-head', /清理河道垃圾.*县农业农村局党支部提议/)

  const { page } = await world.phone('demo-member')
  await tap(page, '#tab-activities')
  await tap(page, '#seg-services')
  await shown(page, '#activities').getByText('清理河道垃圾', { exact: true }).first().click()
  await says(page, '#service-facts', /提议 县农业农村局党支部/)
  await picture(page, '24c-member')
  await page.context().close()
})

for (const elder of textSizes)
  test(`the branch sees what became of each, and is told${elder ? ', in large text' : ''}`, async () => {
    const { page } = await world.phone('demo-organisation-officer', { elder })
    await tap(page, '#tab-messages')
    await says(page, '#messages', /同意了：清理河道垃圾/)
    await says(page, '#messages', /这次没有接：端午走访慰问/)
    await tap(page, '[id^="message-proposed_"]')
    await says(page, '#proposed', /等社区答复 1 次.*教老人用手机.*清理河道垃圾.*社区已经发布，报名 0 人/)
    await picture(page, `24c-proposed${elder ? '-elder' : ''}`)
    await page.context().close()
  })

test('without network nothing is answered and that is said; with it one tap is enough', async () => {
  const { page } = await world.phone('demo-community')
  await openProposals(page)
  const accept = cardOf(page, '教老人用手机').locator('[id^="accept-"]')
  await accept.waitFor()
  await cutOff(page, true)
  await accept.click()
  await says(page, '.taro-modal__content, .taro-model__content', /没有|网络/)
  await yes(page, '知道了').click()
  assert.equal(count({ state: 'published' }), 1)
  await cutOff(page, false)
  await accept.click()
  await becomes(() => count({ state: 'published' }), 2)
  await page.context().close()
})
