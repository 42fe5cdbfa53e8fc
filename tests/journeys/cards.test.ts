import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readCode } from '../browser'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, type World } from './world'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const households = (query: object = {}) => world.emulator.database.find('households', query)
const yes = (page: Page, label: string) =>
  page.locator('.taro-modal__foot').getByText(label, { exact: true }).click()

/** The village's contact, on the page of its cards. */
async function openCards(elder = false): Promise<Page> {
  const { page } = await world.phone('demo-village', { elder })
  await tap(page, '#tab-work')
  await tap(page, '[id^="cards-"]')
  await says(page, '#cards-village', /青山村，\d+ 张，共 \d+ 页/)
  return page
}

for (const elder of textSizes)
  test(`the sheet is seen before it is printed, with number and code alone, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const page = await openCards(elder)
    const text = await says(page, '#card-sheet', /便民联系卡 青山村/)
    assert.doesNotMatch(text, /帮扶|脱贫|户主|支部/)
    await becomes(() => shown(page, '#card-sheet img').count(), Math.min(6, (await cardsOf()).length))
    await picture(page, elder ? '24-cards-elder' : '24-cards')
    await page.context().close()
  })

async function cardsOf() {
  const [village] = world.emulator.database.find('organisations', { name: '青山村' })
  return households({ villageId: village?._id })
}

test('the file is kept, and every card of it is noted as printed', async () => {
  const page = await openCards()
  await tap(page, '#print-cards')
  const name = await says(page, '#paper-name', /青山村-2026-09-22-便民联系卡\.docx/)
  assert.ok(name.length < 60)
  await says(page, '#paper-sheet', /卡上没有姓名/)
  const saved = page.waitForEvent('download')
  await tap(page, '#paper-disk')
  assert.match((await saved).suggestedFilename(), /便民联系卡\.docx$/)
  await tap(page, '#sheet-close')
  assert.ok((await cardsOf()).every(({ printedAt }) => typeof printedAt === 'number'))
  await page.context().close()
})

test('a card is replaced after a question, and stopped; turned back nothing happens', async () => {
  const page = await openCards()
  const row = shown(page, '[id^="card-"].card-row').first()
  const id = (await row.getAttribute('id'))?.replace('card-', '') ?? ''
  const doorOf = () => String(households({ _id: id })[0]?.doorCode)
  const old = doorOf()
  await tap(page, `#renew-${id}`)
  await says(page, '.taro-modal__content', /旧卡马上作废/)
  await yes(page, '取消')
  assert.equal(doorOf(), old)
  await tap(page, `#renew-${id}`)
  await yes(page, '换一张')
  await says(page, `#card-${id}`, /旧卡已作废，新卡还没打印/)
  assert.notEqual(doorOf(), old)

  // The old card at the door says what it says to a stranger.
  const { page: door } = await world.phone('demo-member')
  await door.goto(`${world.emulator.url}/?as=demo-member&old=1#/member/visit/index?t=H1.${old}`)
  await says(door, '#neutral', /便民联系卡/)
  await door.context().close()

  await tap(page, `#stop-${id}`)
  await yes(page, '停用')
  await says(page, `#card-${id}`, /已停用/)
  await says(page, '#cards', /不打印的/)
  await picture(page, '24-cards-stopped')
  await tap(page, `#renew-${id}`)
  await yes(page, '换一张')
  await says(page, `#card-${id}`, /待打印/)
  await tap(page, '#print-cards')
  await tap(page, '#sheet-close')
  await says(page, `#card-${id}`, /用着/)
  await page.context().close()
})

test('without network nothing is replaced, and it is said; the page stands', async () => {
  const page = await openCards()
  const row = shown(page, '[id^="card-"].card-row').first()
  const id = (await row.getAttribute('id'))?.replace('card-', '') ?? ''
  const before = String(households({ _id: id })[0]?.doorCode)
  await cutOff(page, true)
  await tap(page, `#renew-${id}`)
  await yes(page, '换一张')
  await says(page, '.taro-modal__title', /没连上网络/)
  await page.locator('.taro-modal__foot').getByText('知道了').click()
  await cutOff(page, false)
  assert.equal(String(households({ _id: id })[0]?.doorCode), before)
  await says(page, '#card-sheet', /便民联系卡/)
  await page.context().close()
})

test('the work committee chooses a village; whose page it is not is told so', async () => {
  const { page } = await world.phone('demo-committee')
  await tap(page, '#tab-work')
  await tap(page, '#cards')
  await says(page, '#cards-village', /村/)
  await tap(page, '#choose-village')
  await picture(page, '24-cards-villages')
  const other = shown(page, '[id^="choose-"].choose-line').nth(1)
  const name = (await other.innerText()).trim()
  await other.click()
  await says(page, '#cards-village', new RegExp(name))
  await page.context().close()

  const { page: member } = await world.phone('demo-member')
  await member.goto(`${world.emulator.url}/?as=demo-member&opened=1#/community/cards/index`)
  await says(member, '.page', /您现在的职务不包含这一项/)
  await member.context().close()
})

test('a poster is WeChat’s own picture, which another phone reads; without network a plain code at once', async () => {
  const { page } = await world.phone('demo-community')
  await tap(page, '#tab-work')
  await tap(page, '#show-code')
  await tap(page, '#show-poster')
  await says(page, '#poster', /打开微信“扫一扫”，扫这张码/)
  await becomes(async () => readCode(await page.screenshot())?.startsWith('P1.'), true)
  await picture(page, '09d-poster')
  await page.context().close()

  const { page: cut } = await world.phone('demo-community')
  await tap(cut, '#tab-work')
  await tap(cut, '#show-code')
  await shown(cut, '#show-poster').first().waitFor()
  await cutOff(cut, true)
  await tap(cut, '#show-poster')
  await says(cut, '#poster', /打开“先锋双岗”，点“扫码登记”.*微信“扫一扫”认不出/)
  await becomes(async () => readCode(await cut.screenshot())?.startsWith('P1.'), true)
  await cut.context().close()
})
