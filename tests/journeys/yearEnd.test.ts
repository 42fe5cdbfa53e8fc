import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { everyPage, everyRoute, type EveryRoute, openOn } from './everyPage'
import { picture } from './pictures'
import { openWorld, says, shown, tap, turnTo, type World } from './world'

/** What no page says to anybody. */
const nonsense = /undefined|NaN|null|Invalid|Infinity|1970|\[object|页面没有显示出来/

let world: World
let pages: Awaited<ReturnType<typeof everyPage>>
const phones = new Map<string, Promise<Page>>()

before(async () => {
  world = await openWorld()
  pages = await everyPage(world)
})
after(() => world.close())

function phoneOf(as: string): Promise<Page> {
  const made = async () => {
    const { page } = await world.phone(as)
    // A phone's own clock is right, and pages begin with it before the cloud has answered.
    await page.clock.install({ time: world.emulator.clock.now() })
    return page
  }
  const page = phones.get(as) ?? made()
  phones.set(as, page)
  return page
}

/** Moves the county's clock on, lets what runs by itself catch up, and takes other phones. */
async function goTo(moment: string): Promise<void> {
  const { clock } = world.emulator
  clock.advance(Date.parse(`${moment}:00+08:00`) - clock.now())
  await world.emulator.runTimer('nightly')
  await world.emulator.runTimer('rollup')
  for (const page of phones.values()) await (await page).context().close()
  phones.clear()
}

async function open(route: EveryRoute): Promise<Page> {
  const page = await phoneOf(pages[route].as)
  await openOn(page, world, route, pages[route])
  return page
}

async function complaintsOf(route: EveryRoute): Promise<string[]> {
  const page = await open(route)
  const text = (await shown(page, '.page').allInnerTexts()).join(' ').replace(/\s+/g, ' ')
  const found = nonsense.exec(text)
  return found ? [`${route}: ${text.slice(Math.max(0, found.index - 30), found.index + 30)}`] : []
}

for (const [day, moment] of [
  ['31 December', '2026-12-31T15:00'],
  ['5 January', '2027-01-05T10:00'],
] as const) {
  test(`${day}: every page stands and says no nonsense`, async () => {
    await goTo(moment)
    const complaints: string[] = []
    for (const route of everyRoute) complaints.push(...(await complaintsOf(route)))
    assert.deepEqual(complaints, [])
  })

  test(`${day}: the book opens the year that runs, and the one before is a tap away`, async () => {
    const page = await open('book')
    await picture(page, `book-${moment.slice(0, 10)}`)
    await says(page, '#book', day === '31 December' ? /2026年/ : /2027年/)
  })

  if (day === '31 December')
    test('31 December: what of the year is still to be held presses on the plan page', async () => {
      const { pressing, calm } = await marked(await open('plan'))
      assert.ok(pressing > 0)
      assert.equal(calm, 0)
    })
}

const marked = async (page: Page) => ({
  pressing: await shown(page, '.kind-gap:not(.kind-calm)').count(),
  calm: await shown(page, '.kind-calm').count(),
})

test('5 January: nothing presses on the plan page, what is still to be held is said calmly', async () => {
  const { pressing, calm } = await marked(await open('plan'))
  assert.equal(pressing, 0)
  assert.ok(calm > 0)
})

test('5 January: a plan proposes a day of the new year, and 组织生活会 the year before', async () => {
  const page = await open('plan')
  await says(page, '#plan-date', /1月/)
  await tap(page, '#kind-more')
  await tap(page, '#kind-org_life_meeting')
  await says(page, '#field-year', /2026年度/)
  await picture(page, 'plan-2027-01-05')
})

test('5 January: a meeting of 31 December is still entered, as a 补录 of the year before', async () => {
  const page = await open('held')
  await tap(page, '#kind-study')
  for (const row of ['2026年', '12月', '31日']) {
    await tap(page, '#plan-date')
    await turnTo(page, row)
  }
  await says(page, '#plan-date', /12月31日/)
  await tap(page, '[id^="whole-"]')
  await tap(page, '#held-submit')
  await says(page, '#held-saved', /已保存，等.*确认/)
  await picture(page, 'held-2027-01-05')
  const book = await open('book')
  await tap(book, '#book-year')
  await turnTo(book, '2026年')
  await says(book, '#book', /12月 1 场.*31日 周四 12月集中学习.*补录 17 人未定/)
})
