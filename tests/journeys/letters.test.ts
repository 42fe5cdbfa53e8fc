import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { cutOff, openWorld, says, shown, tap, type World } from './world'

let world: World

before(async () => {
  world = await openWorld(Date.parse('2026-10-09T10:00:00+08:00'))
})
after(() => world.close())

for (const elder of [true, false])
  test(`the community writes to a unit of the last quarter${elder ? ', in large text' : ''}`, async () => {
    const { page } = await world.phone('demo-community', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="letters-"]')
    await says(page, '#letters', /第四季度.*第三季度.*滨河社区党委.*个单位.*县农业农村局党组 ?服务 \d+ 人次/)
    await picture(page, elder ? '24c-letters-elder' : '24c-letters')
    if (!elder) {
      await shown(page, '[id^="letter-"]').filter({ hasText: '县农业农村局' }).dblclick()
      await says(page, '#paper-name', /滨河社区党委-2026年第三季度-县农业农村局党组-社区反馈函\.docx/)
      await picture(page, '24c-letter-made')
      await tap(page, '#sheet-close')
      // The quarter that has just begun has nothing yet; without a network the page says so.
      await tap(page, '#quarter-2026-Q4')
      await says(page, '#no-letters', /这个季度还没有记录/)
      await cutOff(page, true)
      await tap(page, '#quarter-2026-Q1')
      await says(page, '#letters', /没有网络|网络/)
      await cutOff(page, false)
    }
    await page.context().close()
  })
