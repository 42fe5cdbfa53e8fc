import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readCode } from '../browser'
import { ask } from './ask'
import { axeFaults } from './axeFaults'
import { picture } from './pictures'
import { becomes, openWorld, says, scanPicture, shown, tap, type, type World } from './world'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const DAY = 86_400_000
const yes = (page: Page, label: string) =>
  page.locator('.taro-modal__foot').getByText(label, { exact: true }).click()
const organisation = (_id: string) => String(world.emulator.database.find('organisations', { _id })[0]?.name)

/** The community somebody works for. */
function placeOf(openid: string): { id: string; name: string } {
  const [identity] = world.emulator.database.find('identities', { _id: openid })
  const [grant] = (identity?.grants ?? []) as { organisationId: string }[]
  const id = String(grant?.organisationId)
  return { id, name: organisation(id) }
}
async function mine(elder = false): Promise<Page> {
  const { page } = await world.phone('demo-member', { elder })
  await tap(page, '#tab-me')
  await tap(page, '#my-community')
  await says(page, '#kind-unit', /单位所在地.*已报到.*名册里登记的，没有回执/)
  return page
}
async function reports(openid: string, elder = false): Promise<Page> {
  const { page } = await world.phone(openid, { elder })
  await tap(page, '#tab-work')
  await tap(page, '[id^="reports-"]')
  return page
}

test('a member chooses the community of home by name: it waits, is taken back, and is asked again', async () => {
  const { id, name } = placeOf('demo-community-2')
  const page = await mine()
  await says(page, '#kind-home', /居住地.*也可以不报/)
  await tap(page, `#community-${id}`)
  await picture(page, '23-report-in')
  assert.deepEqual(await axeFaults(page), [])
  // Where the unit has reported is not offered again.
  await tap(page, '#all-communities')
  await says(page, '#kind-home', /单位所在地已报到，不用再报/)
  await tap(page, '#report')
  await says(page, '#asked-home', new RegExp(`${name}.*等社区接收.*9月22日报到，社区三天内答复`))
  await picture(page, '23-report-waiting')
  await tap(page, '#withdraw-home')
  await tap(page, `#community-${id}`)
  await tap(page, '#report')
  await says(page, '#asked-home', /等社区接收/)
  await page.context().close()
})

test('the community reads name and branch, and accepts; the member has a receipt as Word and as a picture', async () => {
  const staff = await reports('demo-community-2')
  const row = await says(staff, '[id^="report-"].report-row', /接收/)
  assert.doesNotMatch(row, /\d{4,}/)
  await picture(staff, '23b-community-accept')
  await tap(staff, '[id^="yes-"]')
  await says(staff, '#reports', /没有等着接收的/)
  await tap(staff, '#to-residents')
  await says(staff, '#residents', /居住地 2026年9月22日/)
  await staff.context().close()

  for (const elder of [true, false]) {
    const page = await mine(elder)
    await says(page, '#held-home', /2026年9月22日接收，回执号 2026-0001/)
    await tap(page, '#receipt-home')
    await says(page, '#receipt-card', /县直机关党员社区报到回执.*回执号 2026-0001.*居住地/)
    await picture(page, elder ? '23c-report-accepted-elder' : '23c-report-accepted')
    if (!elder) {
      await tap(page, '#receipt-word')
      await says(page, '#paper-name', /报到回执\.docx/)
      await tap(page, '#sheet-close')
      const saved = page.waitForEvent('download')
      await tap(page, '#receipt-share')
      assert.match((await saved).suggestedFilename(), /2026-0001报到回执\.jpg/)
    }
    await page.context().close()
  }
})

