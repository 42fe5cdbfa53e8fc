import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { openWorld, says, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

const identityOf = (openid: string) => world.emulator.database.find('identities', { _id: openid })[0]
const privacyOf = async (as: string, elder = false) => {
  const { page } = await world.phone(as, { elder })
  await tap(page, '#tab-me')
  await tap(page, '#to-privacy')
  return page
}

test('the secretary looks at the branch page; the member finds the look, by name, post and day', async () => {
  const { page: secretary } = await world.phone('demo-secretary')
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="progress-"]')
  await says(secretary, '#branch-gaps', /支部待安排/)
  await secretary.context().close()

  for (const elder of [false, true]) {
    const page = await privacyOf('demo-member', elder)
    await says(page, '#kept', /手机号后四位/)
    await says(page, '#viewers', /党支部书记.*看支部完成情况/)
    await says(page, '#total-facts', /[1-9]/)
    await picture(page, elder ? '12d-privacy-elder' : '12d-privacy')
    await shown(page, '#rights').evaluate((element) => element.scrollIntoView())
    await picture(page, elder ? '12d-privacy-rights-elder' : '12d-privacy-rights')
    await page.context().close()
  }
})

test('all of one’s own data is one readable text', async () => {
  const page = await privacyOf('demo-member')
  await tap(page, '#to-export')
  await tap(page, '#export-make')
  const text = await says(page, '#export-text', /胡淑/)
  assert.match(text, /集中学习/)
  assert.match(text, /隐私说明/)
  assert.doesNotMatch(text, /public_duty|签到/)
  await picture(page, '12d-export')
  const download = page.waitForEvent('download')
  await tap(page, '#export-keep')
  assert.match((await download).suggestedFilename(), /^我的数据-.*\.txt$/)
  await page.context().close()
})

test('a correction goes to the secretary and stands on the page until it is answered', async () => {
  const page = await privacyOf('demo-member')
  await tap(page, '#to-correct')
  await says(page, '#correct-sheet', /涉密和敏感内容不得录入/)
  await tap(page, '#field-group')
  await shown(page, '#correct-text textarea').fill('党小组应为第一党小组')
  await picture(page, '12d-correct')
  await tap(page, '#correct-send')
  await says(page, '#asked', /党小组应为第一党小组.*等答复/)
  assert.equal(world.emulator.database.count('corrections', { field: 'group', state: 'open' }), 1)
  await page.context().close()
})

test('unbound by oneself: this WeChat speaks for nobody, the records stay', async () => {
  const memberId = String(identityOf('demo-elder')?.memberId)
  const facts = () => world.emulator.database.count('facts', { memberId })
  const before = facts()
  const page = await privacyOf('demo-elder')
  await tap(page, '#unbind')
  await page.getByText('解除', { exact: true }).last().click()
  await says(page, '#welcome', /核对一次身份/)
  assert.equal(facts(), before)
  await page.context().close()
})

test('deletion: the binding goes at once, the work committee agrees, and the name is nowhere', async () => {
  const memberId = String(identityOf('demo-all-done')?.memberId)
  const memberOf = () => world.emulator.database.find('members', { _id: memberId })[0]
  const name = String(memberOf()?.name)
  const page = await privacyOf('demo-all-done')
  await tap(page, '#to-delete')
  await says(page, '#delete-sheet', /保留 10 年/)
  await picture(page, '12d-delete')
  await tap(page, '#delete-send')
  await page.getByText('删除', { exact: true }).last().click()
  // The consent went with everything else.
  await says(page, '#consent-text', /县直机关工委/)
  assert.equal(identityOf('demo-all-done'), undefined)
  await page.context().close()

  const { page: committee } = await world.phone('demo-committee')
  await tap(committee, '#tab-work')
  await tap(committee, '#deletions')
  await says(committee, '[id^="deletion-"]', new RegExp(name))
  await picture(committee, 'deletions')
  await tap(committee, '[id^="delete-"]')
  await committee.getByText('删除', { exact: true }).last().click()
  await says(committee, '#no-deletions', /没有待定/)
  assert.equal(memberOf()?.name, '已删除的同志')
  await committee.context().close()
})

for (const elder of textSizes) {
  test(`a member says a word to the secretary${elder ? ', in large text' : ''}: category and dates, nothing else`, async () => {
    const { page } = await world.phone(elder ? 'demo-guest' : 'demo-member', { elder })
    await tap(page, '#tab-me')
    await tap(page, '#my-exemptions')
    await says(page, '#exemption', /各有依据/)
    await tap(page, '#ask')
    await tap(page, '#kind-health')
    await says(page, '#ask-lifts', /帮扶走访/)
    assert.equal(await shown(page, '#ask-sheet input[type="text"], #ask-sheet textarea').count(), 0)
    await picture(page, elder ? '12e-ask-elder' : '12e-ask')
    await tap(page, '#ask-send')
    await says(page, '[id^="exemption-"]', /病休.*等答复/)
    await picture(page, elder ? '12e-exemption-elder' : '12e-exemption')
    await page.context().close()
  })
}
