import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { Thumb } from './taps'
import { answerTo, becomes, openWorld, says, shown, tap, type World } from './world'

/** 谈心谈话, 党性分析, 思想汇报: entered by tapping, from 工作, beside the suggestion and from a member's page. */
let world: World
before(async () => {
  world = await openWorld()
  // The night has looked at whom it is suggested to talk with.
  await world.emulator.runTimer('rollup')
})
after(() => world.close())

const talks = () => world.emulator.database.count('facts', { kind: 'talk', annulled: null })
const ticks = (dutyId: string) => world.emulator.database.count('facts', { dutyId, annulled: null })

async function opened(elder = false) {
  const { page } = await world.phone('demo-secretary', { elder })
  const thumb = new Thumb(page)
  await tap(page, '#tab-work')
  await thumb.tap('[id^="talks-"]')
  await says(page, '#talks', /谈了什么不记/)
  return { page, thumb }
}

test('a talk is three taps from 工作, stands on both records, and is taken back', async () => {
  const { page, thumb } = await opened()
  await picture(page, '27-talks')
  const before = talks()
  await thumb.tap('[id^="talk-with-"]')
  await says(page, '#talk-last', /暂无记录/)
  await picture(page, '27-talk')
  await thumb.tap('#talk-save')
  await becomes(talks, before + 1)
  assert.ok(thumb.taps <= 3, `${thumb.taps} taps`)
  await says(page, '#entered', /和.*今天/s)
  await picture(page, '27-talk-entered')
  await tap(page, '[id^="entered-"]')
  await tap(page, '#reason-confirm')
  await becomes(talks, before)
  await page.context().close()
})

test('beside 建议找本人谈谈: two taps, and the suggestion goes', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await says(page, '#early', /卢玉源/)
  const suggested = '.early-row:has-text("卢玉源")'
  const thumb = new Thumb(page)
  await picture(page, '27-early')
  await thumb.tap(`${suggested} [id^="early-talk-"]`)
  await says(page, '#talk-summary', /和卢玉源/)
  await tap(page, '#talk-yesterday')
  const saved = answerTo(page, 'talk.enter')
  await thumb.tap('#talk-save')
  await saved
  assert.equal(thumb.taps, 2)
  await tap(page, '#nav-back')
  await becomes(() => shown(page, suggested).count(), 0)
  await page.context().close()
})

test('from a member’s page, and found on that member’s own record', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="roster-"]')
  await shown(page, '[id^="member-"]').filter({ hasText: '胡淑' }).first().click()
  await tap(page, '#member-talk')
  await says(page, '#talk-summary', /和胡淑/)
  await tap(page, '#talk-save')
  await says(page, '#entered', /胡淑/)
  // What stands of the member all year is one tap from the same page.
  await page.goBack()
  await tap(page, '#member-year')
  await says(page, '#span', /党员这一年.*集中学习/)
  await page.context().close()
  const { page: own } = await world.phone('demo-member')
  await tap(own, '#tab-me')
  await tap(own, '#my-records')
  await says(own, '#records', /谈心谈话.*和/s)
  await own.context().close()
})

test('ten members of a group are ticked in four taps, one at a tap, and taken back', async () => {
  const { page, thumb } = await opened()
  await thumb.tap('[id^="in-"]:nth-child(2)')
  const many = await shown(page, '[id^="party_spirit_analysis-"].tile-unregistered').count()
  assert.ok(many >= 8, `${many} of a group`)
  await thumb.tap('#rest-party_spirit_analysis')
  await thumb.tap('#reason-confirm')
  await becomes(() => ticks('party_spirit_analysis'), many)
  assert.ok(thumb.taps <= 4, `${thumb.taps} taps`)
  await shown(page, '#tick-party_spirit_analysis').scrollIntoViewIfNeeded()
  await picture(page, '27-ticks')
  await shown(page, '#thought_report-tiles .tile-unregistered').last().click()
  await becomes(() => ticks('thought_report'), 1)
  await shown(page, '#thought_report-tiles .tile-registered').first().click()
  await tap(page, '#reason-confirm')
  await becomes(() => ticks('thought_report'), 0)
  await page.context().close()
})

test('without network it says so and keeps what was chosen; twice at once is one', async () => {
  const { page } = await opened()
  await tap(page, '#talk-second')
  await shown(page, '[id^="choose-"].cell').nth(3).click()
  await page.context().setOffline(true)
  await tap(page, '#talk-save')
  await says(page, '#refusal', /网络/)
  await page.context().setOffline(false)
  const before = talks()
  const saved = answerTo(page, 'talk.enter')
  await shown(page, '#talk-save').dblclick()
  await saved
  await becomes(talks, before + 1)
  await page.context().close()
})

test('in large text', async () => {
  const { page } = await opened(true)
  await picture(page, '27-talks-elder')
  await tap(page, '[id^="talk-with-"]')
  await picture(page, '27-talk-elder')
  await shown(page, '#tick-party_spirit_analysis').scrollIntoViewIfNeeded()
  await picture(page, '27-ticks-elder')
  await page.context().close()
})

test('a group leader enters what one has talked with the own group, and ticks nobody', async () => {
  const { page } = await world.phone('demo-leader')
  await tap(page, '#tab-work')
  await tap(page, '[id^="talks-"]')
  await says(page, '#talks', /记一次谈心谈话/)
  assert.equal(await shown(page, '[id^="tick-"]').count(), 0)
  await tap(page, '[id^="talk-with-"]')
  const saved = answerTo(page, 'talk.enter')
  await tap(page, '#talk-save')
  await saved
  await says(page, '#entered', /今天/)
  await page.context().close()
})

for (const elder of textSizes)
  test(`from the reasons of a number to the page where it is entered is one tap, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="progress-"]')
    await tap(page, '#seg-year')
    const thumb = new Thumb(page)
    // Of the last in the register who owe it nobody has entered one today.
    await thumb.tap('[id^="cell-"][id$="-heart_talk"]', elder ? -3 : -2)
    await says(page, '#why-sheet', /谈心谈话.*不设次数/s)
    await picture(page, `07-why-enter${elder ? '-elder' : ''}`)
    await thumb.tap('#why-enter')
    await says(page, '#talk-summary', /和/)
    const before = talks()
    await thumb.tap('#talk-save')
    await becomes(talks, before + 1)
    assert.equal(thumb.taps, 3)
    await tap(page, '#nav-back')
    await shown(page, '[id^="cell-"][id$="-thought_report"]').nth(4).click()
    await tap(page, '#why-enter')
    await says(page, '#tick-thought_report', /思想汇报/)
    await tap(page, '#nav-back')
    // Of the month's dues it stands beside 看看怎么告知, and leads to that month.
    await tap(page, '#seg-month')
    await shown(page, '[id^="cell-"][id$="-dues"]').filter({ hasText: '差' }).first().click()
    await says(page, '.sheet-foot', /去登记.*看看怎么告知/s)
    await picture(page, `07-why-enter-dues${elder ? '-elder' : ''}`)
    await tap(page, '#why-enter')
    await says(page, '#dues', /9月/)
    await page.context().close()
    // Whose number it is reads how it is done, and enters nothing.
    const { page: own } = await world.phone('demo-member', { elder })
    await tap(own, '#duty-dues')
    await says(own, '#why-sheet', /党费/)
    await becomes(() => shown(own, '#why-enter').count(), 0)
    await own.context().close()
  })
