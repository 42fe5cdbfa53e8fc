import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ResponseOf } from '../../domain/contract/actions'
import { openWorld, type World } from './world'

let world: World
before(async () => {
  world = await openWorld('demo-organisation-officer')
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))
const DAY = 86_400_000

/** A study of the day before yesterday, entered by the secretary: everyone but the two who run the branch. */
async function enterLate(): Promise<string> {
  const { ask, emulator } = world
  const branchId = String(emulator.database.find('organisations', { name: '县农业农村局党支部' })[0]?._id)
  type Prepared = ResponseOf<'activity.prepare'>
  const { suggestions, hosts } = await ask<Prepared>('demo-secretary', 'activity.prepare', { branchId })
  const study = suggestions.find(({ kind }) => kind === 'study')
  assert.ok(study)
  const startsAt = emulator.clock.now() - 2 * DAY
  const expectedIds = hosts.find(({ id }) => id === branchId)?.memberIds ?? []
  const form = { ...study, expectedIds, startsAt, endsAt: startsAt + study.endsAt - study.startsAt }
  const { activityId } = await ask<{ activityId: string }>('demo-secretary', 'activity.save', {
    nonce: 'weapp-late-entry',
    form,
    publish: true,
  })
  await ask('demo-secretary', 'activity.setState', { activityId, to: 'open' })
  for (const memberId of expectedIds.slice(2, 6)) await enter(activityId, memberId, startsAt)
  return activityId
}

const enter = (activityId: string, memberId: string, occurredAt: number) =>
  world.ask('demo-secretary', 'checkin.tick', {
    ...{ activityId, memberId, occurredAt },
    way: 'roll_call',
    nonce: `weapp-late-${memberId}`,
  })

test('the second person comes to a 补录 from 工作, reads the names, is told when they change, and says yes once', async () => {
  const { host, emulator, ask } = world
  const activityId = await enterLate()
  const late = () =>
    emulator.database.find('activities', { _id: activityId })[0]?.late as { confirmed: unknown }
  await host.launch()
  await shows('#tab-work')
  await host.openTab('work')
  await says(`#late-${activityId}`, /宋秀国补录.*请您确认/)
  await host.tap(`#late-${activityId}`)
  await says('#past-people', /党小组/)
  await says('#past', /到会 4 人.*确认后计入 4 人，一直标“补录”/)

  const [struck] = emulator.database.find('facts', { activityId, kind: 'attendance' })
  await ask('demo-secretary', 'checkin.strike', { activityId, memberId: struck?.memberId, reason: '点错了' })
  await host.tap('#late-yes')
  await says('#past', /到会 3 人/)
  assert.equal(late().confirmed, null, 'names that were not read are not confirmed')
  const said = host.calls
    .filter(({ name }) => name === 'showModal')
    .map(({ options }) => JSON.stringify(options))
  assert.match(said.join(), /到会名单刚有变动/)

  await Promise.all([host.tap('#late-yes'), host.tap('#late-yes')])
  await says('#past', /马梅已确认，计入 3 人，一直标“补录”/)
  assert.equal(host.has('#late-yes'), false)
  assert.equal(emulator.database.count('audit', { activityId, what: 'late' }), 1)
})
