import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { ask } from './ask'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, turnTo, type, type World } from './world'

let world: World
let branchId = ''

before(async () => {
  world = await openWorld()
  const { places } = await ask(world, 'demo-secretary', 'identity.work', {})
  branchId = places.find(({ role }) => role === 'secretary')?.organisation.id ?? ''
})
after(() => world.close())

const rows = (page: Page) => shown(page, '[id^="meeting-"]')
const openBook = async (page: Page) => {
  await tap(page, '#tab-work')
  await tap(page, `#book-${branchId}`)
  await rows(page).first().waitFor()
}

/** Holds back every part that goes on from one with records (`written`: from 0 on), until it is let go. */
async function holdParts(page: Page, isHeld: (written: number) => boolean): Promise<() => void> {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/\/client\//, async (route) => {
    const written = /"paper\.part".*"written":(\d+)/.exec(route.request().postData() ?? '')?.[1]
    if (written !== undefined && isHeld(Number(written))) await gate
    await route.fallback()
  })
  return () => letGo()
}

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`from 工作 to the book, a word, a record and back, in ${elder ? 'large' : 'normal'} text`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await openBook(page)
    const count = Number(/全部 (\d+) 场/.exec(await says(page, '#filter-all', /全部 \d+ 场/))?.[1])
    await says(page, '#filter-lacking', /没写完 \d+/)
    await becomes(() => rows(page).count(), count)
    await picture(page, named('20-branch-book'))
    await type(page, '#book-search', '主题党日')
    await becomes(async () => (await rows(page).count()) < count, true)
    for (const text of await rows(page).allInnerTexts()) assert.match(text, /主题党日/)
    const found = await rows(page).count()
    await rows(page).nth(1).click()
    await says(page, '#record', /会议记录/)
    await page.goBack()
    await becomes(() => rows(page).count(), found)
    await type(page, '#book-search', '没有这个词')
    await says(page, '#book-none', /没有这样的会/)
    await type(page, '#book-search', '')
    await tap(page, '#filter-lacking')
    const lacking = Number(/没写完 (\d+)/.exec(await says(page, '#filter-lacking', /没写完/))?.[1])
    await becomes(() => rows(page).count(), lacking)
    await picture(page, named('20-branch-book-lacking'))
    await page.context().close()
  })

  test(`a year’s book is bound part by part and saved, in ${elder ? 'large' : 'normal'} text`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await openBook(page)
    await tap(page, '#seg-year')
    await picture(page, named('20-branch-book-year'))
    const letGo = await holdParts(page, (written) => written > 0)
    await tap(page, '#make-handbook')
    await says(page, '#making-state', /正在整理第 \d+ 场，共 \d+ 场|正在收尾/)
    await says(page, '#making-steps', /[1-9]\d*\/\d+ 场/)
    await picture(page, named('20b-paper-progress'))
    // One may leave meanwhile.
    await page.goBack()
    letGo()
    await tap(page, '#make-handbook')
    await says(page, '#making-state', /做好了/)
    await says(page, '#paper-name', /-2026年-党支部工作手册\.docx$/)
    await picture(page, named('20c-handbook-done'))
    const saved = page.waitForEvent('download')
    await tap(page, '#paper-disk')
    const file = await saved
    assert.match(file.suggestedFilename(), /党支部工作手册\.docx$/)
    await file.saveAs(`.local/screens/${named('handbook')}.docx`)
    await page.context().close()
  })
}

test('without network a paper stops where it is and goes on from there; stopped by hand too', async () => {
  const { page } = await world.phone('demo-secretary')
  await openBook(page)
  await tap(page, '#seg-year')
  const letGo = await holdParts(page, () => true)
  await tap(page, '#make-bundle')
  await says(page, '#making-state', /正在整理第 1 场/)
  await tap(page, '#making-stop')
  await says(page, '#making-state', /先停在这里/)
  letGo()
  await cutOff(page, true)
  await tap(page, '#try-again')
  await says(page, '#making-refusal', /没连上网络/)
  await picture(page, '20b-paper-offline')
  await cutOff(page, false)
  await tap(page, '#try-again')
  await says(page, '#paper-name', /-2026年-文件包\.zip$/)
  await says(page, '#making-unwritten', /有 \d+ 场还没有成册/)
  await tap(page, '#making-lacking')
  await says(page, '#filter-lacking', /没写完/)
  await becomes(() => shown(page, '#filter-lacking.chip-on').count(), 1)
  await page.context().close()
})

test('a number of the branch’s page leads to the meetings it is made of; another year is another book', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await shown(page, '#branch-gaps').waitFor()
  if ((await shown(page, '#duty-theme_party_day').count()) === 0) await tap(page, '#branch-folded')
  await tap(page, '#duty-theme_party_day')
  await tap(page, '#why-book')
  await becomes(() => shown(page, '#filter-theme_party_day.chip-on').count(), 1)
  for (const text of await rows(page).allInnerTexts()) assert.match(text, /主题党日/)
  const years = await shown(page, '#book-year').innerText()
  assert.match(years, /2026年/)
  await tap(page, '#book-year')
  await turnTo(page, '2026年')
  await page.context().close()
})

test('a member’s phone and a branch that is none are told kindly', async () => {
  const { page } = await world.phone('demo-member')
  await page.goto(`${world.emulator.url}/?as=demo-member#/secretary/book/index?branchId=${branchId}`)
  await says(page, '#book', /这一页/)
  await picture(page, '20-branch-book-refused')
  await page.goto(
    `${world.emulator.url}/?as=demo-member&n=1#/secretary/making/index?branchId=${branchId}&paper=handbook&period=2026`,
  )
  await says(page, '#making', /这一页/)
  await page.context().close()
})
