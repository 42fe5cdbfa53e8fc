import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { answerTo, openWorld, says, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

async function work(as: string): Promise<Page> {
  const { page } = await world.phone(as)
  await tap(page, '#tab-work')
  return page
}

test('the village confirms the visits it knows of, and they count for the month', async () => {
  const page = await work('demo-village')
  await tap(page, '[id^="visits-"]')
  const rows = shown(page, '#pending-visits .check-row')
  await rows.first().waitFor()
  const waiting = await rows.count()
  const before = Number(/已确认走访 (\d+) 次/.exec(await says(page, '#confirmed-this-month', /\d/))?.[1])
  await tap(page, '#check-all')
  await says(page, '#check-confirm', /请至少选一项/)
  await tap(page, '#check-all')
  await says(page, '#check-confirm', new RegExp(`确认 ${waiting} 次走访`))
  await tap(page, '#check-confirm')
  await says(page, '#confirmed-this-month', new RegExp(`已确认走访 ${before + waiting} 次`))
  await says(page, '#nothing-pending', /没有待确认的走访/)
  await page.context().close()
})

test('dues: one tap records, another takes back, the rest in one go', async () => {
  const page = await work('demo-secretary')
  await tap(page, '[id^="dues-o"]')
  const summary = await says(page, '#dues-summary', /已交 \d+，未记 \d+/)
  const [paid = 0, left = 0] = (summary.match(/\d+/g) ?? []).map(Number)
  const tile = shown(page, '[id^="dues-m"]').filter({ hasText: '未记' }).first()
  const name = await tile.locator('.tile-n').innerText()
  // The page shows an act before its answer is there: each answer is waited for, or the next one would be taken for it.
  const ticked = answerTo(page, 'deed.tick')
  await tile.click()
  await says(page, '#dues-summary', new RegExp(`已交 ${paid + 1}，未记 ${left - 1}`))
  await ticked

  const takenBack = answerTo(page, 'deed.tick')
  await shown(page, '[id^="dues-m"]').filter({ hasText: name }).click()
  await tap(page, '#reason-confirm')
  await says(page, '#dues-summary', new RegExp(`已交 ${paid}，未记 ${left}`))
  await takenBack

  const kept = answerTo(page, 'deed.tick')
  await tap(page, '#dues-rest')
  await tap(page, '#reason-confirm')
  await says(page, '#dues-summary', new RegExp(`${paid + left} 人都已交`))
  // Kept, not only shown; and opened anew the phone does not take its own wrong clock for the month.
  await kept
  await page.reload()
  await says(page, '#dues-summary', new RegExp(`${paid + left} 人都已交`))
  await page.context().close()
})

test('the county has no numbers before its first roll-up', async () => {
  const page = await work('demo-committee')
  await tap(page, '#overview')
  await says(page, '#no-rollup', /还在汇总/)
  await page.context().close()
})

test('whom WeChat does not reach stands on the list until told, and again when that is taken back', async () => {
  world.emulator.clock.set(Date.parse('2026-09-24T09:05:00+08:00'))
  await world.emulator.invoke('remind', {}, {})
  const page = await work('demo-secretary')
  await tap(page, '[id^="tell-o"]')
  await says(page, '#tell', /还没告诉 \d+ 人/)
  const first = shown(page, '[id^="told-gap_"]').first()
  const id = (await first.getAttribute('id'))?.slice('told-'.length) ?? ''
  assert.notEqual(id, '')
  await first.click()
  await says(page, '#tell', /已告诉 1 人/)
  await tap(page, `#untold-${id}`)
  await shown(page, `#told-${id}`).waitFor()
  await page.context().close()
})
