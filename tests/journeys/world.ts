import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Action } from '../../domain/contract/actions'
import type { Emulator } from '../../emulator/types'
import { openCounty } from '../../scripts/lib/openCounty'
import type { DemoIdentity } from '../../scripts/seed/identities'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { launchBrowser, openPhone, type Phone, readCode } from '../browser'
import { patience } from '../patience'
import { seededFolder } from '../seededFolder'
import { readSecrets, secretsIn, tellingLines, textsBelow } from './secrets'
import { unhurried } from '../unhurried'
import { inTurn, waitsForAnswer } from './underWay'

export interface World {
  emulator: Emulator
  browser: Browser
  /**
   * A phone in the hands of a demo identity. At `close` the journey fails when a page threw, or when the store or an answer holds an ID
   * number, a full phone number or a birth date of the register, or a log one of these or a member's name.
   */
  phone: (as: string, options?: { elder?: boolean }) => Promise<Phone>
  close: () => Promise<void>
}

/** The demo branch at the demo moment, or a county that nobody has entered yet, on a local cloud and in a browser of its own. */
export async function openWorld(
  at = demoMoment,
  county: { seed: 'branch' } | { seed: 'none'; identities: readonly DemoIdentity[] } = { seed: 'branch' },
): Promise<World> {
  const dataDir =
    county.seed === 'branch'
      ? await seededFolder('journey-', at)
      : mkdtempSync(path.join(tmpdir(), 'journey-'))
  const logged: string[] = []
  const { emulator } = await openCounty(
    { port: 0, dataDir, at, ...county, help: false, settings: unhurried },
    (line) => logged.push(line),
  )
  return worldOver(emulator, dataDir, logged)
}

/** Phones of a local cloud that runs over a folder; both are gone after `close`. */
export async function worldOver(
  emulator: Emulator,
  dataDir: string,
  logged: readonly string[] = [],
): Promise<World> {
  const browser = await launchBrowser()
  const secrets = await readSecrets()
  const thrown: string[] = []
  const told: Promise<string[]>[] = []
  const listen = (page: Page, as: string) => {
    inTurn(page, answered)
    page.on('pageerror', (error) => thrown.push(`${as}: ${error.message}`))
    page.on('response', (response) => {
      if (!response.url().includes('/client/')) return
      // An answer whose page is gone has no body any more.
      told.push(
        response.text().then(
          (text) => secretsIn(text, secrets),
          () => [],
        ),
      )
    })
  }
  return {
    emulator,
    browser,
    phone: async (as, { elder = false } = {}) => {
      const phone = await openPhone(browser, { url: emulator.url, as, elder }, (page) => listen(page, as))
      return phone
    },
    close: async () => {
      await browser.close()
      const names = emulator.database.find('members').map(({ name }) => String(name))
      await emulator.close()
      const stored = textsBelow(dataDir).flatMap((text) => secretsIn(text, secrets))
      rmSync(dataDir, { recursive: true, force: true })
      assert.deepEqual(thrown, [], 'a page threw')
      assert.deepEqual(stored, [], 'the store holds what must not be kept')
      assert.deepEqual(tellingLines(logged, names, secrets), [], 'a log tells what must not be told')
      assert.deepEqual((await Promise.all(told)).flat(), [], 'an answer tells what must not be told')
    },
  }
}

/** Taro keeps earlier pages of the stack in the document, hidden: only what is shown counts. */
export const shown = (page: Page, selector: string) => page.locator(`${selector}:visible`)

const whole = async (page: Page) =>
  (await page.locator('body').innerText()).replace(/\s+/g, ' ').slice(0, 600)

/**
 * Taps what is or will be on the screen. A tab's page has been left for the other when this ends: each has its own bar, and a tap on the bar
 * of the page before would lead nowhere.
 */
export async function tap(page: Page, selector: string): Promise<void> {
  try {
    await shown(page, selector).first().click({ timeout: patience })
    const tab = /^#tab-(\w+)$/.exec(selector)?.[1]
    if (tab) await shown(page, `#${tab}`).first().waitFor({ timeout: patience })
  } catch (error) {
    throw new Error(`${selector} cannot be tapped; the page says: ${await whole(page)}`, { cause: error })
  }
}

