import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, type World } from './world'

/** New system, old lists: a list the office has kept in Excel comes into 台账与清单, by tapping. */
let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const list = (...lines: string[]) =>
  ['县农业农村局党支部问题整改清单', '序号,存在问题,责任人,整改时限,完成情况,家庭情况,备注', ...lines].join(
    '\n',
  )
const rows = (what: string) => [
  `1,${what}活动室没有党旗、入党誓词，书报架上的报纸还是去年的,胡淑,2026-10-15,,三口人,急`,
  `2,${what}支委会记录不完整,宋秀国,2026/9/15,已完成,,`,
  `3,${what}党费证没有发齐,没有这个人,月底前,,,`,
]

async function choose(page: Page, name: string, text: string, button = '#file-choose'): Promise<void> {
  const opened = page.waitForEvent('filechooser')
  await tap(page, button)
  await (await opened).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

for (const elder of textSizes)
  test(`a list of the office is looked at row by row and written; the same file again writes nothing, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const size = elder ? '-elder' : ''
    const what = elder ? '二楼' : '三楼'
    const kept = world.emulator.database.count('listRows', {})
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="lists-"]')
    await tap(page, '#list-rectification')
    await tap(page, '#import-rows')
    await says(page, '#file-steps', /逐行看过再写入/)
    await picture(page, `28-import${size}`)
    await choose(page, '姓名表.csv', '姓名,手机\n胡淑,')
    await says(page, '#refusal', /没有找到表头.*列名/s)
    await choose(page, '问题整改清单.csv', list(...rows(what)))
    await says(page, '#file-preview', /问题整改清单\.csv.*能写入 2 条，不能写入 1 条/s)
    await says(page, '#import-ignored', /家庭情况、备注/)
    await says(page, '#file-row-0', /谁来办：名册里没有这个人.*完成时限：日期认不出来.*第 5 行.*不能写入/s)
    await picture(page, `28-import-preview${size}`)
    await becomes(() => world.emulator.database.count('listRows', {}), kept)
    await cutOff(page, true)
    await tap(page, '#file-write')
    await says(page, '#refusal', /网络/)
    await cutOff(page, false)
    await shown(page, '#file-write').dblclick()
    await says(page, '#file-written', /新记 2 条/)
    await picture(page, `28-import-written${size}`)
    await becomes(() => world.emulator.database.count('listRows', {}), kept + 2)
    await choose(page, '问题整改清单.csv', list(...rows(what)), '#file-again')
    await says(page, '#file-preview', /能写入 0 条，不能写入 1 条，已经有了 2 条/)
    await says(page, '#file-write', /没有要写入的/)
    await tap(page, '#nav-back')
    await says(page, '#list-rows', new RegExp(`${what}活动室没有党旗`))
    await says(page, '#list-rows', new RegExp(`${what}支委会记录不完整.*9月22日办结`, 's'))
    await page.context().close()
  })
