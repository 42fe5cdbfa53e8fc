import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page, Request } from 'playwright-core'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, codeOnScreen, cutOff, says, scanPicture, shown, tap, type World, openWorld } from './world'

let world: World
let secretary: Page

before(async () => {
  world = await openWorld()
  secretary = (await world.phone('demo-secretary')).page
  await tap(secretary, '#tab-work')
  await tap(secretary, '#show-code')
  await tap(secretary, '#open-registration')
  await secretary.locator('#code-card').waitFor()
})
after(() => world.close())

const registered = () =>
  world.emulator.database.count('facts', {
    kind: 'attendance',
    way: 'roll_call',
    recordedAt: { $gte: world.emulator.clock.now() - 600_000 },
  })

test('without network the organiser goes on ticking, and the ticks go up once when it is back', async () => {
  await tap(secretary, '#seg-roll')
  await secretary.context().setOffline(true)
  await says(secretary, '#offline-note', /没有网络，点名照常/)
  for (const name of ['夏志振', '马梅']) {
    await shown(secretary, '[id^="roll-m"]').filter({ hasText: name }).click()
    await says(secretary, '#roll-call', new RegExp(`${name} ?待上传`))
  }
  await says(secretary, '#offline-note', /2 条存在本机/)
  assert.equal(registered(), 0)

  await secretary.context().setOffline(false)
  await says(secretary, '#roll-call', /夏志振 ?点名/)
  await says(secretary, '#roll-call', /马梅 ?点名/)
  assert.equal(registered(), 2)
})

test('ticks that wait survive the page being closed', async () => {
  await secretary.context().setOffline(true)
  await says(secretary, '#offline-note', /没有网络/)
  await shown(secretary, '[id^="roll-m"]').filter({ hasText: '贾芬生' }).click()
  await says(secretary, '#roll-call', /贾芬生 ?待上传/)
  const address = secretary.url()
  await secretary.close()

  const next = await secretary.context().newPage()
  await secretary.context().setOffline(false)
  await next.goto(address)
  await tap(next, '#seg-roll')
  await says(next, '#roll-call', /贾芬生 ?点名/)
  assert.equal(registered(), 3)
  secretary = next
})

test('a member without network is shown the ways that need none, and nothing is stored', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#month', /帮扶走访/)
  await tap(secretary, '#seg-code')
  const code = await codeOnScreen(secretary)
  const before = world.emulator.database.count('facts')
  await cutOff(page, true)
  await scanPicture(page, code)
  const text = await says(page, '#refused-offline', /没连上网络/)
  assert.match(text, /我的码/)
  assert.match(text, /点名/)
  await tap(page, '#checkin #my-code')
  await says(page, '#code', /胡淑/)
  const heard = page.waitForResponse(/\/client\//)
  await cutOff(page, false)
  await page.goBack()
  await tap(page, '#scan-again')
  await page.locator('#scanner-close').click()
  await page.goBack()
  await heard
  assert.equal(world.emulator.database.count('facts'), before)
  await page.context().close()
})

/** Closes the app and opens it anew, so many days later. */
async function openAnew(page: Page, days: number): Promise<void> {
  await page.clock.setFixedTime(world.emulator.clock.now() + days * 24 * 3600 * 1000)
  // Another address is another document: nothing of the app is left but its storage.
  await page.goto(`${world.emulator.url}/?opened=${days}`)
}

async function openCold(page: Page, days: number): Promise<void> {
  await cutOff(page, true)
  await openAnew(page, days)
}

