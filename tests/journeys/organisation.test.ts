import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { nextMonth } from './nextMonth'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, openWorld, says, shown, tap, turnTo, type, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`the tree, a branch and its committee fit ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#organisations')
    await says(page, '#tree', /县农业农村局党组.*个支部.*县农业农村局党支部/)
    await picture(page, named('18-organisations'))
    await type(page, '#tree-search', '农业农村局党支部')
    await shown(page, '[id^="node-"]').filter({ hasText: '县农业农村局党支部' }).first().click()
    await says(page, '#committee', /宋秀国.*书记/)
    await says(page, '#organisation-children', /第二党小组/)
    await picture(page, named('18b-branch'))
    await tap(page, '#elect')
    await says(page, '#elect-page', /书记.*宋秀国/)
    await picture(page, named('18c-elect'))
    await page.context().close()
  })
}

test('the work committee founds a branch and renames it, and the tree shows it at once', async () => {
  const { page } = await world.phone('demo-committee')
  await tap(page, '#tab-work')
  await tap(page, '#organisations')
  await tap(page, '#organisation-found')
  await type(page, '#organisation-name', '县种业中心党支部')
  await tap(page, '#change-next')
  await says(page, '#field-parent', /请选上级/)
  await tap(page, '#field-parent')
  await shown(page, '#choose-sheet .choose-line').filter({ hasText: '县农业农村局党组' }).first().click()
  await picture(page, '18d-found')
  await tap(page, '#change-next')
  await says(
    page,
    '#change-preview',
    /今天起，新建县种业中心党支部，属县农业农村局党组。.*今天就生效，不能取消/,
  )
  await tap(page, '#change-yes')
  await says(page, '#tree', /县种业中心党支部.*0 人/)
  await type(page, '#tree-search', '种业中心')
  await shown(page, '[id^="node-"]').filter({ hasText: '种业中心' }).first().click()
  await tap(page, '#change-edit')
  await type(page, '#organisation-name', '县种业发展中心党支部')
  await tap(page, '#change-next')
  await says(page, '#change-preview', /县种业中心党支部改称县种业发展中心党支部/)
  await tap(page, '#change-yes')
  await says(page, '#organisation-facts', /县种业发展中心党支部/)
  await page.context().close()
})

test('a secretary founds a group in the branch and may change nothing above it', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="organisation-"]')
  await says(page, '#organisation-children', /第一党小组/)
  assert.equal(await shown(page, '#organisation-changes').count(), 0)
  await tap(page, '#found-group')
  await type(page, '#organisation-name', '第九党小组')
  await tap(page, '#change-next')
  await tap(page, '#change-yes')
  await says(page, '#organisation-children', /第九党小组/)
  await page.context().close()
})

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`a branch is merged into another from its own page, and the change is taken back before its day${elder ? ', in large text' : ''}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#organisations')
    await type(page, '#tree-search', '农业农村局党支部')
    await shown(page, '[id^="node-"]').filter({ hasText: '县农业农村局党支部' }).first().click()
    await tap(page, '#change-merge')
    await tap(page, '#change-next')
    await says(page, '#field-chosen', /请选并入到哪里/)
    await tap(page, '#field-chosen')
    const target = shown(page, '#choose-sheet .choose-line').first()
    const into = (await target.innerText()).trim()
    await target.click()
    await says(page, '#field-chosen', new RegExp(into))
    await nextMonth(page, '#field-on')
    await tap(page, '#change-next')
    await says(page, '#change-preview', new RegExp(`10月22日起，县农业农村局党支部 26 人并入${into}。`))
    await says(page, '#change-names', /转入 26 人：.*宋秀国/)
    await says(page, '#change-lines', /宋秀国不再任县农业农村局党支部书记/)
    await says(page, '#change-undo', /到10月21日都可以取消.*只能再办拆分/)
    await picture(page, named('26-merge'))
    await tap(page, '#change-not-yet')
    await says(page, '#field-chosen', new RegExp(into))
    await tap(page, '#change-next')
    await tap(page, '#change-yes')
    await says(page, '#coming-changes', new RegExp(`10月22日起，县农业农村局党支部并入${into}`))
    await says(page, '#organisation-facts', /26 人/)
    await picture(page, named('26b-waiting'))
    await tap(page, '[id^="cancel-"]')
    await page.locator('.taro-modal__foot >> text=不办了').click()
    await page.locator('#coming-changes').waitFor({ state: 'detached' })
    await page.context().close()
  })
}

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`a split and a move say with names and head-counts what will be, and are left${elder ? ', in large text' : ''}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#organisations')
    await type(page, '#tree-search', '农业农村局党支部')
    await shown(page, '[id^="node-"]').filter({ hasText: '县农业农村局党支部' }).first().click()
    await tap(page, '#change-split')
    await type(page, '#organisation-name', '县农业农村局第二党支部')
    await tap(page, '#field-chosen')
    for (const at of [0, 1, 2]) await shown(page, '#choose-sheet .choose-line').nth(at).click()
    await tap(page, '#choose-done')
    await tap(page, '#change-next')
    await says(page, '#change-preview', /今天起，县农业农村局党支部分出 3 人，成立县农业农村局第二党支部。/)
    await says(page, '#change-names', /分出 3 人：/)
    await picture(page, named('26c-split'))
    await shown(page, '#change-undo').scrollIntoViewIfNeeded()
    await picture(page, named('26c-split-end'))
    await tap(page, '#change-not-yet')
    await page.goBack()
    await tap(page, '#change-move')
    await tap(page, '#field-parent')
    // Where it stands already is not among them.
    assert.equal(
      await shown(page, '#choose-sheet .choose-line')
        .filter({ hasText: /^县农业农村局党组$/ })
        .count(),
      0,
    )
    await shown(page, '#choose-sheet .choose-line').last().click()
    await tap(page, '#change-next')
    await says(
      page,
      '#change-preview',
      /今天起，县农业农村局党支部 26 人从县农业农村局党组划到(?!县农业农村局党组)/,
    )
    await picture(page, named('26d-move'))
    await page.context().close()
  })
}

test('an election says who holds what and who no longer does before it is saved', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="organisation-"]')
  await tap(page, '#elect')
  await tap(page, '#elect-publicity_officer')
  await shown(page, '#choose-sheet .choose-line').last().click()
  await tap(page, '#elect-save')
  await says(
    page,
    '#elect-sheet',
    /今天起，县农业农村局党支部新一届班子.*书记 宋秀国（不变）.*不再任宣传委员.*不能取消/,
  )
  await picture(page, '18f-election')
  await tap(page, '#elect-not-yet')
  assert.equal(await shown(page, '#elect-sheet').count(), 0)
  await page.context().close()
})

test('a 机关党委 is founded, gets a branch and its election by tapping, and a 补选 in large text', async () => {
  const name = '县农业农村局机关党委'
  const { page } = await world.phone('demo-committee')
  const choose = async (on: Page, field: string, text: string) => {
    await tap(on, field)
    await shown(on, '#choose-sheet .choose-line').filter({ hasText: text }).first().click()
  }
  const openNode = async (on: Page, text: string) => {
    await type(on, '#tree-search', text)
    await shown(on, '[id^="node-"]').filter({ hasText: text }).first().click()
  }
  await tap(page, '#tab-work')
  await tap(page, '#organisations')
  await tap(page, '#organisation-found')
  await tap(page, '#field-type')
  await turnTo(page, '党（工）委、党组')
  await type(page, '#organisation-name', name)
  await choose(page, '#field-parent', '县农业农村局党组')
  await tap(page, '#change-next')
  await tap(page, '#change-yes')
  await openNode(page, '县农业农村局党支部')
  await tap(page, '#change-move')
  await choose(page, '#field-parent', name)
  await tap(page, '#change-next')
  await tap(page, '#change-yes')
  await says(page, '#organisation-facts', new RegExp(name))
  await page.goBack()
  await openNode(page, name)
  await says(page, '#committee', /还没有记录/)
  await tap(page, '#elect')
  await says(page, '#elect-page', /届满.*2031年9月21日/)
  await choose(page, '#elect-unit_secretary', '宋秀国')
  await says(page, '#elect-unit_secretary', /宋秀国/)
  await picture(page, '18g-elect-unit')
  await tap(page, '#elect-save')
  await says(page, '#elect-sheet', new RegExp(`今天起，${name}新一届班子.*书记 宋秀国`))
  await tap(page, '#elect-yes')
  await says(page, '#committee', /宋秀国.*书记，2026年9月22日起/)
  await says(page, '#organisation-facts', /2031年9月21日/)
  await picture(page, '18h-unit')
  await page.context().close()

  const { page: large } = await world.phone('demo-committee', { elder: true })
  await tap(large, '#tab-work')
  await tap(large, '#organisations')
  await openNode(large, name)
  await tap(large, '#elect')
  await says(large, '#elect-page', /书记.*宋秀国/)
  await picture(large, '18g-elect-unit-elder')
  await shown(large, '#elect-page').getByText('补选', { exact: true }).click()
  await tap(large, '#elect-unit_deputy_secretary')
  const other = shown(large, '#choose-sheet .choose-line').last()
  const who = (await other.innerText()).trim()
  await other.click()
  await tap(large, '#choose-done')
  await tap(large, '#elect-save')
  await says(large, '#elect-sheet', new RegExp(`今天起，${name}补选.*副书记 ${who}`))
  await tap(large, '#elect-yes')
  await says(large, '#committee', new RegExp(`宋秀国.*书记.*${who}.*副书记`))
  await picture(large, '18h-unit-elder')
  await large.context().close()
})

test('rights are given by a code and can be withdrawn before anybody takes it', async () => {
  const { page } = await world.phone('demo-committee')
  await tap(page, '#tab-work')
  await tap(page, '#organisations')
  await shown(page, '[id^="node-"]').first().click()
  await tap(page, '#open-grants')
  await says(page, '#grants', /有权限的同志/)
  const rows = () => shown(page, '#grant-rows [id^="revoke-"]').count()
  const all = await rows()
  await type(page, '#grant-search', '工委')
  await becomes(async () => (await rows()) < all && (await rows()) > 0, true)
  await type(page, '#grant-search', '没有这个人')
  await says(page, '#grants', /没有找到/)
  await type(page, '#grant-search', '')
  await becomes(rows, all)
  await tap(page, '#grant-add')
  await tap(page, '#role-inspector')
  await type(page, '#grant-name', '陆明')
  await tap(page, '#grant-make')
  await says(page, '#invitation', /陆明（督导员）/)
  await tap(page, '#grant-done')
  await says(page, '#open-invitations', /陆明，督导员/)
  await picture(page, '18e-grants')
  await tap(page, '[id^="withdraw-"]')
  await becomes(() => shown(page, '#open-invitations').count(), 0)
  await page.context().close()
})
