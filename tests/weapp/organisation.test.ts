import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

let world: World
before(async () => {
  world = await openWorld('demo-secretary')
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))
const idOf = (query: object) => String(world.emulator.database.find('organisations', query)[0]?._id)

test('a group is merged into another: told with heads and names first, not done at 先不办, done at the yes', async () => {
  const { host, emulator } = world
  const parentId = idOf({ name: '县农业农村局党支部' })
  const [second, first] = [idOf({ parentId, name: '第二党小组' }), idOf({ parentId, name: '第一党小组' })]
  const inSecond = () =>
    emulator.database
      .find('members', { 'memberships.groupId': second })
      .filter(({ memberships }) =>
        (memberships as { groupId?: string; to?: string }[]).some(
          ({ groupId, to }) => groupId === second && to === undefined,
        ),
      ).length
  const heads = inSecond()
  await host.launch()
  await shows('#tab-work')
  await host.openTab('work')
  await host.tap(`#organisation-${parentId}`)
  await shows(`#child-${second}`)
  await host.tap(`#child-${second}`)
  await shows('#change-merge')
  await host.tap('#change-merge')
  await shows('#change-next')
  await host.tap('#change-next')
  await says('#field-chosen', /请选并入到哪里/)
  await host.tap('#field-chosen')
  await shows(`#choose-${first}`)
  await host.tap(`#choose-${first}`)
  await says('#field-chosen', /第一党小组/)
  await host.tap('#change-next')
  await says('#change-preview', new RegExp(`今天起，第二党小组 ${heads} 人并入第一党小组。`))
  await says('#change-undo', /今天就生效，不能取消.*只能再办拆分/)
  await host.tap('#change-not-yet')
  await says('#field-chosen', /第一党小组/)
  assert.equal(inSecond(), heads, 'a look changes nothing')

  await host.tap('#change-next')
  await shows('#change-yes')
  await host.tap('#change-yes')
  await says('#organisation-facts', /第二党小组.*到.*9月21日/)
  assert.equal(inSecond(), 0)
})
