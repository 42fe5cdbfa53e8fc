import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { ACTIVITY_SLOT_MS, readCode as readText } from '../../domain/checkin/code'
import { readCode } from '../browser'
import { picture as pictureOf, strip } from './pictures'
import { codeOnScreen, says, scanPicture, shown, tap, type World, openWorld } from './world'

let world: World
let secretary: Page

before(async () => {
  world = await openWorld()
})
after(() => world.close())

const total = async (key: string) =>
  Number((await shown(secretary, `#total-${key}`).first().innerText()).replace(/\D/g, ''))

test('the secretary opens today’s meeting and a code stands on the screen', async () => {
  secretary = (await world.phone('demo-secretary')).page
  await tap(secretary, '#tab-work')
  await tap(secretary, '#show-code')
  await tap(secretary, '#open-registration')
  await secretary.locator('#code-card').waitFor()
  const picture = await codeOnScreen(secretary)
  const code = readCode(picture) ?? ''
  assert.match(code, /1\.[\w-]+\.[0-9a-z]+\.[\w-]{14}$/)
  assert.equal(await total('expected'), 26)
  await pictureOf(secretary, '03-code')
})

test('a member scans the picture, sees what it counts towards, and both pages move', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#headline', /本月 4 项，已完成 2 项/)
  const registered = await total('registered')
  await scanPicture(page, await codeOnScreen(secretary))
  await says(page, '#result-title', /到会登记成功/)
  await says(page, '#result-facts', /9月主题党日/)
  await says(page, '#counts-title', /这次计入 [12] 项/)
  await pictureOf(page, '02a-registered')
  await tap(page, '#done')
  await says(page, '#month', /主题党日 ?1\/1/)
  await pictureOf(page, '01-home-after')
  await secretary.waitForFunction(
    (before) => Number(document.querySelector('#total-registered')?.textContent.replace(/\D/g, '')) > before,
    registered,
  )
  await says(secretary, '#arrivals', /胡淑/)

  await scanPicture(page, await codeOnScreen(secretary))
  await says(page, '#refused-already_registered', /您已经登记过了/)
  await pictureOf(page, '02b-already')
  await page.context().close()
})

test('on a wall of 16:9 the code fills the height, with numbers and no names beside it', async () => {
  const { page } = await world.phone('demo-organisation-officer')
  await page.setViewportSize({ width: 1280, height: 720 })
  await tap(page, '#tab-work')
  await tap(page, '#show-code')
  await says(page, '#arrivals', /胡淑/)
  await tap(page, '#big')
  const text = await says(page, '#big-screen', /9月主题党日.*应到.*已登记.*退出投屏/)
  assert.doesNotMatch(text, /胡淑/)
  const box = await shown(page, '#qr-big').first().boundingBox()
  assert.ok(box && box.height >= 0.75 * 720 && box.x < 200, JSON.stringify(box))
  assert.match(readCode(await codeOnScreen(page)) ?? '', /1\.[\w-]+\./)
  await pictureOf(page, '03-wall')
  await tap(page, '#big-close')
  await says(page, '#arrivals', /胡淑/)
  await page.context().close()
})

test('a member of another branch is a guest whom the organiser strikes out and restores', async () => {
  const { page } = await world.phone('demo-guest')
  await scanPicture(page, await codeOnScreen(secretary))
  await says(page, '#result', /列席/)
  await says(secretary, '#total-guests', /名单外 1 人/)
  await says(secretary, '#arrivals', /张敏.*名单外/)

  const strike = shown(secretary, '[id^="arrival-"]').filter({ hasText: '张敏' })
  await strike.locator('[id^="strike-"]').click()
  await tap(secretary, '#strike-reason-0')
  await tap(secretary, '#strike-confirm')
  await says(secretary, '#arrivals', /张敏 ?已撤销：不在现场/)

  await tap(page, '#done')
  await scanPicture(page, await codeOnScreen(secretary))
  await says(page, '#refused-struck_out', /这次登记被撤销了/)

  await strike.locator('[id^="restore-"]').click()
  await tap(secretary, '#strike-reason-0')
  await tap(secretary, '#strike-confirm')
  await says(secretary, '#arrivals', /张敏 ?相册识别|张敏 ?扫码|张敏 ?名单外/)
  await page.context().close()
})

/** Of a slot that has not ended by the cloud's clock. */
function isFresh(text: string): boolean {
  const code = readText(text)
  return code?.type === 'activity' && (code.slot + 1) * ACTIVITY_SLOT_MS > world.emulator.clock.now()
}

test('the same picture 46 seconds later is refused', async () => {
  const { page } = await world.phone('demo-elder')
  const old = await codeOnScreen(secretary)
  world.emulator.clock.advance(46_000)
  await scanPicture(page, old)
  await says(page, '#refused-code_expired', /这张码已经换新/)
  await pictureOf(page, '02c-expired')
  const before = await total('registered')
  assert.equal(await shown(secretary, '[id^="arrival-"]').filter({ hasText: '宋小' }).count(), 0)

  // The organiser's phone hears the new time with its next answer.
  await scanPicture(page, await codeOnScreen(secretary, isFresh), '#scan-again')
  await says(page, '#result-title', /到会登记成功/)
  await secretary.waitForFunction(
    (count) => Number(document.querySelector('#total-registered')?.textContent.replace(/\D/g, '')) > count,
    before,
  )
  await page.context().close()
})

