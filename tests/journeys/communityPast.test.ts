import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, openWorld, says, shown, tap, turnTo, type World } from './world'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

for (const elder of textSizes)
  test(`a community looks back on a month and a year, and opens what there was${elder ? ', in large text' : ''}`, async () => {
    const size = elder ? '-elder' : ''
    const { page } = await world.phone('demo-community', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="past-"]')
    await says(page, '#past-services', /滨河社区党委.*次服务.*人次到场.*件实事/)
    await says(page, '#past-services', /敬老助餐.*9月19日 周六 9:00.*已确认 4 人/)
    await picture(page, `09d-past-month${size}`)
    await tap(page, '#period')
    await turnTo(page, '8月')
    await says(page, '#past-services', /8月\d+日 周六/)
    await tap(page, '#seg-year')
    await says(page, '#period', /2026年/)
    await becomes(async () => (await shown(page, '[id^="past-service-"]').count()) > 10, true)
    await picture(page, `09d-past-year${size}`)
    await shown(page, '[id^="past-service-"]').first().click()
    await says(page, '#service-head', /敬老助餐.*登记已结束/)
    await page.context().close()
  })

test('what is coming says who means to come', async () => {
  const member = (await world.phone('demo-member')).page
  await tap(member, '#tab-activities')
  await tap(member, '#seg-services')
  await shown(member, '#activities').getByText('清洁家园', { exact: true }).first().click()
  await tap(member, '#sheet-enrol')
  await says(member, '#service-sheet', /取消报名/)
  for (const elder of textSizes) {
    const { page } = await world.phone('demo-community', { elder })
    await tap(page, '#tab-work')
    await shown(page, '[id^="service-"]').filter({ hasText: '清洁家园' }).first().click()
    await says(page, '#enrolments', /报名 \d+ 人 没报名的也可以来.*胡淑 县农业农村局党支部/)
    await picture(page, `09d-enrolments${elder ? '-elder' : ''}`)
    await page.context().close()
  }
})

test('5 January: the month has nothing yet, December is one turn of the wheel away', async () => {
  world.emulator.clock.set(Date.parse('2027-01-05T09:00:00+08:00'))
  const { page } = await world.phone('demo-community')
  await tap(page, '#tab-work')
  await tap(page, '[id^="past-"]')
  await says(page, '#no-past', /这段时间还没有记录/)
  await tap(page, '#period')
  await turnTo(page, '2026年12月')
  await says(page, '#no-past', /这段时间还没有记录/)
  await tap(page, '#seg-year')
  await tap(page, '#period')
  await turnTo(page, '2026年')
  await says(page, '#past-services', /敬老助餐.*已确认 4 人/)
})
