import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readCode } from '../browser'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { openWorld, says, shown, tap, type, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

async function openRoster(page: Page): Promise<void> {
  await tap(page, '#tab-work')
  await tap(page, '[id^="roster-"]')
  await says(page, '#roster-totals', /党员/)
}
const answer = (page: Page, word: string) =>
  page.locator('.taro-modal__foot').getByText(word, { exact: true }).click()

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`the register is searched, filtered and looked into, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await says(page, '#work', /党员名册.*支部组织/)
    await openRoster(page)
    const all = await shown(page, '[id^="member-"]').count()
    assert.ok(all > 10, `${all} members`)
    await picture(page, named('17-roster'))
    await type(page, '#roster-search', '姜松')
    assert.equal(await shown(page, '[id^="member-"]').count(), 1)
    await type(page, '#roster-search', '没有这个人')
    await says(page, '#roster-empty', /没有找到/)
    await type(page, '#roster-search', '')
    await tap(page, '#filter-unbound')
    const unbound = await shown(page, '[id^="member-"]').count()
    assert.ok(unbound > 0 && unbound < all, `${unbound} of ${all}`)
    await tap(page, '#filter-left')
    await says(page, '#roster', /这里还没有人|离开/)
    await tap(page, '#filter-all')
    // The first one is the secretary, for whom somebody else sets it (oneself.test.ts).
    await shown(page, '[id^="member-"]').nth(1).click()
    await says(page, '#member-history', /起/)
    await picture(page, named('17b-member'))
    await tap(page, '#exemption-add')
    await says(page, '#exemption-sheet', /只选大类.*党费照常/)
    await picture(page, named('17c-exemption'))
    await page.context().close()
  })
}

test('a member is added, changed, let off and asked away, each seen on the register', async () => {
  const { page } = await world.phone('demo-secretary')
  await openRoster(page)
  await tap(page, '#roster-add')
  await tap(page, '#member-save')
  await says(page, '#field-name', /请填姓名/)
  await type(page, '#member-name', '钟长河')
  await type(page, '#member-tail', '0391')
  await picture(page, '17d-member-new')
  await tap(page, '#member-save')
  await says(page, '#roster-rows', /钟长河/)
  await type(page, '#roster-search', '钟长河')
  await tap(page, '[id^="member-"]')
  await tap(page, '#seg-probationary')
  await tap(page, '#member-save')
  await says(page, '#roster-rows', /钟长河.*预备党员/)

  await tap(page, '[id^="member-"]')
  await tap(page, '#exemption-add')
  await tap(page, '#category-maternity')
  await tap(page, '#exemption-yes')
  await says(page, '#member-exemptions', /产假.*截止不定.*正在适用/)

  await tap(page, '#member-transfer')
  await shown(page, '#choose-sheet .choose-line').filter({ hasText: '县财政局第一党支部' }).first().click()
  await answer(page, '转出')
  await says(page, '#member-doors', /等县财政局第一党支部接收，接收前仍由本支部负责/)
  await tap(page, '#member-take-back')
  await answer(page, '收回')
  await says(page, '#member-doors', /组织关系转接/)

  await tap(page, '#member-leave')
  await tap(page, '#leave-moved_away')
  await tap(page, '#leave-confirm')
  await says(page, '#roster', /党员名册/)
  await tap(page, '#filter-left')
  await page.context().close()
})

test('an invitation is drawn for one member, and the code reads as one', async () => {
  const { page } = await world.phone('demo-secretary')
  await openRoster(page)
  await type(page, '#roster-search', '姜松')
  await tap(page, '[id^="member-"]')
  await tap(page, '#member-invite')
  await tap(page, '#invite-make')
  await says(page, '#invitation', /姜松.*前有效，只能用一次/)
  await picture(page, '17e-invitation')
  assert.match(readCode(await page.screenshot()) ?? '', /I1\.[\w-]{20,64}$/)
  await page.context().close()
})
