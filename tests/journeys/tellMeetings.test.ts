import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, type World } from './world'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const told = () => world.emulator.database.find('reminders', { kind: 'meeting', state: 'leader' })

for (const elder of textSizes) {
  const size = elder ? '-elder' : ''
  test(`before a meeting is published the secretary sees who gets WeChat and whom the leaders tell${size}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="plan-"]')
    await says(page, '#who-gets', /谁能收到.*\d+ 人收微信，\d+ 人由党小组长/)
    await picture(page, `plan-who-gets${size}`)
    await tap(page, '#who-gets')
    await says(page, '#who-gets-person', /第.党小组/)
    await says(page, '#who-gets-person', /没绑定微信|提醒次数用完|请当面告知/)
    await picture(page, `who-gets${size}`)
    await tap(page, '#who-gets-back')
    assert.equal(await shown(page, '#who-gets-sheet').count(), 0)
    await page.context().close()
  })
}

test('published from there, the leader has the sentence to read out and ticks who was told; offline it says so', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="plan-"]')
  await tap(page, '#who-gets')
  await tap(page, '#who-gets-publish')
  await says(page, '#meeting', /主题党日|党小组会|党员大会|党课/)
  await page.context().close()

  const leader = (await world.phone('demo-leader')).page
  await tap(leader, '#tab-work')
  await tap(leader, '[id^="tell-o"]')
  await says(leader, '#tell', /可以这样说.*到会后扫码，或请组织者点名都行/)
  await picture(leader, 'tell-meetings')
  const button = shown(leader, '[id^="told-meeting_"]').first()
  const id = (await button.getAttribute('id'))?.slice('told-'.length) ?? ''
  await cutOff(leader, true)
  await button.click()
  await says(leader, '#refusal', /没连上网络/)
  assert.equal(told().length, 0)
  await cutOff(leader, false)
  await shown(leader, `[id="told-${id}"]`).dblclick()
  await shown(leader, `[id="untold-${id}"]`).waitFor()
  await becomes(() => told().length, 1)
  await leader.context().close()
})

test('the leader’s list in large text', async () => {
  const { page } = await world.phone('demo-leader', { elder: true })
  await tap(page, '#tab-work')
  await tap(page, '[id^="tell-o"]')
  await says(page, '#tell', /可以这样说/)
  await picture(page, 'tell-meetings-elder')
  await page.context().close()
})
