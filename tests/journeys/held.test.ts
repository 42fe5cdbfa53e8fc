import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { enterPaperMeeting, Thumb } from './taps'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, turnTo, type World } from './world'

/** Last Friday's meeting, held on paper and never planned: entered in one go, and confirmed by another. */
let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const facts = (activityId: string) =>
  world.emulator.database.count('facts', { activityId, kind: 'attendance' })
const lateOnes = () =>
  world.emulator.database.find('activities', { state: 'closed', kind: 'study' }).filter(({ late }) => late)

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`a paper meeting of the branch takes twelve taps at most, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    const thumb = new Thumb(page)
    const people = await enterPaperMeeting(thumb, (name) => picture(page, named(name)))
    await picture(page, named('18b-held-saved'))
    assert.ok(thumb.taps <= 12, `${thumb.taps} taps`)
    assert.equal(facts(String(lateOnes().at(-1)?._id)), people - 1)
    await page.context().close()
  })
}

test('it is entered once by two quick taps, and waits for another’s word on every page', async () => {
  const before = lateOnes().length
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="held-"]')
  await tap(page, '#kind-study')
  await shown(page, '[id^="whole-"]').first().click()
  await shown(page, '#held-submit').dblclick()
  await says(page, '#held-saved', /先不计入/)
  assert.equal(lateOnes().length, before + 1)
  await tap(page, '#held-done')
  await says(page, '#todo', /集中学习.*等确认/)
  await page.context().close()
})

test('the second person reads every name of it, the one who entered it among them, and confirms', async () => {
  const { page } = await world.phone('demo-organisation-officer')
  await tap(page, '#tab-work')
  await shown(page, '[id^="late-"]').last().click()
  await says(page, '#past-people', /宋秀国/)
  await says(page, '#past-head', /没到.*驻村.*录入.*宋秀国/)
  await picture(page, '18c-held')
  await tap(page, '#late-yes')
  await says(page, '.past-note', /已确认，计入 \d+ 人，一直标“补录”/)
  await page.context().close()
})

test('what was tapped is there again after going back, a day that has one already is said, and without network it is kept', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="held-"]')
  await tap(page, '#kind-study')
  await tap(page, '#plan-date')
  await turnTo(page, '18日')
  await says(page, '#held-twice', /这一天已经有“9月集中学习”/)
  await picture(page, '18-held-twice')
  await shown(page, '[id^="whole-"]').first().click()
  const summary = await says(page, '#held-summary', /到 [1-9]/)
  await page.goBack()
  await tap(page, '[id^="held-"]')
  await says(page, '#held-summary', new RegExp(summary.slice(0, 4)))
  await cutOff(page, true)
  await tap(page, '#held-submit')
  await says(page, '#held', /没连上网络|网络/)
  await picture(page, '18-held-offline')
  await cutOff(page, false)
  await page.context().close()
})

async function reach(page: Page, taps: readonly string[]): Promise<void> {
  for (const selector of taps) await tap(page, selector)
  await says(page, '#held', /补录一场会|到会的人/)
}

test('the page is reached from 活动 and from what the branch lacks, with the kind chosen', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-activities')
  await shown(page, '#activities').getByText('过去的').first().click()
  await picture(page, '15-activities-past')
  await reach(page, ['#to-held'])
  await page.goBack()
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await reach(page, ['#held-group_meeting'])
  await becomes(async () => shown(page, '#kind-group_meeting.kind-on').count(), 1)
  await page.context().close()
})

test('an empty cell of the branch page leads there', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await shown(page, '#branch')
    .getByText(/^(暂无|未安排)$/)
    .first()
    .click()
  await says(page, '#why-sheet', /依据/)
  await picture(page, '07-why-held')
  await reach(page, ['#why-held'])
  await page.context().close()
})
