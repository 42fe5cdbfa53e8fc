import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { codeOnScreen, openWorld, says, scanPicture, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

for (const elder of [false, true]) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`on the own page of the register the secretary is told who sets an exemption, and asks as every member, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="roster-"]')
    await says(page, '#roster-totals', /党员/)
    await shown(page, '#roster-search input').first().fill('宋秀国')
    await tap(page, '[id^="member-"]')
    await says(page, '#exemption-other', /本人的由支部另一位书记、副书记或组织委员办理/)
    // What says how much one owes is read here and changed by another.
    await says(page, '#own-fields', /关系到您本人的指标.*帮扶户/)
    await picture(page, named('own-exemption'))
    await tap(page, '#exemption-own')
    if (!elder) {
      await tap(page, '#ask-health')
      await tap(page, '#ask-send')
    }
    await says(page, '#answered-by', /由马梅答复/)
    await picture(page, named('own-exemption-asked'))
  })
}

test('who also runs the meeting scans its code and waits for one tap of the other organiser on the roll', async () => {
  const secretary = (await world.phone('demo-secretary')).page
  await tap(secretary, '#tab-work')
  await tap(secretary, '#show-code')
  await tap(secretary, '#open-registration')
  const { page } = await world.phone('demo-organisation-officer')
  await scanPicture(page, await codeOnScreen(secretary))
  await says(page, '#result', /已登记，待确认.*请另一位组织者在名单上点一下/)
  await picture(page, 'own-scan')
  await says(secretary, '#arrivals', /马梅.*等另一位组织者确认/)
  await tap(secretary, '#seg-roll')
  const tile = shown(secretary, '[id^="roll-m"]')
    .filter({ hasText: /马梅 ?已扫待点/ })
    .last()
  await tile.click()
  await says(secretary, '#roll-call', /马梅 ?扫码/)
})
