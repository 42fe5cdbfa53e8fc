import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { contractVersion } from '../../domain/contract/answer'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, type World } from './world'

const at = (moment: string) => Date.parse(`${moment}+08:00`)
let world: World
before(async () => {
  world = await openWorld(at('2026-09-24T07:30:00'))
})
after(() => world.close())

/** Whom WeChat reached at T−7 lets a message come again. */
async function allowAgain(): Promise<void> {
  const { database } = world.emulator
  const sent = database.find('reminders', { kind: 'month_gap', state: 'sent', periodKey: '2026-09' })
  const ids = sent.map(({ memberId }) => memberId)
  const bound = database
    .find('identities', { state: 'bound' })
    .filter(({ memberId }) => ids.includes(memberId))
  for (const openid of bound.map(({ _id }) => String(_id))) {
    const data = { accepted: ['month_gap'], nonce: `nonce-of-${openid}`.slice(0, 60) }
    const call = { action: 'reminder.accept', contractVersion, data }
    const { result } = await world.emulator.invoke('api', call, { openid })
    assert.equal((result as { ok: boolean }).ok, true, JSON.stringify(result))
  }
}

const words = () => world.emulator.database.find('reminders', { kind: 'word' })

async function openWord(as: string, elder = false) {
  const { page } = await world.phone(as, { elder })
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  await tap(page, '#tell')
  return page
}

test('the day before T−7 nothing is 还差: 工作 and 支部进度 say what is done, 看看怎么告知 from when on it is told; on T−7 both name the same number', async () => {
  const look = async (moment: string, ofWork: RegExp) => {
    world.emulator.clock.set(at(moment))
    const { page } = await world.phone('demo-secretary')
    await tap(page, '#tab-work')
    const count = ofWork.exec(await says(page, '#work', ofWork))?.[1] ?? ''
    await tap(page, '[id^="progress-"]')
    return { page, count }
  }
  const before = await look('2026-09-23T10:00:00', /本月已完成 (\d+) 人/)
  await says(before.page, '#gap-count', new RegExp(`本月已完成 ${before.count} 人`))
  assert.equal(
    await shown(before.page, '.mx-miss, #branch-gaps .c-ochre, #branch-gaps .ring-missing').count(),
    0,
  )
  assert.doesNotMatch(await says(before.page, '#branch-gaps', /支部/), /还差/)
  await picture(before.page, '06-branch-before')
  await tap(before.page, '#tell')
  await says(before.page, '#word', /9月24日起才说还差什么/)
  await before.page.context().close()

  const then = await look('2026-09-24T07:30:00', /本月还差 (\d+) 人/)
  await says(then.page, '#gap-count', new RegExp(`还差的 ${then.count} 人`))
  assert.ok((await shown(then.page, '.mx-miss').count()) > 0)
  await then.page.context().close()
})

for (const elder of textSizes)
  test(`who gets it how and with which words is seen before (large text: ${elder})`, async () => {
    const page = await openWord('demo-secretary', elder)
    await says(page, '#word', /一天一次，署名党支部/)
    await says(page, '#word-person', /人由党小组长.*本月还差 \d 项/)
    await picture(page, elder ? 'word-elder' : 'word')
    await page.context().close()
  })

test('after T−7 only who can be told anew is; nothing is said until the button is tapped, without network it says so, and twice is once', async () => {
  world.emulator.clock.set(at('2026-09-24T08:05:00'))
  await world.emulator.invoke('remind', {}, {})
  world.emulator.clock.set(at('2026-09-28T10:20:00'))
  await allowAgain()
  const page = await openWord('demo-secretary')
  await says(page, '#word-wechat', /2 人收微信.*今天 11:05 发出.*本月还差 \d 项/)
  await says(page, '#word-enough', /已请党小组长告知/)
  await picture(page, 'word-after')
  await cutOff(page, true)
  await tap(page, '#check-confirm')
  await says(page, '#refusal', /没连上网络/)
  assert.equal(words().length, 0)
  await cutOff(page, false)
  await shown(page, '#check-confirm').dblclick()
  await says(page, '#word', /今天 10:20 已经告知，今天 11:05 发出/)
  assert.equal(await shown(page, '#check-confirm').count(), 0)
  await becomes(() => words().length, 1)
  await picture(page, 'word-said')
  await page.context().close()
})

test('it goes out with the next run, stands in 消息 as the branch’s with the way to where it is done, and is silent once all is done', async () => {
  world.emulator.clock.set(at('2026-09-28T11:05:00'))
  const before = world.emulator.outbox().length
  await world.emulator.invoke('remind', {}, {})
  const all = () => world.emulator.outbox().slice(before)
  const sent = all().filter(({ data }) => JSON.stringify(data).includes('党支部提醒'))
  assert.equal(sent.length, 2)
  const [first] = sent
  assert.ok(first)
  const { page } = await world.phone(first.openid)
  await tap(page, '#tab-messages')
  await says(page, '#messages', /今天.*本月还差 \d 项.*党支部提醒：方便时安排/)
  await picture(page, 'inbox-by-day')
  await page.context().close()
  const told = all().length
  await world.emulator.invoke('remind', {}, {})
  assert.equal(all().length, told)
})

test('a group leader is led to the own list', async () => {
  const leader = await openWord('demo-leader')
  await says(leader, '#tell', /请当面或电话告诉/)
  await leader.context().close()
})
