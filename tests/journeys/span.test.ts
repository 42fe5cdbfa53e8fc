import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { openWorld, says, shown, tap, type World } from './world'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

async function openProgress(elder = false): Promise<Page> {
  const { page } = await world.phone('demo-secretary', { elder })
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  return page
}

for (const elder of textSizes) {
  const size = elder ? '-elder' : ''
  test(`a secretary finds the branch’s year behind the year of its page, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const page = await openProgress(elder)
    await says(page, '#branch', /党员本月/)
    await tap(page, '#seg-year')
    await says(page, '#branch-gaps', /支部年度/)
    await picture(page, `span-way${size}`)
    await tap(page, '#to-span')
    await says(page, '#span-card', /每月.*每季度.*每年.*已开展/)
    // What is open is told first.
    await says(page, '#span-periods', /党小组会.*应开展.*9月/)
    await picture(page, `span-branch${size}`)
    await tap(page, '#period-2026-08')
    await says(page, '#why-sheet', /党小组会/)
    await tap(page, '#sheet-close')
    await tap(page, '#span-theme_party_day')
    await says(page, '#span-periods', /主题党日.*8月 已开展/)
    await tap(page, '#seg-half')
    await says(page, '#span-card', /每月 7 8 9 10 11 12 /)
  })
}

test('the half-year of a branch is no empty page, and leads there as well', async () => {
  const page = await openProgress()
  await tap(page, '#seg-half')
  await tap(page, '#to-span')
  await says(page, '#span-card', /每月 7 8 9 10 11 12 /)
})

test('a member’s year is behind the name, and the secretary reads it as the member does', async () => {
  const page = await openProgress()
  await tap(page, '#members .mx:not(.mx-head) .mx-n')
  await says(page, '#span-card', /党费.*已完成/)
  await picture(page, 'span-member')
})

test('one’s own year is behind 我的记录', async () => {
  const { page } = await world.phone('demo-elder', { elder: true })
  await tap(page, '#tab-me')
  await tap(page, '#my-records')
  await tap(page, '#to-span')
  await says(page, '#span-card', /每月.*已完成/)
  await picture(page, 'span-own-elder')
})

for (const elder of textSizes)
  test(`one’s 学时 of the year is a sum of meetings, beside what the 条例 asks, and nothing of it is 还差, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-member', { elder })
    await tap(page, '#tab-me')
    await tap(page, '#my-records')
    await tap(page, '#to-span')
    const told = await says(page, '#study-hours', /学时 ?[\d.]+ ?学时.*到会 \d+ 场/)
    await picture(page, elder ? 'span-study-elder' : 'span-study')
    await tap(page, '#study-open')
    const sheet = await says(page, '#study-sheet', /不少于 32 学时.*56 学时.*第二十条/)
    await picture(page, elder ? 'span-study-sheet-elder' : 'span-study-sheet')
    assert.doesNotMatch(sheet, /还差|未达/)
    const listed = (await shown(page, '#study-sheet .cell-r').allInnerTexts()).map((text) =>
      Number.parseFloat(text),
    )
    assert.ok(listed.length > 5)
    assert.equal(
      listed.reduce((sum, hours) => sum + hours, 0),
      Number(/([\d.]+) ?学时/.exec(told)?.[1]),
    )
    assert.equal(listed.length, Number(/到会 (\d+) 场/.exec(told)?.[1]))
  })

test('a unit’s year is behind the year of its page', async () => {
  const { page } = await world.phone('demo-unit-officer')
  await tap(page, '#tab-work')
  await tap(page, '[id^="unit-"]')
  await tap(page, '#seg-year')
  await tap(page, '#to-span')
  await says(page, '#span-card', /已开展/)
  await picture(page, 'span-unit')
})
