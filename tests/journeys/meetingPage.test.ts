import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { ResponseOf } from '../../domain/contract/actions'
import { addressOf } from '../../src/navigation/routes'
import { ask } from './ask'
import { picture } from './pictures'
import { becomes, cutOff, openWorld, says, shown, tap, type World } from './world'

let world: World
/** Tomorrow's lecture with somebody from elsewhere, and a meeting that nobody has looked at. */
let lecture = ''
let unopened = ''
/** The start of one that has begun when 请假 is asked for (ms), in its own place for each size of text. */
let begins = 0

const DAY = 86_400_000
const MINUTE = 60_000

/** As the demo branch's secretary publishes it, with everything a plan may say. */
async function publish(nonce: string, more: object): Promise<string> {
  const [branch] = world.emulator.database.find('organisations', { name: '县农业农村局党支部' })
  const branchId = String(branch?._id)
  const { suggestions, hosts }: ResponseOf<'activity.prepare'> = await ask(
    world,
    'demo-secretary',
    'activity.prepare',
    { branchId },
  )
  const kind = suggestions.find((each) => each.kind === 'theme_party_day')
  assert.ok(kind)
  const expectedIds = hosts.find(({ id }) => id === branchId)?.memberIds ?? []
  const form = { ...kind, expectedIds, carries: [], ...more }
  const { activityId } = await ask(world, 'demo-secretary', 'activity.save', { nonce, form, publish: true })
  return activityId
}

before(async () => {
  world = await openWorld()
  const now = world.emulator.clock.now()
  // 15:00 of tomorrow in Shanghai.
  const startsAt = Math.floor((now + 8 * 3_600_000) / DAY) * DAY + DAY + 7 * 3_600_000
  lecture = await publish('meeting-page-lecture', {
    ...{ kind: 'lecture', title: '第三季度党课', startsAt, endsAt: startsAt + 90 * MINUTE },
    ...{ topic: '在乡村振兴一线守初心', lecturerName: '周立群', lecturerPost: '县委党校高级讲师' },
    agenda: [
      { text: '学习习近平总书记重要讲话精神', minutes: 30 },
      { text: '党课', minutes: 40 },
      { text: '交流讨论', minutes: 20 },
    ],
    materials: ['《中国共产党章程》', '党课提纲，会上发'],
  })
  const later = startsAt + 2 * DAY
  unopened = await publish('meeting-page-unopened', {
    ...{ kind: 'study', title: '没点开过的会', startsAt: later, endsAt: later + 60 * MINUTE, agenda: [] },
  })
  begins = later + DAY
})
after(() => world.close())

const leaves = () =>
  world.emulator.database.count('facts', { kind: 'leave', activityId: lecture, annulled: null })

for (const elder of [false, true]) {
  const size = elder ? 'in large text' : 'in normal text'
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`a row of 活动 opens the meeting: what is gone through, who lectures, how one stands to it, ${size}`, async () => {
    const { page } = await world.phone('demo-member', { elder })
    await tap(page, '#tab-activities')
    await tap(page, `#activity-${lecture} .grow`)
    const head = await says(page, '#meeting-head', /第三季度党课.*名单里有您/)
    if (elder) assert.match(head, /明天 下午 3 点/)
    assert.match(head, /讲课人 周立群，县委党校高级讲师/)
    await says(page, '#meeting-agenda', /约 90 分.*学习习近平总书记重要讲话精神.*交流讨论/)
    await says(page, '#meeting-materials', /《中国共产党章程》.*党课提纲/)
    await picture(page, named('19-meeting-member'))

    await tap(page, `#leave-${lecture}`)
    await says(page, '#leave-confirm', /请选原因/)
    await picture(page, named('19-meeting-leave'))
    await tap(page, '#reason-public_duty')
    await tap(page, '#leave-confirm')
    await says(page, '#meeting-mine', /已请假/)
    await picture(page, named('19-meeting-on-leave'))
    await becomes(leaves, 1)
    await tap(page, `#activity #leave-${lecture}`)
    await page.locator('.taro-modal__foot').getByText('取消请假').click()
    await says(page, '#meeting-mine', /名单里有您/)
    await becomes(leaves, 0)

    const download = page.waitForEvent('download')
    await tap(page, '#to-calendar')
    const file = await download
    assert.equal(file.suggestedFilename(), '第三季度党课.ics')
    const text = readFileSync(await file.path(), 'utf8')
    assert.match(text, /DTSTART:\d{8}T070000Z\r\nDTEND:\d{8}T083000Z\r\nSUMMARY:第三季度党课\r\n/)
    await page.context().close()
  })

  test(`the meeting is read again without network after a cold start; one never opened shows what the list said, ${size}`, async () => {
    const { page } = await world.phone('demo-member', { elder })
    const at = (id: string, opened: number) =>
      page.goto(`${world.emulator.url}/?opened=${opened}#${addressOf('activity', { id })}`)
    await tap(page, '#tab-activities')
    await tap(page, `#activity-${lecture} .grow`)
    await says(page, '#meeting-agenda', /交流讨论/)
    // A phone that has heard of no cloud yet goes by its own clock.
    await page.clock.setFixedTime(world.emulator.clock.now())
    await cutOff(page, true)
    await at(lecture, 1)
    await says(page, '#offline-note', /没连上网络，下面是 .* 的内容/)
    await says(page, '#meeting-agenda', /交流讨论/)
    await picture(page, named('19-meeting-offline'))
    await at(unopened, 2)
    await says(page, '#meeting-head', /没点开过的会.*名单里有您/)
    assert.equal(await shown(page, '#meeting-agenda').count(), 0)
    await page.context().close()
  })
}

