import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { picture } from './pictures'
import { openWorld, says, shown, tap, type, type World } from './world'

let world: World
/** The demo member's own household. */
let id: string
before(async () => {
  world = await openWorld(demoMoment)
  id = String(one('households', { memberIds: memberOf('demo-member') })?._id)
})
after(() => world.close())

const one = (name: string, where: object) => world.emulator.database.find(name, where)[0]
const memberOf = (as: string) => String(one('identities', { _id: as })?.memberId)
const nameOf = (as: string) => String(one('members', { _id: memberOf(as) })?.name)
const visits = () => world.emulator.database.count('facts', { kind: 'visit' })

const openMember = async (as: string, elder = false) => {
  const { page } = await world.phone('demo-secretary', { elder })
  await tap(page, '#tab-work')
  await tap(page, '[id^="roster-"]')
  await type(page, '#roster-search', nameOf(as))
  await tap(page, '[id^="member-"]')
  return page
}
const hand = async (page: Page, to: string) => {
  await shown(page, '#choose-sheet .choose-line')
    .filter({ hasText: nameOf(to) })
    .first()
    .click()
  await says(page, '.taro-modal__text', /今天两人都可以上门/)
  await page.locator('.taro-modal__foot').getByText('交接', { exact: true }).click()
  await says(page, '#roster-totals', /党员/)
}

for (const elder of [false, true])
  test(`a household passes to a colleague by tapping, and back, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const [from, to] = elder ? ['demo-leader', 'demo-member'] : ['demo-member', 'demo-leader']
    const before = visits()
    const page = await openMember(from, elder)
    await says(page, '#member-households', /号/)
    await shown(page, `#hand-over-${id}`).scrollIntoViewIfNeeded()
    await picture(page, elder ? '24c-hand-over-elder' : '24c-hand-over')
    await tap(page, `#hand-over-${id}`)
    await says(page, '#choose-sheet', /交给谁/)
    await picture(page, elder ? '24d-hand-over-to-elder' : '24d-hand-over-to')
    await hand(page, to)
    assert.match(JSON.stringify(one('households', { _id: id })?.memberIds), new RegExp(memberOf(to)))
    assert.equal(visits(), before)
    await page.context().close()
  })

test('who takes it reads that somebody was there this month, who had it that it is another’s; neither reads more', async () => {
  const page = await openMember('demo-member')
  await tap(page, `#hand-over-${id}`)
  await hand(page, 'demo-leader')
  await page.context().close()

  const leader = await world.phone('demo-leader')
  await leader.page.goto(`${world.emulator.url}/?as=demo-leader#/member/visit/index`)
  const text = await says(leader.page, '#visit', /本月已有同志来过/)
  assert.doesNotMatch(text, new RegExp(nameOf('demo-member')))
  await picture(leader.page, '24e-taken-over')
  await leader.page.context().close()

  const member = await world.phone('demo-member')
  await tap(member.page, '#tab-messages')
  await says(member.page, '#messages', /1 户帮扶户不再由您联系/)
  await member.page.context().close()
})

for (const elder of [true, false])
  test(`who has no household any more finds the forgotten visit under the own records${elder ? ', in large text' : ''}`, async () => {
    world.emulator.clock.set(demoMoment + 86_400_000)
    const { page } = await world.phone('demo-member', { elder })
    await page.goto(`${world.emulator.url}/?as=demo-member#/member/records/index`)
    await tap(page, '#filter-visit')
    await tap(page, '#backfill-visit')
    await says(page, '#backfill-visit', /哪一户.*到9月22日.*9月22日/)
    await picture(page, elder ? '24f-earlier-household-elder' : '24f-earlier-household')
    if (!elder) {
      await tap(page, '#purpose-help')
      await tap(page, '#backfill-send')
      await says(page, '#backfill-done', /已补登，.*确认后计入/)
      await says(page, '#visit', /现在没有联系的帮扶户/)
      await picture(page, '24f-no-household-any-more')
    }
    await page.context().close()
  })
