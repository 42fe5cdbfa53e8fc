import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { spills } from './spills'
import { openWorld, says, shown, tap, type World } from './world'

const MEMBERS = 300
/** As long as names are here; twelve characters. */
const LONG = '阿卜杜热西提·买买提江罕'

let world: World
let ids: string[]

const put = (collection: string, rows: object[]) =>
  world.emulator.database.insertMany(collection, rows as Record<string, unknown>[])

/** The demo branch with so many more in its groups, every fourth with a WeChat that may tell them of one meeting. */
before(async () => {
  world = await openWorld()
  const { database } = world.emulator
  const [branch] = database.find('organisations', { name: '县农业农村局党支部' })
  const groups = database.find('organisations', { type: 'group', parentId: branch?._id })
  const [like] = database.find('members', { 'memberships.branchId': branch?._id })
  const { cadre: _, ...rest } = like ?? {}
  ids = Array.from({ length: MEMBERS }, (_, i) => `colleague${String(i).padStart(3, '0')}`)
  put(
    'members',
    ids.map((_id, i) => ({
      ...rest,
      ...{ _id, name: i % 40 === 0 ? LONG : `同志${String(i).padStart(3, '0')}`, alias: `alias-${_id}` },
      ...{
        order: 9000 + i,
        posts: [],
        exemptions: [],
        households: [],
        communities: [],
        phoneTail: String(1000 + i),
      },
      memberships: [{ branchId: branch?._id, groupId: groups[i % groups.length]?._id, from: '2020-01-01' }],
    })),
  )
  const bound = ids.filter((_, i) => i % 4 === 1)
  const at = world.emulator.clock.now()
  put(
    'identities',
    bound.map((memberId) => ({
      ...{ _id: `wechat-${memberId}`, state: 'bound', requestId: `request-${memberId}`, memberId },
      ...{ requestedAt: at, boundAt: at, grants: [] },
    })),
  )
  put(
    'credits',
    bound.map((_id) => ({ _id, meeting: 1, moves: [] })),
  )
})
after(() => world.close())

for (const elder of textSizes) {
  const size = elder ? '-elder' : ''
  test(`who of 330 can be reached is seen before a meeting is published${size}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="plan-"]')
    await tap(page, '#kind-general_meeting')
    const line = await says(page, '#who-gets', /\d+ 人收微信，2\d\d 人由党小组长/)
    const [, byWeChat = '', byPerson = ''] = /(\d+) 人收微信，(\d+) 人/.exec(line) ?? []
    assert.ok(Number(byWeChat) >= MEMBERS / 4 && Number(byPerson) >= (MEMBERS * 3) / 4, line)
    await picture(page, `plan-of-300${size}`)
    await tap(page, '#who-gets')
    await says(page, '#who-gets-person', new RegExp(`${LONG}.*没绑定微信`))
    assert.equal(await shown(page, '.who-gets-person').count(), Number(byPerson))
    await picture(page, `who-gets-of-300${size}`)
    assert.deepEqual(await spills(page), [])
    await page.context().close()
  })
}
