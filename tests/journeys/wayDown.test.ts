import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { haveFirstAdmin } from '../../scripts/lib/firstAdmin'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { picture } from './pictures'
import { Thumb } from './taps'
import { textSizes } from './shortRun'
import { agree, cutOff, openWorld, says, shown, tap, type, type World } from './world'

let world: World
before(async () => {
  world = await openWorld()
  await world.emulator.runTimer('rollup')
})
after(() => world.close())

for (const elder of textSizes) {
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
    await tap(page, '#span-2026-H1')
    await says(page, '#span-card', /每月.*主题党日/)
    await tap(page, '#seg-half')
    await tap(page, '#period-2026-06')
    await says(page, '#why-sheet', /计入/)
    await tap(page, '#sheet-close')
    await tap(page, '#nav-back')
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

for (const elder of textSizes)
  test(`what waits in the county stands on one page, the committee’s own first, each with its way, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#overview')
    await tap(page, '#waits')
    await says(page, '#waits-others', /在支部、社区和村里等着的.*绑定申请.*等支部同意.*1 件.*帮办实事/)
    await picture(page, `22-waits${elder ? '-elder' : ''}`)
    await tap(page, '#others-binding')
    await says(page, '#waits-places', /县农业农村局党支部.*1 件/)
    await tap(page, '#waits-places [id^="place-"]')
    await says(page, '#organisation', /支委会|书记/)
    await page.context().close()
  })

test('whoever inspects one unit walks from 工作 to its branches’ closed months, and nowhere else', async () => {
  const [unit] = world.emulator.database.find('organisations', { name: '县农业农村局党组' })
  const inspector = {
    ...{
      _id: 'phone-of-inspector',
      state: 'bound',
      requestId: 'request-of-inspector',
      requestedAt: 1,
      boundAt: 1,
    },
    ...{ name: '巡察组', updatedAt: new Date(1) },
    grants: [{ role: 'inspector', organisationId: String(unit?._id), from: '2026-01-01' }],
  }
  world.emulator.database.insertMany('identities', [inspector])
  const { page } = await world.phone('phone-of-inspector')
  await agree(page)
  await tap(page, '#tab-work')
  await tap(page, '[id^="inspect-"]')
  await says(page, '#below', /8月单位合计/)
  assert.equal(await shown(page, '#crumb-0').count(), 0)
  await tap(page, '[id^="branch-name-"]')
  await says(page, '#month', /只有人数，不列姓名/)
  await tap(page, '#item-group_meeting')
  await tap(page, '[id^="of-item-"]')
  await says(page, '#seen-absent', /缺席人员及原因.*谁看过我的记录/)
  await page.context().close()
})

test('without network a level that was not opened yet says so, and what is open goes on', async () => {
  const { page } = await world.phone('demo-committee')
  await tap(page, '#tab-work')
  await tap(page, '#overview')
  await says(page, '#branch-table', /县农业农村局/)
  await cutOff(page, true)
  await tap(page, '[id^="branch-name-"]')
  await says(page, '#month', /没连上|网络/)
  await picture(page, '22-month-offline')
  await cutOff(page, false)
  await page.goBack()
  await says(page, '#branch-table', /县农业农村局/)
  await page.context().close()
})

test('on the first day of a county its way down says what there is and shows no empty rows', async () => {
  const first = await openWorld(demoMoment, { seed: 'none', identities: [] })
  try {
    const { page } = await first.phone('phone-of-admin')
    await agree(page)
    await tap(page, '#to-about')
    await tap(page, '#about-admin')
    await type(page, '#admin-token', haveFirstAdmin(first.emulator) ?? '')
    await type(page, '#admin-name', '汪广立')
    await tap(page, '#admin-send')
    await tap(page, '#organisations')
    await tap(page, '#organisation-found')
    await type(page, '#organisation-name', '县林业局党支部')
    await tap(page, '#field-parent')
    await shown(page, '#choose-sheet .choose-line').first().click()
    await tap(page, '#change-next')
    await tap(page, '#change-yes')
    await says(page, '#tree', /县林业局党支部/)
    await tap(page, '#nav-back')
    await tap(page, '#overview')
    await says(page, '#overview', /还在汇总/)
    await first.emulator.runTimer('rollup')
    await tap(page, '#near-2026-H1')
    await says(page, '#nothing-asked', /这段时间没有要求的事项/)
    assert.equal(await shown(page, '#branch-table').count(), 0)
    await picture(page, '22-first-half')
    await tap(page, '#find')
    await tap(page, '#tree [id^="node-"]:has-text("县林业局党支部")')
    await says(page, '#month', /0 ?党员.*0 ?场会/)
    await picture(page, '22-first-month')
    await page.goBack()
    await page.goBack()
    await tap(page, '#waits')
    await says(page, '#waits', /没有等着办的|请工委办的/)
    await page.context().close()
  } finally {
    await first.close()
  }
})
