import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type County, openCounty } from '../../scripts/lib/openCounty'
import { demoMoment } from '../../scripts/seed/seed'
import { launchBrowser, openPhone, type Phone } from '../browser'
import { readSecrets, secretsIn, textsBelow } from './secrets'

export interface World extends County {
  browser: Browser
  /**
   * A phone in the hands of a demo identity. At `close` the journey fails when a page threw, or when the store or an answer holds an ID
   * number, a full phone number or a birth date of the register.
   */
  phone: (as: string, options?: { elder?: boolean }) => Promise<Phone>
  close: () => Promise<void>
}

/** The demo branch at the demo moment, on a local cloud and in a browser of its own. */
export async function openWorld(at = demoMoment): Promise<World> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'journey-'))
  const county = await openCounty({ port: 0, dataDir, at, seed: 'branch', help: false }, () => undefined)
  const browser = await launchBrowser()
  const secrets = await readSecrets()
  const thrown: string[] = []
  const told: Promise<string[]>[] = []
  const listen = (page: Page, as: string) => {
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
    ...county,
    browser,
    phone: async (as, { elder = false } = {}) => {
      const phone = await openPhone(browser, { url: county.emulator.url, as, elder }, (page) =>
        listen(page, as),
      )
      return phone
    },
    close: async () => {
      await browser.close()
      await county.emulator.close()
      const stored = textsBelow(dataDir).flatMap((text) => secretsIn(text, secrets))
      rmSync(dataDir, { recursive: true, force: true })
      assert.deepEqual(thrown, [], 'a page threw')
      assert.deepEqual(stored, [], 'the store holds what must not be kept')
      assert.deepEqual((await Promise.all(told)).flat(), [], 'an answer tells what must not be told')
    },
  }
}

/** Taro keeps earlier pages of the stack in the document, hidden: only what is shown counts. */
export const shown = (page: Page, selector: string) => page.locator(`${selector}:visible`)

const whole = async (page: Page) =>
  (await page.locator('body').innerText()).replace(/\s+/g, ' ').slice(0, 600)

export async function tap(page: Page, selector: string): Promise<void> {
  try {
    await shown(page, selector).first().click({ timeout: 15_000 })
  } catch (error) {
    throw new Error(`${selector} cannot be tapped; the page says: ${await whole(page)}`, { cause: error })
  }
}

/** Waits until the text of what is shown matches. */
export async function says(page: Page, selector: string, wanted: RegExp): Promise<string> {
  const end = Date.now() + 15_000
  for (;;) {
    const text = (await shown(page, selector).allInnerTexts()).join(' ').replace(/\s+/g, ' ')
    if (wanted.test(text)) return text
    if (Date.now() > end) {
      assert.fail(
        `${selector} never said ${String(wanted)} but "${text}"; the page says: ${await whole(page)}`,
      )
    }
    await page.waitForTimeout(100)
  }
}

/** Shows a picture to the scanner of a phone, through its album. */
export async function scanPicture(page: Page, picture: Buffer, button = '#scan-button'): Promise<void> {
  await tap(page, button)
  await page
    .locator('#scanner-file')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
}