test('the next meeting on the home page opens it, and whoever runs it comes to where it is run', async () => {
  const { page } = await world.phone('demo-member')
  const title = await shown(page, '#next .t-h2').innerText()
  await tap(page, '#next .grow')
  await says(page, '#meeting-head', new RegExp(title))
  await page.context().close()
  const secretary = (await world.phone('demo-secretary')).page
  await tap(secretary, '#tab-activities')
  await tap(secretary, `#activity-${lecture} .grow`)
  await says(secretary, '#meeting', /第三季度党课/)
  await secretary.context().close()
})

test('somebody it does not concern is told kindly, and reads nothing of it', async () => {
  const { page } = await world.phone('demo-guest')
  await page.goto(`${world.emulator.url}/?as=demo-guest&opened=1#${addressOf('activity', { id: lecture })}`)
  await says(page, '#not-invited', /没有安排您参加/)
  assert.doesNotMatch(await shown(page, '#activity').innerText(), /党课/)
  await picture(page, '19-meeting-refused')
  await page.context().close()
})

// Last: the clock goes on for everybody.
for (const elder of [false, true]) {
  const named = (name: string) => (elder ? `${name}-elder` : name)
  test(`请假 asked for once the meeting has begun waits until the secretary says yes or no, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const startsAt = begins + (elder ? DAY : 0)
    const endsAt = startsAt + 60 * MINUTE
    const activityId = await publish(`meeting-page-late-${elder}`, {
      ...{ kind: 'study', title: '集中学习', startsAt, endsAt, agenda: [] },
    })
    world.emulator.clock.set(startsAt + 10 * MINUTE)
    await ask(world, 'demo-secretary', 'activity.setState', { activityId, to: 'open' })
    const member = (await world.phone('demo-member', { elder })).page
    const secretary = (await world.phone('demo-secretary', { elder })).page
    const at = (who: string, name: 'activity' | 'record') =>
      `${world.emulator.url}/?as=${who}&opened=${activityId}#${addressOf(name, { id: activityId })}`
    await member.goto(at('demo-member', 'activity'))
    await tap(member, `#activity #leave-${activityId}`)
    await tap(member, '#reason-health')
    await picture(member, named('19-meeting-late-leave'))
    await tap(member, '#leave-confirm')
    await says(member, '#meeting-mine', /已请假，等组织者同意/)
    await picture(member, named('19-meeting-leave-waits'))

    await tap(secretary, '#tab-work')
    await says(secretary, '#witness', /请您确认补登、请假.*胡淑请假：集中学习.*身体原因会议开始后请的/s)
    await picture(secretary, named('19-work-leave'))
    world.emulator.clock.set(endsAt)
    await ask(world, 'demo-secretary', 'activity.setState', { activityId, to: 'closed' })
    await secretary.goto(at('demo-secretary', 'record'))
    await says(secretary, '#unsettled', /请假待同意（身体原因）/)
    await picture(secretary, named('16-record-leave'))
    const [asked] = world.emulator.database.find('facts', { kind: 'leave', activityId })
    const memberId = String(asked?.memberId)
    if (elder) {
      await tap(secretary, `#leave-no-${memberId}`)
      await shown(secretary, `#absent-${memberId}`).waitFor()
      await member.reload()
      await says(member, '#meeting-mine', /这次没有算作请假/)
    } else {
      await tap(secretary, `#leave-yes-${memberId}`)
      await shown(secretary, `#leave-yes-${memberId}`).waitFor({ state: 'hidden' })
      await says(secretary, '#record', /缺席.*胡淑.*身体原因/s)
      await member.reload()
      await says(member, '#meeting-mine', /^\s*已请假\s*$/)
    }
    await picture(member, named('19-meeting-leave-answered'))
    await member.context().close()
    await secretary.context().close()
  })
}