test('a stranger who scans is asked for consent first, then led to binding, and is not registered', async () => {
  const { page } = await world.phone('demo-stranger')
  const facts = world.emulator.database.count('facts')
  const text = readCode(await codeOnScreen(secretary))?.replace(/^.*[?&]t=/, '') ?? ''
  await page.goto(`${world.emulator.url}/?as=demo-stranger&t=${encodeURIComponent(text)}`)
  await tap(page, '#consent-tick')
  await tap(page, '#agree')
  await says(page, '#checkin', /码已认出/)
  await shown(page, '#checkin #bind-form').waitFor()
  assert.equal(world.emulator.database.count('facts'), facts)
  await page.context().close()
})

test('a request to bind made at the door is approved on the organiser’s page and goes on by itself', async () => {
  const { page } = await world.phone('demo-newcomer')
  await scanPicture(page, await codeOnScreen(secretary))
  await says(page, '#checkin #bind-form', /党支部/)
  await tap(page, '#checkin #bind-branch')
  await shown(page, '#checkin #branch-search input').fill('农业')
  await shown(page, '#checkin #branch-sheet [id^="branch-o"]')
    .filter({ hasText: '县农业农村局党支部' })
    .click()
  await shown(page, '#checkin #bind-name input').fill('姜松')
  await shown(page, '#checkin #bind-tail input').fill('2684')
  await tap(page, '#checkin #bind-submit')
  await says(page, '#checkin #bind-waiting', /支部/)

  const request = shown(secretary, '[id^="bind-yes-"]')
  await says(secretary, '#bind-requests', /姜松/)
  const card = shown(secretary, '#bind-requests [id^="bind-"]').filter({ hasText: '姜松' })
  assert.ok((await request.count()) > 0)
  await card.locator('[id^="bind-yes-"]').first().click()
  await says(page, '#result-title', /到会登记成功/)
  await says(secretary, '#arrivals', /姜松/)
  await page.context().close()
})

test('a tick, the roll, closing, settling and the record', async () => {
  await tap(secretary, '#seg-roll')
  const before = await total0(secretary)
  const own = shown(secretary, '[id^="roll-m"]').filter({ hasText: '宋秀国' })
  await own.click()
  await says(secretary, '.taro__modal, .taro-modal, body', /要请另一位同志确认/)
  await secretary.getByText('知道了').last().click()
  const tile = shown(secretary, '[id^="roll-m"]')
    .filter({ hasText: '未登记' })
    .filter({ hasNotText: '宋秀国' })
    .first()
  await tile.click()
  await secretary.waitForFunction(
    (count) =>
      Number(/已登记 (\d+)/.exec(document.querySelector('#roll-summary')?.textContent ?? '')?.[1]) > count,
    before,
  )
  await tap(secretary, '#roll-done')
  await tap(secretary, '#close-registration')
  await tap(secretary, '#change-confirm')
  await tap(secretary, '#to-record')
  await says(secretary, '#record', /还有 \d+ 人未定/)
  for (;;) {
    const left = await shown(secretary, '#unsettled [id^="absent-"]').count()
    if (left === 0) break
    await tap(secretary, '#unsettled [id^="absent-"]')
    await tap(secretary, '#reason-private_matter')
    await tap(secretary, '#reason-confirm')
    await shown(secretary, '#unsettled [id^="absent-"]')
      .nth(left - 1)
      .waitFor({ state: 'detached' })
  }
  await tap(secretary, '#confirm-record')
  await says(secretary, '#confirm-sheet', /应到.*实到.*成册以后，各栏不再改动/)
  await pictureOf(secretary, '16d-confirm')
  await tap(secretary, '#confirm-yes')
  await says(secretary, '#record', /已成册/)
})

test('the record leaves as Word, as the filled sheet, and column by column', async () => {
  await shown(secretary, '#meeting-papers').evaluate((element) => element.scrollIntoView())
  await pictureOf(secretary, '16c-papers')
  await tap(secretary, '#export-minutes')
  await says(secretary, '#paper-name', /-2026-09-22-主题党日-会议记录\.docx$/)
  await pictureOf(secretary, '20c-minutes-done')
  await tap(secretary, '#sheet-close')
  await tap(secretary, '#export-sheet')
  await says(secretary, '#paper-name', /-到会登记表\.docx$/)
  await tap(secretary, '#sheet-close')
  await tap(secretary, '#copy-fields')
  await says(secretary, '#copy-sheet', /已复制 0\/11/)
  await pictureOf(secretary, '16b-copy')
  await tap(secretary, '#sheet-close')
})

test('the branch page shows the meeting as held', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await says(page, '#branch-gaps', /支部待安排 2 项/)
  await pictureOf(page, '06-branch-after')
  await shown(page, '[id^="cell-"]').filter({ hasText: '差' }).first().click()
  await says(page, '#why-sheet', /计入/)
  await pictureOf(page, '07-why-after')
  await strip(world.browser, [
    '03-code',
    '02a-registered',
    '01-home-after',
    '06-branch-after',
    '07-why-after',
  ])
  await page.context().close()
})

async function total0(page: Page): Promise<number> {
  const text = await shown(page, '#roll-summary').first().innerText()
  return Number(/已登记 (\d+)/.exec(text)?.[1])
}
