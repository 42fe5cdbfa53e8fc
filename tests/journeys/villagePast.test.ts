import assert from 'node:assert/strict'
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
  test(`a village’s contact looks back on a month and a year of visits${elder ? ', in large text' : ''}`, async () => {
    const size = elder ? '-elder' : ''
    const { page } = await world.phone('demo-village', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="past-"]')
    const month = await says(page, '#past-visits', /青山村.*次走访.*件实事.*来过的/)
    // Day and number of the household, name and branch of the member; nothing else.
    assert.match(month, /9月\d+日走访 \d+ 号/)
    assert.doesNotMatch(month, /政策|交心|排忧|谋划|户主/)
    await picture(page, `08d-past-visits-month${size}`)
    await tap(page, '#period')
    await turnTo(page, '8月')
    await says(page, '#past-visits', /8月\d+日走访 \d+ 号/)
    await tap(page, '#seg-year')
    await says(page, '#period', /2026年/)
    await becomes(async () => (await shown(page, '[id^="past-visit-"]').count()) > 10, true)
    await picture(page, `08d-past-visits-year${size}`)
    await page.context().close()
  })

test('a visit said yes to stands there at once', async () => {
  const { page } = await world.phone('demo-village')
  await tap(page, '#tab-work')
  await tap(page, '[id^="past-"]')
  const count = async () => Number(/\d+/.exec(await says(page, '#total-visits', /\d/))?.[0])
  const before = await count()
  await tap(page, '#nav-back')
  await tap(page, '[id^="visits-"]')
  await says(page, '#pending-visits', /走访 \d+ 号/)
  const waiting = await shown(page, '#pending-visits .check-row').count()
  await tap(page, '#check-confirm')
  await says(page, '#nothing-pending', /没有待确认的走访/)
  await tap(page, '#nav-back')
  await tap(page, '[id^="past-"]')
  await says(page, '#total-visits', new RegExp(`${before + waiting}`))
  await page.context().close()
})

test('5 January: the month has nothing yet, the year before is one turn of the wheel away', async () => {
  world.emulator.clock.set(Date.parse('2027-01-05T09:00:00+08:00'))
  const { page } = await world.phone('demo-village')
  await tap(page, '#tab-work')
  await tap(page, '[id^="past-"]')
  await says(page, '#no-past', /这段时间还没有记录/)
  await tap(page, '#seg-year')
  await tap(page, '#period')
  await turnTo(page, '2026年')
  await says(page, '#past-visits', /9月\d+日走访/)
  await page.context().close()
})
