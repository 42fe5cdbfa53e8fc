import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { Thumb } from './taps'
import { says, shown, tap, type World, openWorld } from './world'

let world: World
before(async () => {
  world = await openWorld()
  await world.emulator.runTimer('rollup')
})
after(() => world.close())

for (const elder of [false, true]) {
  const size = elder ? '-elder' : ''
  const text = elder ? 'in large text' : 'in normal text'

  test(`which branches have no 主题党日 on record in the first half-year takes the committee four taps from home, ${text}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    const thumb = new Thumb(page)
    await thumb.tap('#tab-work')
    await thumb.tap('#overview')
    await thumb.tap('#near-2026-H1')
    await says(page, '#county-totals', /上半年全县合计.*每月组织开展.*主题党日.*每月党员参加.*每季度组织开展/)
    await picture(page, `22-half${size}`)
    await thumb.tap('#tally-theme_party_day')
    const said = await says(page, '#county-why-parts', /个支部有暂无记录的.*月暂无记录|个支部 ?合计/)
    await picture(page, `22-half-parts${size}`)
    assert.ok(thumb.taps <= 4, `${thumb.taps} taps`)
    assert.doesNotMatch(said, /[%％]/)
    await page.context().close()
  })

  test(`the committee walks from the county to a unit, a branch, its closed month, a meeting and its record, and back, ${text}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#overview')
    await tap(page, '#find')
    await shown(page, '#tree-search input').fill('农业农村')
    await says(page, '#tree', /县农业农村局党组/)
    await picture(page, `22-find${size}`)
    await tap(page, '#tree [id^="node-"]:has-text("县农业农村局党组")')
    await says(page, '#below', /县直机关.*县农业农村局.*8月单位合计/)
    await picture(page, `22-unit${size}`)
    await tap(page, '[id^="branch-name-"]')
    await says(page, '#month', /党员.*场会.*其中补录.*已成册.*8月已结束，9月7日录入截止.*党员参加.*只有人数/)
    await picture(page, `22-month${size}`)
    await tap(page, '#item-theme_party_day')
    await says(page, '#seen-rows', /应到.*实到.*主持/)
    await picture(page, `22-meeting${size}`)
    // Back by the levels above it: each is where it was left.
    await tap(page, '#crumb-2')
    await says(page, '#month-of', /2026年8月/)
    await tap(page, '#crumb-1')
    await says(page, '#below', /8月单位合计/)
    await tap(page, '#crumb-0')
    await says(page, '#county-totals', /9月全县合计/)
    await page.context().close()
  })
}
