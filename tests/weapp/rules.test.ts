import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

let world: World

before(async () => {
  world = await openWorld('demo-committee')
})
after(() => world.close())

const said = (what: string, text: string) =>
  world.host.until(() => world.host.has(what) && world.host.text(what).includes(text))

test('the work committee changes a number and its sentence, looks at the next period and publishes', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#tab-work'))
  await host.openTab('work')
  await host.until(() => host.has('#open-rules'))
  await host.tap('#open-rules')
  await host.until(() => host.has('#rule-general_meeting'))
  await host.tap('#rule-general_meeting')
  await host.until(() => host.has('#minimum'))
  await host.tap('#minimum-more')
  await host.fire('#rule-text', 'input', { value: '支部党员大会每季度开【次数】次。' })
  await said('#shown-text', '支部党员大会每季度开 2 次。')
  await host.tap('#look')
  await said('#rule-preview', '改为 每季度至少 2 次')
  assert.match(host.text('#preview-more'), /上级规定：一般每季度 1 次/)
  await host.tap('#publish')
  await said('#rule-general_meeting', '10月1日起改为每季度至少 2 次')
  const [stored] = world.emulator.database.find('duties', { _id: 'general_meeting@2' })
  assert.deepEqual([stored?.minimum, stored?.text], [2, '支部党员大会每季度开 {n} 次。'])
})

test('the 减负自查表 is copied as text', async () => {
  const { host } = world
  let copied = ''
  host.mock('setClipboardData', (args) => {
    copied = (args as { data: string }).data
    return {}
  })
  await host.back()
  await host.tap('#open-burden')
  await host.until(() => host.has('#copy-burden'))
  await host.tap('#copy-burden')
  await said('#copy-burden', '已复制')
  assert.match(
    copied,
    /支部党员大会（党支部）\n本县：每季度至少 1 次（10月1日起改为每季度至少 2 次）\n上级：一般每季度 1 次/,
  )
})
