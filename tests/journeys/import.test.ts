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

const branch = '县农业农村局党支部'
const csv = [
  '党员基本信息登记表',
  '序号,姓名,身份证号码,人员类别,所在党支部,所在党小组,手机号码,备注',
  `1,钟长河,11010119900101001X,正式党员,${branch},第一党小组,13900000391,退役军人`,
  `2,田野,,预备党员,${branch},,13900000392,`,
  `3,白露,,正式党员,没有的支部,,13900000393,`,
  `4,,,正式党员,${branch},,13900000394,`,
  `5,方向,,正式党员,${branch},第九党小组,668394,`,
].join('\n')

async function choose(page: Page, name: string, text: string, button = '#import-choose'): Promise<void> {
  const opened = page.waitForEvent('filechooser')
  await tap(page, button)
  await (await opened).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

async function openImport(page: Page): Promise<void> {
  await tap(page, '#tab-work')
  await tap(page, '[id^="roster-"]')
  await tap(page, '#roster-import')
  await says(page, '#import-steps', /逐行看过再导入/)
}

test('a register is chosen, looked at row by row and applied; the same file again changes nothing', async () => {
  const { page } = await world.phone('demo-secretary')
  await openImport(page)
  await picture(page, '19-import')
  await choose(page, '党员名册.csv', csv)
  await says(page, '#import-preview', /党员名册\.csv/)
  await says(page, '#import-ignored', /身份证号码、备注/)
  await says(page, '#verdict-add', /新增 2/)
  await says(page, '#verdict-refuse', /不能导入 2/)
  await picture(page, '19b-preview')
  await says(page, '#verdict-flawed', /部分导入 1/)
  // What cannot be taken stands first, what was passed over last.
  const first = await shown(page, '#import-preview .preview-rows').first().innerText()
  assert.match(first, /白露[\s\S]*没有姓名[\s\S]*方向[\s\S]*钟长河[\s\S]*标题/)
  await tap(page, '#verdict-flawed')
  await says(page, '#import-preview', /方向.*不是手机号.*没有这个党小组/s)
  await picture(page, '19b-flawed')
  await tap(page, '#verdict-refuse')
  await says(page, '#import-preview', /白露.*没有这个党支部/)
  await tap(page, '#import-apply')
  await says(page, '#import-done', /新增 3，更改 0/)
  await picture(page, '19c-applied')
  await tap(page, '#import-back')
  await says(page, '#roster-rows', /钟长河/)

  await tap(page, '#roster-import')
  await choose(page, '党员名册.csv', csv)
  await says(page, '#verdict-same', /不变 3/)
  await says(page, '#import-apply', /没有要改的/)
  await page.context().close()
})

test('of what a file would change nothing is said while that is on its way', async () => {
  const { page } = await world.phone('demo-secretary')
  await openImport(page)
  let arrives = () => undefined as unknown
  const held = new Promise((resolve) => {
    arrives = () => resolve(undefined)
  })
  await page.route(/callFunction/, async (route) => {
    if (route.request().postData()?.includes('"import.preview"')) await held
    await route.continue()
  })
  await choose(page, '党员名册.csv', csv)
  await says(page, '#import-other', /换个文件/)
  assert.equal(await shown(page, '#import-apply').count(), 0)
  arrives()
  await says(page, '#import-apply', /没有要改的/)
  await page.context().close()
})

test('what is no register says so and can be replaced by another file', async () => {
  const { page } = await world.phone('demo-secretary')
  await openImport(page)
  await choose(page, '通知.csv', '关于开会的通知\n请准时参加')
  await says(page, '#refusal', /没有找到表头/)
  // A workbook cut off after its first bytes.
  await choose(page, '名册.xlsx', 'PK\u0003\u0004cut off')
  await says(page, '#refusal', /这个文件打不开/)
  await picture(page, '19d-unreadable')
  await page.context().close()
})

test('in large text the preview fits', async () => {
  const { page } = await world.phone('demo-secretary', { elder: true })
  await openImport(page)
  await choose(page, '党员名册.csv', csv)
  await says(page, '#import-preview', /党员名册\.csv/)
  await picture(page, '19b-preview-elder')
  assert.equal(await shown(page, '#import-ask').count(), 0)
  await page.context().close()
})
