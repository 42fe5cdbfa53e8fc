import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { openWorld, says, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

const type = (page: Page, selector: string, text: string) =>
  shown(page, `${selector} input`).first().fill(text)

for (const elder of [false, true]) {
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
  await tap(page, '#change-save')
  await says(page, '#field-parent', /请选上级/)
  await tap(page, '#field-parent')
  await shown(page, '#choose-sheet .choose-line').filter({ hasText: '县农业农村局党组' }).first().click()
  await picture(page, '18d-found')
  await tap(page, '#change-save')
  await says(page, '#tree', /县种业中心党支部.*0 人/)
  await type(page, '#tree-search', '种业中心')
  await shown(page, '[id^="node-"]').filter({ hasText: '种业中心' }).first().click()
  await tap(page, '#change-edit')
  await type(page, '#organisation-name', '县种业发展中心党支部')
  await tap(page, '#change-save')
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
  await tap(page, '#change-save')
  await says(page, '#organisation-children', /第九党小组/)
  await page.context().close()
})

test('rights are given by a code and can be withdrawn before anybody takes it', async () => {
  const { page } = await world.phone('demo-committee')
  await tap(page, '#tab-work')
  await tap(page, '#organisations')
  await shown(page, '[id^="node-"]').first().click()
  await tap(page, '#open-grants')
  await says(page, '#grants', /有权限的同志/)
  await tap(page, '#grant-add')
  await tap(page, '#role-inspector')
  await type(page, '#grant-name', '陆明')
  await tap(page, '#grant-make')
  await says(page, '#invitation', /陆明（督导员）/)
  await tap(page, '#grant-done')
  await says(page, '#open-invitations', /陆明，督导员/)
  await picture(page, '18e-grants')
  await tap(page, '[id^="withdraw-"]')
  await page.waitForTimeout(800)
  assert.equal(await shown(page, '#open-invitations').count(), 0)
  await page.context().close()
})
