import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { ask } from './ask'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { answerTo, becomes, cutOff, openWorld, says, shown, tap, type, type World } from './world'

let world: World
let staff: Page
let member: Page

before(async () => {
  world = await openWorld()
  await withdrawAll()
  elsewhere = count({ withdrawn: null })
  staff = (await world.phone('demo-community')).page
  member = (await world.phone('demo-member')).page
})
after(() => world.close())

/** The demo county asks for something already: these journeys begin where nothing is written. */
async function withdrawAll(): Promise<void> {
  for (const as of ['demo-community', 'demo-village']) {
    const { communities, villages } = await ask(world, as, 'identity.work', {})
    const places = [
      ...communities.map(({ community }) => community),
      ...villages.map(({ village }) => village),
    ]
    for (const { id: placeId } of places)
      for (const { id: needId } of (await ask(world, as, 'need.page', { placeId })).needs)
        await ask(world, as, 'need.withdraw', { placeId, needId })
  }
}

/** Of other communities, which nobody here sees. */
let elsewhere = 0
const count = (where: object) => world.emulator.database.count('needs', where)
const yes = (page: Page, label: string) => page.locator(`.taro-modal__foot >> text=${label}`)
/** Two taps at one instant. */
const tapTwice = (button: Locator) =>
  button.first().evaluate((tapped: HTMLElement) => {
    tapped.click()
    tapped.click()
  })

async function openNeeds(page: Page): Promise<void> {
  await tap(page, '#tab-work')
  await tap(page, '[id^="needs-"]')
}
async function openDeeds(page: Page): Promise<void> {
  await tap(page, '#tab-me')
  await tap(page, '#my-deeds')
}
const writtenAs = (page: Page, title: string) =>
  shown(page, '[id^="need-"]').filter({ hasText: title }).first()

const long = '请买买提江·阿不都热合曼江同志那样懂农技的来村里讲讲怎么给老果园剪枝和防虫'

test('the community writes a need down: one line and it is there, once, however often it is tapped', async () => {
  await openNeeds(staff)
  await says(staff, '#no-needs', /还没有写需求/)
  await picture(staff, '24b-place-empty')
  await tap(staff, '#write-need')
  await says(staff, '#need-write', /先写要办什么/)
  await says(staff, '#need-sheet', /涉密和敏感内容不得录入，不写是谁家/)
  await type(staff, '#field-need', '教几位老人用手机挂号')
  await type(staff, '#field-wanted', '0')
  await says(staff, '#need-write', /人数填 1 到 20/)
  await type(staff, '#field-wanted', '1')
  await picture(staff, '24b-write')
  const written = answerTo(staff, 'need.write')
  await tapTwice(shown(staff, '#need-write'))
  await written
  await says(staff, '#place-needs', /请党员认领 1 条.*教几位老人用手机挂号.*10月22日前，要 1 人/)
  assert.equal(count({ withdrawn: null }), 1 + elsewhere)

  await tap(staff, '#write-need')
  await type(staff, '#field-need', '把活动室的书分类上架')
  await type(staff, '#field-wanted', '2')
  await type(staff, '#field-contact', '社区出书架')
  await tap(staff, '#need-write')
  await says(staff, '#place-needs', /请党员认领 2 条/)
})

test('a village asks as well, in a line as long as there may be', async () => {
  const { page } = await world.phone('demo-village')
  await openNeeds(page)
  await tap(page, '#write-need')
  await type(page, '#field-need', long)
  await type(page, '#field-contact', '村里出料')
  await tap(page, '#need-write')
  await says(page, '#place-needs', new RegExp(long))
  await picture(page, '24b-place-long')
  await page.context().close()
})

for (const elder of textSizes)
  test(`a member sees what the own community and village ask for${elder ? ', in large text' : ''}`, async () => {
    const { page } = await world.phone('demo-member', { elder })
    await openDeeds(page)
    await says(page, '#deeds', /可以认领.*教几位老人用手机挂号.*10月22日前，要 1 人/)
    await says(page, '.need-places', /全部 3.*社区.* 2.*村.* 1/)
    await picture(page, `24b-needs${elder ? '-elder' : ''}`)
    await shown(page, '.need-places [id^="needs-"]').filter({ hasText: '村' }).last().click()
    await says(page, '#needs', new RegExp(long))
    assert.equal(await shown(page, '[id^="take-"]').count(), 1)
    await page.context().close()
  })

