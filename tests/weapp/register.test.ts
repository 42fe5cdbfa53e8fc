import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

let world: World
const branch = '县农业农村局党支部'
const csv = [
  '序号,姓名,身份证号码,人员类别,所在党支部,手机号码',
  `1,夏雨,11010119900101001X,正式党员,${branch},13900000395`,
  `2,田野,,预备党员,${branch},13900000392`,
  '3,白露,,正式党员,没有的支部,13900000393',
].join('\n')

before(async () => {
  world = await openWorld('demo-secretary')
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))
const named = (name: string) => world.emulator.database.find('members', { name })
const lineOf = (name: string) => `#member-${String(named(name)[0]?._id)}`

test('a member is added by the form, which asks for the name first, and changed', async () => {
  const { host } = world
  await host.launch()
  await shows('#tab-work')
  await host.openTab('work')
  const door = `#roster-${String(world.emulator.database.find('organisations', { name: branch })[0]?._id)}`
  await shows(door)
  await host.tap(door)
  await shows('#roster-rows')
  await host.tap('#roster-add')
  await shows('#member-save')
  await host.tap('#member-save')
  await says('#field-name', /请填姓名/)
  await host.input('#member-name', '钟长河')
  await host.input('#member-tail', '0391')
  await host.tap('#member-save')
  await says('#roster-rows', /钟长河/)
  assert.deepEqual(
    named('钟长河').map(({ phoneTail }) => phoneTail),
    ['0391'],
  )

  await host.tap(lineOf('钟长河'))
  await shows('#member-history')
  await host.tap('#seg-probationary')
  await host.tap('#member-save')
  await says(lineOf('钟长河'), /预备党员/)
})

test('a file out of a chat is uploaded, looked at row by row and applied; turning back leaves the steps', async () => {
  const { host } = world
  await host.tap('#roster-import')
  await shows('#import-steps')
  host.mock('chooseMessageFile', () => {
    throw new Error('cancel')
  })
  await host.tap('#import-choose')
  assert.equal(host.has('#import-steps'), true)

  const file = { name: '党员名册.csv', path: 'wxfile://tmp/register.csv', size: Buffer.byteLength(csv) }
  host.files.set(file.path, csv)
  host.mock('chooseMessageFile', () => ({ tempFiles: [file] }))
  await host.tap('#import-choose')
  await says('#verdict-add', /新增 2/)
  await says('#verdict-refuse', /不能导入 1/)
  assert.match(host.text('#import-ignored'), /身份证号码/)
  assert.equal(named('夏雨').length, 0, 'a look changes nothing')

  await host.tap('#import-apply')
  await says('#import-done', /新增 2，更改 0/)
  await host.tap('#import-back')
  await says('#roster-rows', /夏雨/)
  assert.equal(named('白露').length, 0)
})
