import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { says, shown, tap, turnTo, type World, openWorld } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

async function chooseMonth(page: Page, month: string): Promise<void> {
  await tap(page, '#home-month')
  await turnTo(page, month)
  await says(page, '#home-past', new RegExp(`${month}情况，截至今天`))
}

/** The sheet lists as many records as its number says; resolves to the number. */
async function addsUp(page: Page): Promise<number> {
  await shown(page, '#why-counted').waitFor()
  const label = await shown(page, '#why-head .ring').getAttribute('aria-label')
  const number = Number(/已 (\d+) /.exec(label ?? '')?.[1])
  await says(page, '#why-counted', new RegExp(`计入 ?${number} ?条`))
  assert.equal(await shown(page, '#why-counted .why-line').count(), number, label ?? '')
  const others = await shown(page, '#why-not-counted').allInnerTexts()
  const said = Number(/没有计入\s*(\d+)/.exec(others.join())?.[1] ?? 0)
  assert.equal(await shown(page, '#why-not-counted .why-line').count(), said)
  return number
}

const close = (page: Page) => tap(page, '#sheet-close')

test('a past month stands as it is today, with its quarter, without what comes next', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#long-periods', /本季度 7–9月/)
  await chooseMonth(page, '8月')
  await says(page, '#headline', /8月 4 项，已完成 ?3 ?项/)
  await says(page, '#duty-community_service', /社区服务.*暂无记录/)
  assert.doesNotMatch(await says(page, '#home', /社区服务.*暂无记录/), /下一场|还有 \d+ 天|还差/)
  await tap(page, '#duty-community_service')
  await says(page, '#why-head', /8月1日至31日，暂无记录/)
  assert.doesNotMatch(await shown(page, '#why-sheet').innerText(), /还差|怎么补上|安排一场/)
  await close(page)
  await tap(page, '#duty-household_visit')
  await says(page, '#why-head', /8月1日至31日，已完成/)
  assert.equal(await addsUp(page), 2)
  assert.equal(await shown(page, '#why-go').count(), 0, 'what is over cannot be gone to')
  await close(page)
  await chooseMonth(page, '6月')
  await says(page, '#long-periods', /第二季度 4–6月/)
  await tap(page, '#this-month')
  await says(page, '#headline', /本月 4 项/)
  await says(page, '#home', /下一场/)
  assert.equal(await shown(page, '#home-past').count(), 0)
  await page.context().close()
})

for (const who of ['demo-member', 'demo-county-leader']) {
  test(`every number of the home page of ${who} opens to as many records`, async () => {
    const { page } = await world.phone(who)
    await shown(page, '#long-periods').waitFor()
    const selector = '[id^="duty-"], [id^="life-"]'
    const ids = await page.locator(selector).evaluateAll((all) => all.map(({ id }) => id))
    assert.ok(ids.length > 8, `only ${ids.join()}`)
    for (const id of ids) {
      await tap(page, `[id="${id}"]`)
      await addsUp(page)
      await says(page, '.why-rule', /依据.*规则第 \d+ 版/)
      await close(page)
    }
    await page.context().close()
  })
}

test('a missed study is made up with one tap and a second person, and stays marked', async () => {
  const { page } = await world.phone('demo-organisation-officer')
  await chooseMonth(page, '3月')
  await says(page, '#headline', /3月 4 项，已完成 ?3 ?项/)
  await tap(page, '#duty-member_study')
  await says(page, '#why-next', /可以补学 ?1 ?场.*3月.*集中学习.*我已补学/)
  assert.equal(await addsUp(page), 0)
  await tap(page, '#make-up .btn')
  await shown(page, '#make-up-witness .chip').filter({ hasText: '宋秀国' }).click()
  await picture(page, '07-why-make-up')
  await tap(page, '#make-up-send')
  await says(page, '#make-up-said', /已请宋秀国确认，确认后计入/)
  await says(page, '#why-head', /1 次待确认/)
  await says(page, '#why-not-counted', /没有计入 ?1 ?条.*集中学习（补学）.*待确认/)
  await close(page)
  await says(page, '#duty-member_study', /待确认/)

  const secretary = (await world.phone('demo-secretary')).page
  await tap(secretary, '#tab-work')
  await says(secretary, '#witness', /请您确认.*补学.*马梅 ?补学：3月集中学习/)
  await shown(secretary, '#witness').scrollIntoViewIfNeeded()
  await picture(secretary, '06-work-make-up')
  const asked = shown(secretary, '[id^="witness-"]').filter({ hasText: '补学：3月集中学习' })
  await asked.getByText('已补学').click()
  await asked.waitFor({ state: 'hidden' })
  await secretary.context().close()

  await page.reload()
  await chooseMonth(page, '3月')
  await says(page, '#duty-member_study', /1\/1/)
  await tap(page, '#duty-member_study')
  assert.equal(await addsUp(page), 1)
  await says(page, '#why-counted', /集中学习.*补学/)
  await close(page)
  await tap(page, '#tab-me')
  await tap(page, '#my-records')
  const record = shown(page, '[id^="record-"][id$="_makeup"]')
  assert.match((await record.innerText()).replace(/\s+/g, ' '), /补学.*计入集中学习/)
  await record.click()
  await says(page, '#why-head', /3月1日至31日，已完成/)
  assert.equal(await addsUp(page), 1)
  await page.context().close()
})

