import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { becomes, says, shown, still, tap, type World, openWorld } from './world'

let world: World

before(async () => {
  world = await openWorld()
  // The night has looked at whom it is suggested to talk with.
  await world.emulator.runTimer('rollup')
})
after(() => world.close())

/** The sheet counts as many lines as its number says. */
async function addsUp(page: Page, number: number): Promise<void> {
  await says(page, '#why-counted', new RegExp(`计入 ?${number} ?条`))
  assert.equal(await shown(page, '#why-counted .why-line').count(), number)
}

async function openBranch(page: Page): Promise<void> {
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await says(page, '#branch-gaps', /支部待安排 2 项/)
}

test('the secretary looks at the month, the quarter, the half-year and the year, and every cell opens its reasons', async () => {
  const { page } = await world.phone('demo-secretary')
  await openBranch(page)
  await says(page, '#members', /党员本月.*主题党日/)
  for (const [kind, when] of [
    ['quarter', /党员本季度.*主题党日.*党员大会.*党课.*交流研讨/],
    ['half', /党员本半年/],
    ['year', /党员今年.*办实事.*民主评议/],
  ] as const) {
    await tap(page, `#seg-${kind}`)
    await says(page, '#members', when)
    const cell = shown(page, '[id$="-life-theme_party_day"]').first()
    const [attended = '', held] = (await cell.innerText()).split('/')
    await cell.click()
    await says(page, '#why-sheet', /主题党日.*不设次数/)
    await addsUp(page, Number(attended))
    assert.equal(
      await shown(page, '#why-not-counted .why-line').count(),
      Number(held) - Number(attended),
      'counted and not counted together are what was held',
    )
    await tap(page, '#sheet-close')
  }
  await tap(page, '#seg-month')
  await says(page, '#members', /党员本月/)
  await page.context().close()
})

test('a past month stands as it is today, with nothing left to arrange or to tell', async () => {
  const { page } = await world.phone('demo-secretary')
  await openBranch(page)
  const address = page.url()
  await page.goto(`${address}&period=2026-08`)
  await page.reload()
  await says(page, '#members', /党员8月/)
  assert.equal(await shown(page, '#tell').count(), 0)
  assert.equal(await shown(page, '[id^="plan-"]').count(), 0)
  assert.equal(await shown(page, '#early').count(), 0)
  // Its quarter still runs: what is missing of that is not August's.
  await says(page, '#branch-gaps', /支部没有空缺.*第三季度的.*党课.*本季度暂无记录/)
  assert.doesNotMatch(await shown(page, '#branch-gaps').innerText(), /还差|去安排/)
  await tap(page, '[id^="cell-"][id$="-member_study"]')
  await says(page, '#why-sheet', /8月1日至31日/)
  await page.context().close()
})

test('the table is drawn aside under its names, and its heading follows', async () => {
  const { page } = await world.phone('demo-secretary')
  await openBranch(page)
  await still(page, '#members')
  const left = (selector: string) =>
    shown(page, selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().left)
  const name = await left('#members .mx-name')
  const under = async () => [await left('.mx-head .mx-c'), await left('[id^="row-"] .mx-c')]
  const [before = 0] = await under()
  await shown(page, '.mx-x')
    .last()
    .evaluate((element) => {
      element.scrollLeft = 60
    })
  await becomes(async () => {
    const [heading = 0, cell = 0] = await under()
    return heading < before - 40 && Math.abs(heading - cell) < 2
  }, true)
  assert.equal(await left('#members .mx-name'), name)
  await picture(page, '06b-branch-aside')
  await page.context().close()
})

test('one group alone is shown when chosen', async () => {
  const { page } = await world.phone('demo-secretary')
  await openBranch(page)
  const rows = () => shown(page, '[id^="row-"]').count()
  const all = await rows()
  await shown(page, '[id^="group-"]').filter({ hasText: '第二党小组' }).click()
  const some = await rows()
  assert.ok(some > 0 && some < all, `${some} of ${all}`)
  await tap(page, '#group-all')
  assert.equal(await rows(), all)
  await page.context().close()
})

