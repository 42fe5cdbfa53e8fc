import { after, before, test } from 'node:test'
import { answerTo, becomes, openWorld, says, shown, tap, turnTo, type, type World } from './world'
import { picture } from './pictures'

/** 台账与清单: entered, moved on and handed out by tapping, from 工作. */
let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const secretary = async (elder = false) => {
  const { page } = await world.phone('demo-secretary', { elder })
  await tap(page, '#tab-work')
  await tap(page, '[id^="lists-"]')
  return page
}
test('a problem is entered, is counted on its tile, and is 办结 in two taps from there', async () => {
  const page = await secretary()
  await says(page, '#list-rectification', /没有要办的/)
  await picture(page, '28-lists-empty')
  await tap(page, '#list-rectification')
  await says(page, '#no-rows', /还没有记/)
  await tap(page, '#add-row')
  await says(page, '#save-row', /请填“什么问题”/)
  await type(page, '#field-what', '活动室没有党旗')
  await tap(page, '#field-owner')
  await shown(page, '[id^="choose-"].cell').first().click()
  await says(page, '#save-row', /请填“完成时限”/)
  await tap(page, '#field-due')
  await turnTo(page, '25日')
  await picture(page, '28-row-new')
  await tap(page, '#save-row')
  await says(page, '#list-rows', /活动室没有党旗.*9月25日止.*办理中/s)
  // Four days later it is past its day, and said so without a red alarm.
  world.emulator.clock.advance(4 * 86_400_000 + 3_600_000 * 14)
  await page.reload()
  await says(page, '#list-rows', /活动室没有党旗.*9月25日止.*过了 /s)
  await says(page, '#list-rectification', /1 件没办完/)
  await picture(page, '28-lists-one')
  await tap(page, '#row-0')
  await tap(page, '#move-done')
  await says(page, '#list-rows', /办结.*已办结/s)
  await says(page, '#list-rectification', /没有要办的/)
  await page.context().close()
})

test('twice at once is one row; without network what is filled in stays until it is sent', async () => {
  const page = await secretary()
  await tap(page, '#list-sites')
  await tap(page, '#add-row')
  await type(page, '#field-site', '三楼党员活动室')
  await type(page, '#field-year', '2026')
  for (const one of ['place', 'equipment', 'sign', 'books', 'rules']) await tap(page, `#choice-has-${one}`)
  await page.context().setOffline(true)
  await tap(page, '#save-row')
  await says(page, '#refusal', /网络/)
  await page.context().setOffline(false)
  const saved = answerTo(page, 'list.save')
  await shown(page, '#save-row').dblclick()
  await saved
  await says(page, '#list-rows', /三楼党员活动室.*2026 年.*有场所、有设施/s)
  await becomes(() => world.emulator.database.count('listRows', { list: 'sites' }), 1)
  await picture(page, '28-lists')
  await page.context().close()
})

test('what was entered is changed, and taken out when it was a mistake', async () => {
  const page = await secretary()
  await tap(page, '#list-sites')
  await tap(page, '#row-0')
  await tap(page, '#choice-has-flag')
  await picture(page, '28-row')
  await tap(page, '#save-row')
  await says(page, '#list-rows', /有党旗/)
  await tap(page, '#row-0')
  await tap(page, '#remove-row')
  await tap(page, '#reason-confirm')
  await says(page, '#no-rows', /还没有记/)
  await page.context().close()
})

test('in large text the tiles hold their words, and a list has a page of its own', async () => {
  const page = await secretary(true)
  await says(page, '#list-admission', /发展党员/)
  await picture(page, '28-lists-elder')
  await tap(page, '#list-rectification')
  await says(page, '#list-rows', /活动室没有党旗/)
  await picture(page, '28-list-elder')
  await page.context().close()
})

test('a list leaves the phone as a file', async () => {
  const page = await secretary()
  await tap(page, '#list-rectification')
  await tap(page, '#take-list')
  await tap(page, '#reason-excel')
  const made = answerTo(page, 'paper.ofList')
  await tap(page, '#reason-confirm')
  await made
  await says(page, '#paper-name', /问题整改\.xlsx/)
  await page.context().close()
})
