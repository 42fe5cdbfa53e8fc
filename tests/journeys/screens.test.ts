import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { says, shown, tap, type World, openWorld } from './world'

/** `SCREENS=docs/img npx tsx --test tests/journeys/screens.test.ts` renews the pictures of the README. */
const folder = process.env.SCREENS ?? path.join('.local', 'screens')

let world: World

before(async () => {
  mkdirSync(folder, { recursive: true })
  world = await openWorld()
})
after(() => world.close())

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

async function picture(page: Page, name: string): Promise<void> {
  // Rings draw themselves and sheets slide in.
  await page.waitForTimeout(500)
  assert.deepEqual(await misfits(page), [], `${name} does not fit`)
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

for (const elder of [false, true]) {
  const named = (name: string) => (elder ? `${name}-elder` : name)
  const size = elder ? 'in large text' : 'in normal text'

  test(`the member’s pages fit ${size}`, async () => {
    const { page } = await world.phone('demo-member', { elder })
    await says(page, '#month', /帮扶走访/)
    await picture(page, named('01-home'))
    await tap(page, '#tab-activities')
    await says(page, '#activities', /9月主题党日/)
    await picture(page, named('15-activities'))
    await tap(page, '#tab-messages')
    await says(page, '#messages', /9月主题党日/)
    await picture(page, named('11-messages'))
    await tap(page, '#tab-me')
    await says(page, '#my-name', /胡淑/)
    await picture(page, named('12-me'))
    await tap(page, '#my-records')
    await says(page, '#records', /9月集中学习/)
    await picture(page, named('12b-records'))
    await page.context().close()
  })

  test(`home says when everything is done, ${size}`, async () => {
    const { page } = await world.phone('demo-all-done', { elder })
    await says(page, '#headline', /本月都完成了/)
    await picture(page, named('13a-all-done'))
    await page.context().close()
  })

  test(`the secretary’s pages fit ${size}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await says(page, '#work', /9月主题党日/)
    await picture(page, named('06-work'))
    await tap(page, '[id^="progress-"]')
    await says(page, '#branch-gaps', /支部还差 2 项/)
    await picture(page, named('06-branch'))
    await shown(page, '[id^="cell-"]').filter({ hasText: '差' }).first().click()
    await says(page, '#why-sheet', /计入/)
    await picture(page, named('07-why'))
    await tap(page, '#sheet-close')
    await page.goBack()
    await tap(page, '[id^="plan-"]')
    await says(page, '#plan', /议程/)
    await picture(page, named('05-plan'))
    await page.context().close()
  })

  test(`a stranger’s welcome fits ${size}`, async () => {
    const { page } = await world.phone('demo-stranger', { elder })
    await says(page, '#welcome', /党支部/)
    await picture(page, named('00-welcome'))
    await page.context().close()
  })
}

test('the month of the last week says what is missing', async () => {
  world.emulator.clock.set(Date.parse('2026-09-25T08:05:00+08:00'))
  const { page } = await world.phone('demo-member')
  await says(page, '#headline', /本月还差 2 项/)
  await says(page, '#duty-household_visit', /还差 1 次/)
  await picture(page, '01c-home-lastweek')
  await page.context().close()
})
