import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf } from '../../src/navigation/routes'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { openWorld, says, shown, tap, type World } from './world'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** As they stand in the sheet of 逐栏复制. */
async function copied(elder: boolean): Promise<string> {
  const [branch] = world.emulator.database.find('organisations', { name: '县农业农村局党支部' })
  const where = { branchId: String(branch?._id), state: 'closed' }
  const [meeting] = world.emulator.database.find('activities', where)
  const { page } = await world.phone('demo-secretary', { elder })
  const address = addressOf('record', { id: String(meeting?._id) })
  await page.goto(`${world.emulator.url}/?as=demo-secretary&opened=1#${address}`)
  await tap(page, '#copy-fields')
  const text = await says(page, '#copy-sheet', /已复制 0\/11/)
  await picture(page, elder ? '16b-copy-own-elder' : '16b-copy-own')
  await page.context().close()
  return text
}

for (const elder of textSizes) {
  const size = elder ? 'in large text' : 'in normal text'
  const named = (name: string) => (elder ? `${name}-elder` : name)
  test(`the work committee puts the columns of 逐栏复制 in the order of its form, branches copy so, and it is put back, ${size}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#open-copy-order')
    await says(page, '#columns-note', /现在按省里填报表的次序/)
    await says(page, '#columns-save', /没有改动/)
    await picture(page, named('county-columns'))
    for (let up = 0; up < 10; up += 1) await tap(page, '#up-lecturer')
    await says(page, '#column-1', /讲课人/)
    const box = await shown(page, '#up-title').boundingBox()
    assert.ok(box && box.width >= 44 && box.height >= 44, 'fit for a thumb')
    await tap(page, '#columns-save')
    await says(page, '#columns-note', /全县的会议记录按这个次序/)
    await picture(page, named('county-columns-own'))
    assert.match(await copied(elder), /讲课人.*会议名称.*时间/)

    await tap(page, '#columns-default')
    await tap(page, '#columns-save')
    await says(page, '#columns-note', /现在按省里填报表的次序/)
    assert.match(await copied(elder), /会议名称.*时间.*讲课人/)
    await page.context().close()
  })
}
