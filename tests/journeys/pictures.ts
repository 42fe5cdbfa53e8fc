import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { isShortRun } from './shortRun'
import { becomes, still } from './world'

const folder = path.join('.local', 'screens')
mkdirSync(folder, { recursive: true })
/** There are hundreds. */
const isTaken = !isShortRun

/** What stands beyond the screen's edge, or is cut off without saying so. */
async function misfits(page: Page): Promise<string[]> {
  // The compiler of the tests names inner functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named')
  return page.evaluate(() => {
    const seen = (element: Element) => element.getClientRects().length > 0
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/(auto|scroll)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    return [...document.querySelectorAll('.page *')]
      .filter(
        (element) => seen(element) && element.children.length === 0 && element.textContent.trim() !== '',
      )
      .filter((element) => {
        const { right, left } = element.getBoundingClientRect()
        const style = getComputedStyle(element)
        const cut =
          style.overflowX === 'hidden' &&
          style.textOverflow !== 'ellipsis' &&
          element.scrollWidth > element.clientWidth + 1
        return cut || ((right > window.innerWidth + 0.5 || left < -0.5) && !scrolls(element.parentElement))
      })
      .map((element) => `${element.className}: ${element.textContent}`)
  })
}

/** A part that scrolls does so only once its component has come to life, which on a busy machine is after its first paint. */
const scrolls = (page: Page) =>
  becomes(
    () =>
      page.evaluate(() =>
        [...document.querySelectorAll('taro-scroll-view-core')].every(({ className }) =>
          className.includes('taro-scroll-view__scroll'),
        ),
      ),
    true,
  )

/** Sees that everything on a screen fits, and takes a picture of it. */
export async function picture(page: Page, name: string): Promise<void> {
  await scrolls(page)
  // Sheets and results slide in.
  await still(page, '.page')
  assert.deepEqual(await misfits(page), [], `${name} does not fit`)
  if (isTaken) await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

/** The named pictures side by side, a third of a screen's width each: `.local/screens/strip.png`, which the README shows. */
export async function strip(browser: Browser, names: readonly string[]): Promise<void> {
  if (!isTaken) return
  const images = names.map((name) => {
    const data = readFileSync(path.join(folder, `${name}.png`)).toString('base64')
    return `<img src="data:image/png;base64,${data}" style="width:260px;border-radius:14px;border:1px solid #DAD3CA">`
  })
  const page = await browser.newPage({ viewport: { width: names.length * 278 + 16, height: 600 } })
  await page.setContent(
    `<body style="margin:0;padding:16px;display:flex;gap:16px;background:#EBE6DF">${images.join('')}</body>`,
  )
  await page.screenshot({ path: path.join(folder, 'strip.png'), fullPage: true })
  await page.close()
}
