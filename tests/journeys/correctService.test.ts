import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { becomes, openWorld, says, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld(Date.parse('2026-09-22T15:40:00+08:00'))
})
after(() => world.close())

const records = async (elder = false) => {
  const { page } = await world.phone('demo-member', { elder })
  await page.goto(`${world.emulator.url}/?as=demo-member#/member/records/index`)
  await tap(page, '#filter-service')
  return page
}
const asked = () => world.emulator.database.find('facts', { reason: '没扫上码' })

test('a service that is not on record: the member asks from the own records, the community looks and confirms, and it counts', async () => {
  for (const elder of [true, false]) {
    const page = await records(elder)
    await tap(page, '#correct-service')
    await says(page, '#missed-sheet', /敬老助餐.*滨河社区党委/)
    await shown(page, '#missed-sheet [id^="missed-"]').filter({ hasText: '敬老助餐' }).last().click()
    await tap(page, '#missed-reason-0')
    await picture(page, elder ? '12b-correct-service-elder' : '12b-correct-service')
    if (!elder) {
      await shown(page, '#missed-send').dblclick()
      await says(page, '#missed-asked', /已请滨河社区党委更正，确认后计入/)
      await says(page, '#missed-sheet', /敬老助餐.*等滨河社区党委确认/)
      assert.equal(asked().length, 1)
      await picture(page, '12b-correct-service-asked')
      await tap(page, '#sheet-close')
      await says(page, '#records', /敬老助餐 补登，待确认/)
    }
    await page.context().close()
  }

  const staff = (await world.phone('demo-community')).page
  await tap(staff, '#tab-work')
  await says(staff, '#work', /敬老助餐.*待确认 8/)
  await shown(staff, '[id^="service-"]').filter({ hasText: '敬老助餐' }).first().click()
  await tap(staff, '#seg-confirm')
  // Whoever stands there by the own word alone is not ticked beforehand.
  await says(staff, '#check-confirm', /确认 7 人到场/)
  await says(staff, '#pending', /本人说到了：没扫上码/)
  await shown(staff, '#pending').getByText('本人说到了：没扫上码').scrollIntoViewIfNeeded()
  await picture(staff, '09b-confirm-correction')
  await tap(staff, `[id="check-${String(asked()[0]?._id)}"]`)
  await tap(staff, '#check-confirm')
  await says(staff, '#nothing-pending', /没有待确认的/)
  await staff.context().close()

  const page = await records()
  await tap(page, '#export-services')
  await says(page, '#paper-name', /2026年-.*-个人志愿服务情况\.xlsx/)
  await picture(page, '12b-own-services')
  await tap(page, '#sheet-close')
  await tap(page, '#correct-service')
  await becomes(() => shown(page, '#missed-sheet').getByText('敬老助餐').count(), 0)
  await page.context().close()
})
