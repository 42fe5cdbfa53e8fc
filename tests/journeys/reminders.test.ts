import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { ResponseOf } from '../../domain/contract/actions'
import { remindedAt, shanghai } from '../remindedAt'
import { ask } from './ask'
import { picture } from './pictures'
import { openWorld, says, shown, tap, turnTo, type World } from './world'

let world: World
let meeting: ResponseOf<'activity.list'>['upcoming'][number]

before(async () => {
  world = await openWorld(shanghai('2026-09-24T07:30'))
  const { upcoming } = await ask(world, 'demo-member', 'activity.list', {})
  const found = upcoming.find(
    ({ mine, startsAt }) => mine === 'expected' && startsAt > shanghai('2026-09-26T00:00'),
  )
  assert.ok(found)
  meeting = found
})
after(() => world.close())

/** The phone on which a message was tapped. */
async function openBy({ page: route }: { page: string }): Promise<Page> {
  const { page } = await world.phone('demo-member')
  await page.goto(`${world.emulator.url}/?by=message#/${route}`)
  return page
}

async function onlyOne(moment: string) {
  const messages = await remindedAt(world.emulator, moment)
  assert.equal(messages.length, 1, JSON.stringify(messages))
  return messages[0] ?? { page: '', text: '' }
}

/** Where whoever runs the branch sees the meeting. */
async function openRun(): Promise<Page> {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-activities')
  await tap(page, `#activity-${meeting.id} .grow`)
  await says(page, '#meeting', new RegExp(meeting.title))
  return page
}

test('what is missing is said once; its message opens the page where it is done; done it is silent everywhere', async () => {
  const message = await onlyOne('2026-09-24T08:05')
  assert.match(message.text, /本月还差 1 项.*帮扶走访 1 次/)
  const page = await openBy(message)
  await says(page, '#visit', /扫联系卡登记/)
  await picture(page, 'by-message-visit')
  const [identity] = world.emulator.database.find('identities', { _id: 'demo-member' })
  const [household] = world.emulator.database.find('households', { memberIds: identity?.memberId })
  const door = encodeURIComponent(`H1.${String(household?.doorCode)}`)
  await page.goto(`${world.emulator.url}/?as=demo-member&t=${door}`)
  await tap(page, '#purpose-heart')
  await tap(page, '#register-visit')
  await says(page, '#visit-result', /2/)
  await tap(page, '#done')
  await tap(page, '#tab-messages')
  await says(page, '#no-messages', /现在没有消息/)
  await page.context().close()
  for (const moment of ['2026-09-24T09:05', '2026-09-29T08:05'])
    assert.deepEqual(
      (await remindedAt(world.emulator, moment)).filter(({ text }) => text.includes('还差')),
      [],
    )
})

/** What the secretary changes by tapping, and how it is told. */
const changes = [
  {
    ...{ elder: false, what: 'the day', hour: '10', said: /时间改了：/, card: /活动时间改了.*改到9月30日/ },
    act: async (page: Page) => {
      await tap(page, '#plan-date')
      await turnTo(page, '30日')
    },
    head: /9月30日/,
  },
  {
    ...{ elder: true, what: 'the place', hour: '11', said: /地点改了：/, card: /活动地点改了.*改在一楼大厅/ },
    act: (page: Page) => shown(page, '#plan-place input').fill('一楼大厅'),
    head: /一楼大厅/,
  },
]

for (const { elder, what, hour, said, card, act, head } of changes)
  test(`${what} that is changed by tapping is told at once; the message and 消息 open that meeting (large text: ${elder})`, async () => {
    world.emulator.clock.set(shanghai(`2026-09-24T${hour}:00`))
    const secretary = await openRun()
    await tap(secretary, '#edit-plan')
    await says(secretary, '#plan', /9月\d+日/)
    await act(secretary)
    await tap(secretary, '#publish')
    await says(secretary, '#meeting', head)
    await secretary.context().close()

    const message = await onlyOne(`2026-09-24T${hour}:05`)
    assert.match(message.text, said)
    const opened = await openBy(message)
    await says(opened, '#meeting-head', head)
    await opened.context().close()
    const { page } = await world.phone('demo-member', { elder })
    await tap(page, '#tab-messages')
    await says(page, '#messages', card)
    await picture(page, elder ? 'inbox-changed-elder' : 'inbox-changed')
    await tap(page, `[id^="message-changed_${meeting.id}"] .t-sub`)
    await says(page, '#meeting-head', head)
    await page.context().close()
  })

test('two were allowed and are used up; the question is asked within the tap: a no is said kindly and costs nothing, a yes is one message more', async () => {
  const { page } = await world.phone('demo-member')
  await tap(page, '#tab-messages')
  await tap(page, '#seg-settings')
  const left = async () => {
    const text = await says(page, '#credit-month_gap', /还能收到 \d+ 次|已用完/)
    return Number(/(\d+) 次/.exec(text)?.[1] ?? 0)
  }
  const had = await left()
  await tap(page, '#remind-me')
  await says(page, '#subscribe', /申请发送一次以下消息.*月底还差/)
  await tap(page, '#subscribe-refuse')
  await says(page, '.taro-modal__title', /没有允许这次提醒/)
  await page.locator('.taro-modal__foot').getByText('知道了').click()
  assert.equal(await left(), had)
  await tap(page, '#remind-me')
  await tap(page, '#subscribe-allow')
  await says(page, '#credit-month_gap', new RegExp(`还能收到 ${had + 1} 次`))
  await page.context().close()
})

test('cancelled by tapping it is told at once, and the meeting says so', async () => {
  world.emulator.clock.set(shanghai('2026-09-24T14:00'))
  const secretary = await openRun()
  await tap(secretary, '#cancel-activity')
  await tap(secretary, '#change-confirm')
  await says(secretary, '#meeting', /已取消/)
  await secretary.context().close()

  const message = await onlyOne('2026-09-24T14:05')
  assert.match(message.text, /已取消：/)
  const page = await openBy(message)
  await says(page, '#meeting-mine', /这次活动已取消/)
  await page.context().close()
})

test('what was asked for says its answer in 消息 and opens the page where it stands', async () => {
  const asking = { category: 'health', from: '2026-09-01', nonce: 'journey-asks-exemption' } as const
  const { exemptionId } = await ask(world, 'demo-all-done', 'roster.askExemption', asking)
  const [identity] = world.emulator.database.find('identities', { _id: 'demo-all-done' })
  const memberId = String(identity?.memberId)
  await ask(world, 'demo-secretary', 'roster.setExemption', {
    ...{ memberId, exemptionId, category: 'health', from: '2026-09-01', agree: true },
    nonce: 'journey-sets-exemption',
  })
  for (const elder of [false, true]) {
    const { page } = await world.phone('demo-all-done', { elder })
    await tap(page, '#tab-messages')
    await says(page, '#messages', /说明的情况已同意.*病休，从9月1日起不作硬性要求/)
    await picture(page, elder ? 'inbox-answered-elder' : 'inbox-answered')
    await tap(page, `#message-exemption_${exemptionId} .t-sub`)
    await says(page, '#exemption', /正在适用.*病休/)
    await page.context().close()
  }
})