test('a suggestion to talk is for those who run the branch, kindly worded, and not for a group leader', async () => {
  const { page } = await world.phone('demo-organisation-officer')
  await openBranch(page)
  const said = await says(page, '#early', /建议找本人谈谈.*满三个月，暂无/)
  assert.doesNotMatch(said, /欠|未达标|落后|不履行|!|！/)
  await picture(page, '06-branch-early')
  await page.context().close()
  const leader = (await world.phone('demo-leader')).page
  await tap(leader, '#tab-work')
  await tap(leader, '[id^="progress-"]')
  await says(leader, '#members', /您是党小组长，只看本组/)
  assert.equal(await shown(leader, '#early').count(), 0)
  await leader.context().close()
})

test('the 中心组: planned by the unit’s officer, seen by its members, with who was not there and why', async () => {
  const { page } = await world.phone('demo-unit-officer')
  await tap(page, '#tab-work')
  await tap(page, '[id^="unit-"]')
  await says(page, '#branch-gaps', /中心组待安排 1 项.*中心组学习.*本月暂无记录/)
  await says(page, '#unit-meetings', /暂无记录/)
  await tap(page, '#duty-unit_theory_study')
  await says(page, '#why-sheet', /县农业农村局党组.*中心组学习/)
  await addsUp(page, 0)
  await tap(page, '#sheet-close')
  await tap(page, '#seg-year')
  await says(page, '#unit-meetings', /8月中心组学习.*应到 5 人，实到 5 人.*缺席人员及原因：.+（/)
  await tap(page, '#seg-month')
  await tap(page, '#unit-plan')
  await says(page, '#field-people', /中心组 5 人/)
  await shown(page, '#plan-topic input').fill('乡村全面振兴')
  await tap(page, '#publish')
  await says(page, '#meeting', /9月中心组学习/)
  await page.goBack()
  await says(page, '#unit-meetings', /接下来.*9月中心组学习.*主题：乡村全面振兴.*应到 5 人/)
  await says(page, '#branch-gaps', /中心组的都安排了/)
  await page.context().close()

  const member = (await world.phone('demo-secretary')).page
  await tap(member, '#tab-me')
  await tap(member, '[id^="my-unit-"]')
  await says(member, '#unit-meetings', /9月中心组学习/)
  assert.equal(await shown(member, '#unit-plan').count(), 0)
  await member.context().close()
})

test('every number of the county opens: rule alone while entries are open, its parts once they are closed', async () => {
  await world.emulator.runTimer('rollup')
  const { page } = await world.phone('demo-committee')
  await tap(page, '#tab-work')
  await tap(page, '#overview')
  await tap(page, '#tally-household_visit')
  await says(page, '#county-why', /帮扶走访.*按党员计.*依据/)
  await says(page, '#county-why-open', /只看合计/)
  assert.equal(await shown(page, '#county-why-parts').count(), 0)
  await tap(page, '#sheet-close')

  const address = page.url()
  await page.goto(`${address}?period=2026-08`)
  await page.reload()
  await tap(page, '#tally-household_visit')
  await says(page, '#county-why-parts', /个支部/)
  const numbers = (await shown(page, '#county-why-parts .cw-part-n').allInnerTexts()).map((text) =>
    text.split('/').map(Number),
  )
  const sum = (place: 0 | 1) => numbers.reduce((total, each) => total + (each[place] ?? 0), 0)
  await says(page, '#county-why-number', new RegExp(`^ ?${sum(0)} ?/ ?${sum(1)} ?$`))
  await tap(page, '#sheet-close')
  await tap(page, '[id^="branch-cell-"][id$="-branch_study"]')
  await says(page, '#why-sheet', /集中学习.*计入/)
  await tap(page, '#sheet-close')
  await says(page, '#unit-table', /县农业农村局党组/)
  await tap(page, '[id^="unit-cell-"]')
  await says(page, '#why-sheet', /中心组学习.*计入/)
  await tap(page, '#sheet-close')
  await shown(page, '.ut-name').first().click()
  await tap(page, '#below-group')
  await says(page, '#unit-meetings', /已开展/)
  assert.equal(await shown(page, '#unit-plan').count(), 0)
  await page.context().close()
})

test('what the branch has not arranged yet is no gap of its members', async () => {
  world.emulator.clock.set(Date.parse('2026-11-02T09:00:00+08:00'))
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await says(page, '#branch-gaps', /集中学习/)
  const cell = shown(page, '[id$="-member_study"]').filter({ hasText: '未安排' }).first()
  await says(page, '#key-not-held', /支部还没有安排，不算本人的/)
  await cell.scrollIntoViewIfNeeded()
  await picture(page, '06-branch-not-held')
  await cell.click()
  await addsUp(page, 0)
  await page.context().close()
})
