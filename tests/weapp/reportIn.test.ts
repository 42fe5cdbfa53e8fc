import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ResponseOf } from '../../domain/contract/actions'
import { openWorld, type World } from './world'

/** 到社区报到 of a member, from the code that hangs there to the receipt, the change and the leaving. */
const DAY = 86_400_000
const PICTURE = 'wxfile://receipt.jpg'
let world: World
const one = (name: string, where: object) => world.emulator.database.find(name, where)[0]
const member = () => {
  const { memberId } = one('identities', { _id: 'demo-member' }) ?? {}
  return one('members', { _id: memberId })
}

interface Place {
  id: string
  name: string
  /** OPENID of who works there. */
  staff: string
}
/** The community of home, and the one moved to. */
let home: Place
let next: Place

before(async () => {
  const calls = { canvasToTempFilePath: () => ({ tempFilePath: PICTURE }), showShareImageMenu: () => ({}) }
  world = await openWorld('demo-member', () => ({ wx: calls }))
  const own = (member()?.communities ?? []) as { communityId: string }[]
  const [first, second] = world.emulator.database
    .find('organisations', { type: 'community' })
    .filter(({ _id }) => !own.some(({ communityId }) => communityId === _id))
    .map(({ _id, name }): Place => {
      const staff = one('identities', { 'grants.organisationId': _id })?._id
      return { id: String(_id), name: String(name), staff: String(staff) }
    })
  assert.ok(first && second)
  home = first
  next = second
  world.host.mock('showModal', () => ({ confirm: true, cancel: false }))
  await world.host.launch()
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))
const page = ({ id, staff }: Place) =>
  world.ask<ResponseOf<'community.page'>>(staff, 'community.page', { communityId: id })

/** The community says yes; pulled down, the own page says so. */
async function accepts(place: Place): Promise<void> {
  const { waiting } = await page(place)
  const reportIds = waiting.map(({ reportId }) => reportId)
  assert.equal(reportIds.length, 1)
  await world.ask(place.staff, 'community.accept', { communityId: place.id, reportIds, accept: true })
  await world.host.fire('.page-body', 'refresherrefresh')
}

test('the code that hangs in the community leads to it; asked, it waits for the community', async () => {
  const { host } = world
  await host.openTab('me')
  await host.tap('#my-community')
  await says('#kind-unit', /已报到.*没有回执/)
  const { code, codePrefix } = await page(home)
  host.mock('scanCode', () => ({ result: `${codePrefix}${code}`, scanType: 'QR_CODE' }))
  await host.tap('#scan-community')
  await says('#report', new RegExp(`向${home.name}报到`))
  await Promise.all([host.tap('#report'), host.tap('#report')])
  await says('#asked-home', new RegExp(`${home.name}.*等社区接收`))
  assert.equal((await page(home)).waiting.length, 1)
})

test('accepted, there is a receipt: as a picture that is drawn and sent, and as Word', async () => {
  const { host } = world
  await accepts(home)
  await says('#held-home', /9月22日接收，回执号 2026-0001/)
  await host.tap('#receipt-home')
  await says('#receipt-card', /县直机关党员社区报到回执.*回执号 2026-0001.*居住地/)
  await says('#receipt-card', new RegExp(`${String(member()?.name)}.*${home.name}`))
  const texts = () =>
    host
      .canvas('#receipt-picture')
      .calls.flatMap(({ name, args }) => (name === 'fillText' ? [String(args[0])] : []))
  await host.until(() => host.has('#receipt-picture') && texts().length > 0)
  for (const text of ['2026-0001', String(member()?.name), home.name])
    assert.match(texts().join(), new RegExp(text))
  await host.tap('#receipt-share')
  await host.until(() => host.calls.some(({ options }) => options.path === PICTURE))
  await host.tap('#receipt-word')
  await says('#paper-name', /报到回执\.docx/)
  await host.tap('#sheet-close')
  await host.back()
})

test('change: the community before ends with the yes of the new one, whose receipt has a number of its own', async () => {
  const { host } = world
  world.emulator.clock.advance(DAY)
  await host.tap('#change-home')
  await host.tap(`#community-${next.id}`)
  await host.tap('#report')
  await says('#kind-home', new RegExp(`${home.name}.*已报到.*${next.name}.*等社区接收`))
  await accepts(next)
  await says('#held-home', new RegExp(`${next.name}.*回执号 2026-000`))
  await says('#report-in', new RegExp(`以前的.*${home.name}，2026年9月22日至`))
})

test('不再报到 leaves it, and what was stays as history', async () => {
  const { host } = world
  world.emulator.clock.advance(DAY)
  await host.tap('#leave-home')
  await says('#report-in', new RegExp(`以前的.*${next.name}`))
  assert.equal(host.has('#held-home'), false)
  await shows('#held-unit')
})