test('what was answered before it was known who asks is read without network as well', async () => {
  const { page } = await world.phone('demo-guest')
  const asks = (of: Request, action: string) => of.postData()?.includes(`"${action}"`) ?? false
  let listCame = false
  page.on('response', (answer) => {
    if (asks(answer.request(), 'activity.list')) listCame = true
  })
  await page.context().route(/\/client\//, async (route) => {
    if (asks(route.request(), 'identity.me')) await becomes(() => listCame, true)
    await route.continue()
  })
  const known = page.waitForResponse((answer) => asks(answer.request(), 'identity.me'))
  await page.goto(`${world.emulator.url}/?as=demo-member`)
  await tap(page, '#tab-activities')
  await known
  await tap(page, '#tab-home')
  await says(page, '#month', /帮扶走访/)
  await openCold(page, 1)
  await tap(page, '#tab-activities')
  await says(page, '#offline-note', /没连上网络，下面是 .* 的内容/)
  await shown(page, '[id^="activity-"]').first().waitFor()
  await page.context().close()
})

for (const elder of textSizes) {
  const size = elder ? 'in large text' : 'in normal text'
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`a member opens the app without network, the next day and forty days later, ${size}`, async () => {
    const { page } = await world.phone('demo-member', { elder })
    await says(page, '#month', /帮扶走访/)
    await openCold(page, 1)
    await says(page, '#offline-note', /没连上网络，下面是 .* 的内容/)
    await says(page, '#month', /帮扶走访/)
    await picture(page, named('13c-cold-member'))

    await openCold(page, 40)
    await says(page, '#refused-offline', /没连上网络/)
    await shown(page, '#scan-button').waitFor()
    await picture(page, named('13c-cold-later'))
    await tap(page, '#home #my-code')
    await says(page, '#code-card', /胡淑/)
    await page.context().close()
  })

  test(`an organiser opens the app without network and goes on ticking, ${size}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await shown(page, '#show-code').waitFor()
    await page.waitForLoadState('networkidle')
    await openCold(page, 0)
    await tap(page, '#tab-work')
    await says(page, '#offline-note', /没连上网络/)
    await tap(page, '#show-code')
    await tap(page, '#seg-roll')
    const tile = shown(page, '[id^="roll-m"]').filter({ hasText: '未登记' }).last()
    await tile.click()
    await says(page, '#offline-note', /没有网络，点名照常.*1 条存在本机/)
    await says(page, '#waiting-list', /可关闭手机，不会丢/)
    await shown(page, '#offline-note').evaluate((element) => element.scrollIntoView())
    await picture(page, named('13c-cold-organiser'))
    await tap(page, '.tile:has-text("待上传"), [id^="roll-m"]:has-text("待上传")')
    await tap(page, '#roll-sheet-act')
    await becomes(() => shown(page, '#waiting-list').count(), 0)
    await page.context().close()
  })
}

test('an answer that does not come in time is not called no network', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#month', /帮扶走访/)
  await page
    .context()
    .route(/\/client\//, (route) =>
      route.fulfill({ json: { errCode: -504003, errMsg: 'Invoking task timed out after 20 seconds' } }),
    )
  await openAnew(page, 0)
  await says(page, '#offline-note', /网络慢，还没有收到回音，下面是/)
  await picture(page, '13c-slow')
  await page.context().close()
})

test('a page that an answer breaks offers a fresh start, and the start leads home', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#month', /帮扶走访/)
  await page.context().route(/\/client\//, async (route) => {
    if (!route.request().postData()?.includes('progress.records')) return route.fallback()
    const response = await route.fetch()
    const answer = (await response.json()) as { result: object }
    return route.fulfill({ json: { ...answer, result: { ...answer.result, data: { year: 2026 } } } })
  })
  await tap(page, '#tab-me')
  await tap(page, '#my-records')
  await says(page, '#broken-page', /这一页没能显示出来/)
  await picture(page, '13e-fresh-start')
  await tap(page, '#fresh-start')
  await says(page, '#month', /帮扶走访/)
  await page.context().close()
})

test('an address with a percent sign that encodes nothing leaves no page blank', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#month', /帮扶走访/)
  await page.goto(`${world.emulator.url}/?as=demo-member&t=100%`)
  await says(page, '#refused-code_foreign', /这不是到会登记的码/)
  await page.goto(`${world.emulator.url}/#/pages/checkin/index?t=100%`)
  await page.reload()
  await says(page, '#checkin', /这不是到会登记的码/)
  await page.context().close()
})