/** Types into a field of the page. */
export const type = (page: Page, field: string, text: string) =>
  shown(page, `${field} input`).first().fill(text)

/** Reads the privacy text and agrees to it. */
export async function agree(page: Page): Promise<void> {
  await says(page, '#consent-text', /单独|敏感/)
  await tap(page, '#consent-tick')
  await tap(page, '#agree')
}

/** Waits until the text of what is shown matches. */
export async function says(page: Page, selector: string, wanted: RegExp): Promise<string> {
  let text = ''
  const matches = async () => {
    text = (await shown(page, selector).allInnerTexts()).join(' ').replace(/\s+/g, ' ')
    return wanted.test(text)
  }
  await becomes(matches, true).catch(async () =>
    assert.fail(
      `${selector} never said ${String(wanted)} but "${text}"; the page says: ${await whole(page)}`,
    ),
  )
  return text
}

/** Looks again and again until what is read is what is wanted: the state of a page, or of the store. */
export async function becomes<T>(read: () => T | Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    const found = await read()
    if (found === wanted) return
    if (Date.now() > end) assert.equal(found, wanted)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits until the phones but this one, if any, have their answers. */
export const answered = (but?: Page) => becomes(() => waitsForAnswer(but), false)

/** Waits until something stands still: pages and sheets slide in, rows glide. */
export async function still(page: Page, selector: string): Promise<void> {
  await shown(page, selector).first().waitFor()
  let before = ''
  await becomes(async () => {
    const box = JSON.stringify(await shown(page, selector).first().boundingBox())
    const same = box === before
    before = box
    return (
      same &&
      (await page.evaluate(() => document.getAnimations().every(({ playState }) => playState !== 'running')))
    )
  }, true)
}

/** The chosen row of the platform's wheel stands so far down on the screen, under a mask that hears the taps. */
const middle = 844 - 119
/** Three rows on each side of it are in sight. */
const sight = 102

/** Turns the open wheel until this row is chosen, and takes it. */
export async function turnTo(page: Page, row: string): Promise<void> {
  const item = shown(page, '.weui-picker__item').getByText(row, { exact: true })
  const isChosen = async () => {
    await still(page, `.weui-picker__item:has-text("${row}")`)
    const box = await item.boundingBox()
    assert.ok(box, `${row} is not on offer`)
    const off = box.y + box.height / 2 - middle
    if (Math.abs(off) < 5) return true
    // A busy phone may not hear one: it is tapped again from where the wheel stands.
    await page.touchscreen.tap(box.x + box.width / 2, middle + Math.max(-sight, Math.min(sight, off)))
    return false
  }
  await becomes(isChosen, true)
  await shown(page, '.weui-picker__action').last().click()
}

/**
 * A picture of the screen with a code on it, one that is wanted. In points, not in the finer pixels: what can be read so is not a small code that is just
 * being drawn larger.
 */
export async function codeOnScreen(
  page: Page,
  isWanted: (code: string) => boolean = () => true,
): Promise<Buffer> {
  let picture: Buffer = Buffer.alloc(0)
  await becomes(async () => {
    picture = await page.screenshot({ scale: 'css' })
    const code = readCode(picture)
    return code !== null && isWanted(code)
  }, true)
  return picture
}

/** The answer to the next call of this action. */
export const answerTo = (page: Page, action: Action) =>
  page.waitForResponse((response) => response.request().postData()?.includes(`"${action}"`) ?? false)

/**
 * Cuts the phone off the cloud, or lets it back. The page's own files still load: on a real phone they are in the package, only the cloud is
 * out of reach.
 */
export async function cutOff(page: Page, cut: boolean): Promise<void> {
  const context = page.context()
  if (cut) await context.route(/\/client\//, (route) => route.abort('internetdisconnected'))
  else {
    await context.unroute(/\/client\//)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
  }
}

/** Shows a picture to the scanner of a phone, through its album. */
export async function scanPicture(page: Page, picture: Buffer, button = '#scan-button'): Promise<void> {
  await tap(page, button)
  await page
    .locator('#scanner-file')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
}
