import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { says, shown, tap, type World, openWorld } from './world'

let world: World

before(async () => {
  world = await openWorld()
  // The night has looked at whom it is suggested to talk with.
  await world.emulator.runTimer('rollup')
})
after(() => world.close())

for (const elder of textSizes) {
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
    await says(page, '#branch-gaps', /支部待安排 2 项/)
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

  test(`the branch’s other periods fit ${size}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="progress-"]')
    await says(page, '#early', /建议找本人谈谈/)
    for (const [kind, when] of [
      ['quarter', /党员本季度/],
      ['half', /党员本半年/],
      ['year', /党员今年/],
    ] as const) {
      await tap(page, `#seg-${kind}`)
      await says(page, '#members', when)
      await shown(page, '#members').evaluate((element) => element.scrollIntoView())
      await picture(page, named(`06b-branch-${kind}`))
    }
    await page.context().close()
  })

  test(`a unit’s pages fit ${size}`, async () => {
    const { page } = await world.phone('demo-unit-officer', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="unit-"]')
    await says(page, '#unit-people', /5 人/)
    await picture(page, named('17-unit'))
    await tap(page, '#seg-year')
    await says(page, '#unit-meetings', /8月中心组学习/)
    await picture(page, named('17-unit-year'))
    await tap(page, '#seg-month')
    await tap(page, '#unit-plan')
    await says(page, '#plan', /议程/)
    await picture(page, named('05-plan-unit'))
    await page.context().close()
  })

  test(`the county’s page and its numbers fit ${size}`, async () => {
    await world.emulator.runTimer('rollup')
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#overview')
    await says(page, '#unit-table', /党组/)
    await picture(page, named('10-committee'))
    await shown(page, '#unit-table').evaluate((element) => element.scrollIntoView())
    await picture(page, named('10-committee-units'))
    const address = page.url()
    await page.goto(`${address}?period=2026-08`)
    await page.reload()
    await tap(page, '#tally-household_visit')
    await says(page, '#county-why-parts', /合计/)
    await picture(page, named('10-committee-why'))
    await page.context().close()
  })

  test(`a stranger’s welcome fits ${size}`, async () => {
    const { page } = await world.phone('demo-newcomer', { elder })
    await says(page, '#welcome', /党支部/)
    await picture(page, named('00-welcome'))
    await page.context().close()
  })
}

test('the month of the last week says what is missing', async () => {
  world.emulator.clock.set(Date.parse('2026-09-25T08:05:00+08:00'))
  const { page } = await world.phone('demo-member')
  // As the message of this morning says it: a service in the calendar is arranged and not missing.
  await says(page, '#headline', /本月还差 1 项/)
  await says(page, '#duty-community_service', /明天 9:00/)
  await says(page, '#duty-household_visit', /还差 1 次/)
  await picture(page, '01c-home-lastweek')
  await page.context().close()
})