test('whoever runs the branch enters a make-up study for somebody else at once', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await shown(page, '#branch-gaps').waitFor()
  await page.goto(`${page.url()}&period=2026-08`)
  await page.reload()
  const cell = shown(page, '[id^="cell-"][id$="-member_study"]').filter({ hasText: '暂无' }).first()
  await cell.click()
  await says(page, '#why-next', /可以补学.*已补学/)
  assert.equal(await addsUp(page), 0)
  await tap(page, '#make-up .btn')
  await says(page, '#make-up-said', /已记为补学/)
  await says(page, '#why-counted', /计入 ?1 ?条.*补学/)
  assert.equal(await addsUp(page), 1)
  await page.context().close()
})

test('a record opens each of the numbers it counts towards', async () => {
  const { page } = await world.phone('demo-member')
  await tap(page, '#tab-me')
  await tap(page, '#my-records')
  await shown(page, '[id^="record-"]').filter({ hasText: '9月集中学习' }).click()
  await says(page, '#why-head', /胡淑.*集中学习.*9月1日至30日，已完成/)
  assert.equal(await addsUp(page), 1)
  await close(page)
  await tap(page, '#other-year')
  await says(page, '#records', /2025年还没有记录/)
  await page.context().close()
})

test('a county leader sees the contact points: the lectures there, what comes, and both duties with their reasons', async () => {
  const { page } = await world.phone('demo-county-leader')
  await tap(page, '#home-contact')
  await says(page, '#contact-duties', /领导干部讲党课.*联系点讲党课/)
  await says(page, '[id^="point-"]', /县农业农村局党支部.*今年在这里讲的党课.*5月/)
  await tap(page, '#contact #duty-leader_contact_lecture')
  await says(page, '#why-head', /联系点讲党课.*已完成/)
  assert.equal(await addsUp(page), 1)
  await close(page)
  await tap(page, '#contact #duty-leader_lecture')
  await addsUp(page)
  await page.context().close()
})

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`looking back, contact points and reasons fit ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-county-leader', { elder })
    await shown(page, '#home-contact').scrollIntoViewIfNeeded()
    await picture(page, named('01-home-leader'))
    await tap(page, '#home-contact')
    await says(page, '#contact-duties', /党课/)
    await picture(page, named('contact'))
    await tap(page, '#contact #duty-leader_contact_lecture')
    await addsUp(page)
    await picture(page, named('07-why-lecture'))
    await page.context().close()

    const member = (await world.phone('demo-member', { elder })).page
    await chooseMonth(member, '8月')
    await says(member, '#headline', /8月 4 项/)
    await picture(member, named('01-home-past'))
    await tap(member, '#life-theme_party_day')
    await says(member, '#why-head', /主题党日.*到会 \d 场，举办 \d 场，不设次数/)
    await picture(member, named('07-why-life'))
    await close(member)
    await tap(member, '#this-month')
    await tap(member, '#duty-community_service')
    await says(member, '#why-head', /社区服务.*已安排/)
    await says(member, '#why-next', /已安排 ?\d ?场/)
    await picture(member, named('07-why-planned'))
    await member.context().close()
  })
}

test('what the branch has not arranged yet is not the member’s', async () => {
  world.emulator.clock.set(Date.parse('2026-11-02T09:00:00+08:00'))
  const { page } = await world.phone('demo-member')
  await says(page, '#duty-member_study', /支部还没有安排，不算您的/)
  assert.doesNotMatch(await says(page, '#duty-member_study', /集中学习/), /还差/)
  await picture(page, '01-home-not-held')
  await tap(page, '#duty-member_study')
  await says(page, '#why-head', /支部还没有安排，不算本人的/)
  await says(page, '#why-next', /支部安排以后.*到会登记/)
  assert.equal(await addsUp(page), 0)
  await picture(page, '07-why-not-held')
  await page.context().close()
})