test('taken with one tap and a yes, once however often it is tapped; finished, and confirmed by who asked', async () => {
  await openDeeds(member)
  await writtenAs(member, '教几位老人').locator('[id^="take-"]').click()
  await says(member, '.taro-modal__content, .taro-model__content', /教几位老人用手机挂号.*10月22日前/)
  const taken = answerTo(member, 'need.take')
  await tapTwice(yes(member, '认领'))
  await taken
  await says(member, '#in-hand', /我正在办.*教几位老人用手机挂号.*9月22日认领.*认领.*办理.*办结.*确认/)
  await says(member, '#needs', /教几位老人用手机挂号.*您已认领/)
  assert.equal(world.emulator.database.count('facts', { needId: { $exists: true } }), 1)
  await picture(member, '24b-in-hand')
  const elder = (await world.phone('demo-member', { elder: true })).page
  await openDeeds(elder)
  await says(elder, '#in-hand', /我正在办/)
  await picture(elder, '24b-in-hand-elder')
  await elder.context().close()

  // The member's own word does not count: the place has to say so.
  await tap(member, '#finish')
  await says(member, '#deeds', /教几位老人用手机挂号.*待确认/)
  await tap(staff, '#nav-back')
  await tap(staff, '[id^="deeds-o"]')
  await says(staff, '#pending-deeds', /教几位老人用手机挂号/)
  await tap(staff, '#check-confirm')
  await says(staff, '#place-deeds', /没有待确认/)
  await tap(staff, '#nav-back')
  await openNeeds(staff)
  await says(staff, '#place-needs', /请党员认领 1 条.*办好了 1 条.*教几位老人用手机挂号.*已确认/)
  await picture(staff, '24b-place')
  const large = (await world.phone('demo-community', { elder: true })).page
  await openNeeds(large)
  await says(large, '#place-needs', /教几位老人用手机挂号.*已确认/)
  await picture(large, '24b-place-elder')
  await tap(large, '#write-need')
  await picture(large, '24b-write-elder')
  await large.context().close()
})

test('let go of, it is on offer again; withdrawn, who has it in hand reads so and nobody else sees it', async () => {
  await tap(member, '#seg-needs')
  await writtenAs(member, '把活动室的书').locator('[id^="take-"]').click()
  await yes(member, '认领').click()
  await says(member, '#in-hand', /把活动室的书分类上架/)
  await tap(member, '#seg-own')
  await tap(member, '[id^="dropped-"]')
  await says(member, '#deeds', /把活动室的书分类上架.*已放下/)
  await tap(member, '#seg-needs')
  await writtenAs(member, '把活动室的书').locator('[id^="take-"]').click()
  await yes(member, '认领').click()
  await says(member, '#in-hand', /把活动室的书分类上架/)

  await writtenAs(staff, '把活动室的书').locator('[id^="withdraw-"]').click()
  await says(staff, '.taro-modal__content, .taro-model__content', /撤回以后，别人看不到/)
  await yes(staff, '撤回').click()
  await becomes(() => count({ withdrawn: null }), 2 + elsewhere)
  await says(staff, '#place-needs', /^群众需求 办好了 1 条/)

  const { page } = await world.phone('demo-member')
  await tap(page, '#tab-messages')
  await says(page, '#messages', /把活动室的书分类上架 不用办了.*撤回了这条需求/)
  // It leads to where it can be finished or let go of.
  await tap(page, '[id^="message-withdrawn_"]')
  await says(page, '#in-hand', /把活动室的书分类上架.*已经撤回，不用办了$/)
  await picture(page, '24b-withdrawn')
  await page.context().close()
})

test('without network what is taken says so, and is not taken twice when the network is back', async () => {
  const { page } = await world.phone('demo-member')
  await openDeeds(page)
  const take = writtenAs(page, long).locator('[id^="take-"]')
  await take.waitFor()
  await cutOff(page, true)
  await take.click()
  await yes(page, '认领').click()
  await says(page, '.taro-modal__content, .taro-model__content', /没有|网络/)
  await yes(page, '知道了').click()
  await cutOff(page, false)
  await take.click()
  await yes(page, '认领').click()
  await says(page, '#in-hand', new RegExp(long))
  assert.equal(world.emulator.database.count('facts', { 'detail.title': long, annulled: null }), 1)
  await picture(page, '24b-two-in-hand')
  await page.context().close()
})