test('the code that hangs in the community leads to it; a change ends the old one, which stays as history', async () => {
  world.emulator.clock.advance(DAY)
  const { id, name } = placeOf('demo-community-2')
  const large = await reports('demo-community-2', true)
  await says(large, '#reports', /已报到/)
  await picture(large, '23b-community-accept-elder')
  await large.context().close()
  const staff = await reports('demo-community-2')
  await tap(staff, '#show-report-code')
  await picture(staff, '23d-report-code')
  let code: Buffer = Buffer.alloc(0)
  await becomes(async () => {
    // As a camera sees it, and not in the screen's own pixels.
    code = await staff.screenshot({ scale: 'css' })
    return readCode(code)
  }, `C1.${id}`)
  await staff.context().close()

  const page = await mine()
  await tap(page, '#leave-home')
  await yes(page, '不再报到')
  await says(page, '#report-in', new RegExp(`以前的.*${name}，2026年9月22日至2026年9月22日`))
  await scanPicture(page, code, '#scan-community')
  await says(page, '#report', new RegExp(`向${name}报到`))
  await tap(page, '#report')
  await says(page, '#asked-home', /等社区接收/)
  await page.context().close()
})

test('不是本社区: the member reads so, without a word of blame, and another can be chosen', async () => {
  const staff = await reports('demo-community-2')
  await tap(staff, '[id^="no-"]')
  await yes(staff, '不是')
  await says(staff, '#reports', /没有等着接收的/)
  await staff.context().close()
  const page = await mine()
  await says(page, '#declined-home', /说您不在它的范围，请另选一个/)
  await tap(page, '#choose-home')
  assert.ok((await shown(page, '[id^="community-"]').count()) > 0)
  await picture(page, '23-report-declined')
  await page.context().close()
})

const memberOf = (openid: string) => {
  const [identity] = world.emulator.database.find('identities', { _id: openid })
  return world.emulator.database.find('members', { _id: identity?.memberId })[0]
}

test('导入名单: those on it are ticked beforehand and accepted in one tap; the others are looked at; it can be let go of', async () => {
  const { id } = placeOf('demo-community-2')
  for (const openid of ['demo-leader', 'demo-guest', 'demo-elder'])
    await ask(world, openid, 'community.report', { communityId: id, kind: 'home', nonce: `list-${openid}` })
  const [leader, guest, elder] = ['demo-leader', 'demo-guest', 'demo-elder'].map((one) =>
    String(memberOf(one)?.name),
  )
  const staff = await reports('demo-community-2')
  await says(staff, '#reports', /等您接收 3 人/)
  await tap(staff, '#import-list')
  await says(staff, '#name-list-sheet', /有姓名，有单位或党支部.*不留姓名.*7 天后删除/)
  await picture(staff, '23e-name-list')
  const rows = [
    '姓名,工作单位,身份证号',
    `${leader},农业农村局,330000`,
    `${elder},县农业农村局,330001`,
    ',财政局,',
  ]
  const opened = staff.waitForEvent('filechooser')
  await tap(staff, '#choose-list')
  const file = { name: '报到名单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
  await (await opened).setFiles(file)
  await says(staff, '#list-read', /共 2 人；有 1 行没有姓名或单位/)
  await says(staff, '#reports', new RegExp(`名单里没有.*和名单对得上 2 人.*名单里没有 1 人.*${guest}`))
  await picture(staff, '23b-community-list')
  await says(staff, '#check-confirm', /全部接收 2 人/)
  await tap(staff, '#check-confirm')
  await becomes(() => shown(staff, '#listed-reports').count(), 0)
  await says(staff, '#reports', /名单里没有 1 人/)
  await staff.context().close()

  const large = await reports('demo-community-2', true)
  await says(large, '#list-kept', /9月23日导入的名单，7 天后删除/)
  await picture(large, '23b-community-list-elder')
  await tap(large, '#drop-list')
  await yes(large, '不用了')
  await says(large, '#reports', /等您接收 1 人/)
  await large.context().close()
})

test('the committee sees how many of each branch are registered, and who is not yet', async () => {
  const { page } = await world.phone('demo-committee')
  await tap(page, '#tab-work')
  await tap(page, '#organisations')
  await type(page, '#tree-search', '农业农村局')
  await shown(page, '[id^="node-"]').filter({ hasText: '县农业农村局党组' }).first().click()
  await tap(page, '#open-registered')
  await says(page, '#registered-below', /县农业农村局党支部.*\d+ \/ \d+/)
  await picture(page, '23f-registered-below')
  await shown(page, '[id^="below-"]').filter({ hasText: '县农业农村局党支部' }).first().click()
  await says(page, '#registered-yes', /单位所在地/)
  await picture(page, '23g-registered')
  await page.context().close()
})
