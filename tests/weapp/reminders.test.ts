import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { householdCode } from '../../domain/checkin/staticCode'
import type { ResponseOf } from '../../domain/contract/actions'
import { remindedAt, shanghai } from '../remindedAt'
import { openWorld, type World } from './world'

/** Opened by a message of 服务通知. */
const BY_MESSAGE = 1107

let world: World
let meetingId = ''
const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(
    () => world.host.has(what) && wanted.test(world.host.text(what)),
    () => `${what}: ${world.host.has(what) ? world.host.text(what) : 'not there'};`,
  )

/** The same, with the page as the mini-program opens it. */
const remind = async (moment: string) =>
  (await remindedAt(world.emulator, moment)).map(({ page, text }) => {
    const [route = '', query = ''] = page.split('?')
    return { route, query: Object.fromEntries(new URLSearchParams(query)), text }
  })

type Message = Awaited<ReturnType<typeof remind>>[number]
const only = (messages: readonly Message[]): Message => {
  assert.equal(messages.length, 1, JSON.stringify(messages))
  const [message] = messages
  assert.ok(message)
  return message
}

/** The secretary changes the meeting on another phone. */
async function save(change: object): Promise<void> {
  const [stored] = world.emulator.database.find('activities', { _id: meetingId })
  const { current } = await world.ask<Required<ResponseOf<'activity.prepare'>>>(
    'demo-secretary',
    'activity.prepare',
    { branchId: String(stored?.branchId), activityId: meetingId },
  )
  const request = { activityId: meetingId, form: { ...current.form, ...change }, publish: true }
  await world.ask('demo-secretary', 'activity.save', { ...request, nonce: 'weapp-reminders-save' })
}

before(async () => {
  // The phone's clock goes with the cloud's: what was read an hour ago is asked for again.
  world = await openWorld('demo-member', ({ emulator }) => ({ now: () => emulator.clock.now() }))
  const { upcoming } = await world.ask<ResponseOf<'activity.list'>>('demo-member', 'activity.list', {})
  const card = upcoming.find(
    ({ mine, startsAt }) => mine === 'expected' && startsAt > shanghai('2026-09-26T00:00'),
  )
  assert.ok(card)
  meetingId = card.id
})
after(() => world.close())

test('what is missing is said once, its message opens the page where it is done, and done it is silent', async () => {
  const { host, emulator } = world
  const { route, query, text } = only(await remind('2026-09-24T08:05'))
  assert.match(text, /本月还差 1 项.*帮扶走访 1 次/)
  await host.launch(route, query, BY_MESSAGE)
  await host.at('member/visit/index')
  const me = await world.ask<{ households: { id: string }[] }>('demo-member', 'identity.me', {})
  const [household] = emulator.database.find('households', { _id: me.households[0]?.id })
  const door = householdCode(String(household?.doorCode))
  host.mock('scanCode', () => ({ result: door, scanType: 'QR_CODE' }))
  await host.tap('#scan-door')
  await host.tap('#purpose-heart')
  await host.tap('#register-visit')
  await shows('#visit-result')
  await host.tap('#done')
  await host.at('pages/home/index')
  await host.openTab('messages')
  await shows('#no-messages')
  for (const moment of ['2026-09-24T09:05', '2026-09-29T08:05'])
    assert.deepEqual(
      (await remind(moment)).filter((one) => one.text.includes('还差')),
      [],
    )
})

test('a meeting that is moved says so at once; the message and 消息 open that meeting, at its new hour', async () => {
  const { host, emulator } = world
  emulator.clock.set(shanghai('2026-09-24T10:00'))
  await save({ startsAt: shanghai('2026-09-30T16:00'), endsAt: shanghai('2026-09-30T17:00') })
  const { route, query, text } = only(await remind('2026-09-24T10:05'))
  assert.match(text, /时间改了：/)
  await host.reopen(route, query, BY_MESSAGE)
  await host.at('member/activity/index')
  await says('#meeting-head', /9月30日.*16:00/)
  await host.reopen('pages/messages/index', {}, 1001)
  await host.until(() => /活动时间改了.*改到9月30日 16:00/.test(host.text()))
  await host.tap('活动时间改了')
  await says('#meeting-head', /9月30日.*16:00/)
  await host.at('pages/messages/index', 'member/activity/index')
})

test('and that is cancelled as well', async () => {
  const { host } = world
  world.emulator.clock.set(shanghai('2026-09-24T11:00'))
  await world.ask('demo-secretary', 'activity.setState', { activityId: meetingId, to: 'cancelled' })
  const { route, query, text } = only(await remind('2026-09-24T11:05'))
  assert.match(text, /已取消：/)
  await host.reopen(route, query, BY_MESSAGE)
  await says('#meeting-mine', /这次活动已取消/)
  await host.reopen('pages/messages/index', {}, 1001)
  await host.until(() => /活动已取消.*不举行了/.test(host.text()))
})

const left = () => Number(/还能收到 (\d+) 次/.exec(world.host.text('#credit-month_gap'))?.[1] ?? 0)
const refused = { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' }

/** What WeChat answers for each template, or fails with, and what the member reads; a yes is a credit. */
const answers: [string, unknown, RegExp | 'counts'][] = [
  ['accept', 'accept', 'counts'],
  ['acceptWithAlert', 'acceptWithAlert', 'counts'],
  ['acceptWithAudio', 'acceptWithAudio', 'counts'],
  ['acceptWithForcePush', 'acceptWithForcePush', 'counts'],
  ['reject', 'reject', /没有允许这次提醒/],
  ['ban', 'ban', /微信没有打开询问框/],
  ['filter', 'filter', /微信没有打开询问框/],
  ['no tap of a finger', refused, /微信没有打开询问框/],
  ['the main switch off', { errMsg: 'fail', errCode: 20004 }, /微信里关了服务通知/],
]

for (const [name, answer, outcome] of answers)
  test(`WeChat’s answer to the question: ${name}`, async () => {
    const { host } = world
    const said: string[] = []
    host.mock('showModal', ({ title }: { title: string }) => {
      said.push(title)
      return { confirm: true, cancel: false }
    })
    await host.reopen('pages/messages/index', {}, 1001)
    await host.tap('#seg-settings')
    await shows('#credit-month_gap')
    const had = left()
    host.mock('requestSubscribeMessage', ({ tmplIds }: { tmplIds: string[] }) => {
      if (typeof answer !== 'string') throw answer as Error
      return Object.fromEntries(tmplIds.map((id) => [id, answer]))
    })
    await host.tap('#remind-me')
    if (outcome === 'counts') await host.until(() => left() === had + 1)
    else await host.until(() => said.some((title) => outcome.test(title)))
    assert.equal(left(), outcome === 'counts' ? had + 1 : had)
  })

test('what is turned off in WeChat’s own settings is said, and is as before once it is on again', async () => {
  const { host } = world
  const shut = (mainSwitch: boolean) =>
    host.mock('getSetting', () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch, itemSettings: {} },
    }))
  host.mock('requestSubscribeMessage', () => {
    throw Object.assign(new Error('off'), { errCode: 20004 })
  })
  host.mock('showModal', () => ({ confirm: true, cancel: false }))
  const had = left()
  shut(false)
  await host.tap('#remind-me')
  await says('#credit-month_gap', /微信里关着/)
  shut(true)
  await host.tap('#remind-me')
  await host.until(() => left() === had)
})
