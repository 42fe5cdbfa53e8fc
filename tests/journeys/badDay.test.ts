import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { isLongRun } from '../../emulator/testing/longRun'
import { acts, everyPage, everyRoute, type EveryRoute, urlOf } from './everyPage'
import { Line } from './line'
import { becomes, openWorld, shown, tap, type World } from './world'

/** Not 没有网络也能出示, which is said of a code. */
const noNetwork = /没连上网络|没有网络(?!也)/
const slow = '网络慢，还没有收到回音'
/** Longer than an answer is waited for (src/cloud/unreached.ts), of an import too; ms. */
const beyondPatience = 70_000

interface Phone {
  page: Page
  line: Line
}

let world: World
let pages: Awaited<ReturnType<typeof everyPage>>
const phones = new Map<string, Promise<Phone>>()
let opened = 0

before(async () => {
  world = await openWorld()
  await world.emulator.runTimer('rollup')
  pages = await everyPage(world)
})
after(() => world.close())

async function phoneOf(as: string) {
  const found = phones.get(as)
  if (found) return found
  const made = world.phone(as).then(async ({ page }) => {
    // Time stands as the cloud has it, and five seconds or a minute pass when the test says so.
    await page.clock.install({ time: world.emulator.clock.now() })
    return { page, line: await Line.of(page) }
  })
  phones.set(as, made)
  return made
}

const textOf = async (page: Page) =>
  (await shown(page, '.page').allInnerTexts()).join(' ').replace(/\s+/g, ' ')
const bodyOf = async (page: Page) => (await shown(page, '.page-body').allInnerTexts()).join('').trim()
const opening = (page: Page) => shown(page, '#skeleton').count()

/** Something sensible stands: the shape of what is coming, or words. */
const stands = (page: Page) =>
  becomes(async () => (await opening(page)) > 0 || (await bodyOf(page)).length > 0, true)

/** The page has got what it asked for, and says nothing of the network any more. */
const isThere = (page: Page) =>
  becomes(async () => {
    if ((await opening(page)) > 0 || (await bodyOf(page)) === '') return 'nothing'
    const text = await textOf(page)
    return noNetwork.exec(text)?.[0] ?? (text.includes(slow) ? slow : '')
  }, '')

/** Taps 再试一次 or 重试, unless the page has asked again by itself. */
const askAgain = (page: Page) =>
  becomes(async () => {
    const buttons = shown(page, '#try-again, #offline-retry')
    const again = await buttons.evaluateAll(
      (found: HTMLElement[]) => found.map((each) => each.click()).length,
    )
    return again > 0 || !(await textOf(page)).includes(slow)
  }, true)

/** In a document of its own, on a line that is as it is to be from its beginning on: what the document before still asks is not this one's. */
async function openCold(
  { page, line }: Phone,
  route: EveryRoute,
  how: 'hold' | 'cut' | 'letGo',
  as = pages[route].as,
): Promise<void> {
  await page.goto('about:blank')
  line[how]()
  opened++
  await page.goto(urlOf(world, route, { ...pages[route], as }, opened))
  await stands(page)
}

for (const route of everyRoute) {
  test(`${route}: an answer of five seconds is waited for, one that never comes is called slow, no network is said`, async () => {
    const phone = await phoneOf(pages[route].as)
    const { page, line } = phone
    await openCold(phone, route, 'hold')
    assert.doesNotMatch(await textOf(page), noNetwork, 'before an answer is due')
    await page.clock.fastForward(5000)
    await stands(page)
    assert.doesNotMatch(await textOf(page), noNetwork, 'after five seconds')
    assert.ok(!(await textOf(page)).includes(slow), 'after five seconds')
    const { without } = pages[route]
    const asks = line.asked.length > 0 && !without
    // In `npm test` the same opening is waited out; each page is seen to come late in `test:full`.
    if (isLongRun()) {
      line.letGo()
      await isThere(page)
      await openCold(phone, route, 'hold')
      // The phone's patience begins when it has asked, and a busy machine takes its time until then.
      if (asks) await becomes(() => line.asked.length > 0, true)
    }
    await page.clock.fastForward(beyondPatience)
    await stands(page)
    if (asks) await becomes(async () => (await textOf(page)).includes(slow), true)
    if (without) await shown(page, without).first().waitFor()
    assert.doesNotMatch(await textOf(page), noNetwork, 'an answer that never comes')
    line.letGo()
    if (asks) {
      await askAgain(page)
      await isThere(page)
    }

    await openCold(phone, route, 'cut')
    if (asks) await becomes(async () => noNetwork.test(await textOf(page)), true)
    if (without) await shown(page, without).first().waitFor()
    line.letGo()
  })
}

for (const route of everyRoute) {
  const act = acts[route]
  if (!act) continue
  test(`${route}: two taps are one act, and who goes back in the middle finds the page before`, async () => {
    const { as, params } = pages[route]
    const phone = await phoneOf(as)
    const { page, line } = phone
    await openCold(phone, 'about', 'letGo', as)
    await page.evaluate(
      (address) => {
        window.location.hash = address
      },
      urlOf(world, route, { as, ...(params && { params }) }).split('#')[1] ?? '',
    )
    const last = act.taps.length - 1
    for (const selector of act.taps.slice(0, last)) await tap(page, selector)
    const button = shown(page, act.taps[last] ?? '').first()
    await button.waitFor()
    line.hold()
    await button.evaluate((element: HTMLElement) => {
      element.click()
      element.click()
    })
    await becomes(() => line.asked.includes(act.does), true)
    await page.goBack()
    await becomes(() => shown(page, '#about-page').count(), 1)
    line.letGo()
    await becomes(() => line.asked.filter((action) => action === act.does).length, 1)
    await stands(page)
  })
}
