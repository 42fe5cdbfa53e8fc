import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { ResponseOf } from '../../domain/contract/actions'
import { addressOf } from '../../src/navigation/routes'
import { ask } from './everyPage'
import { picture } from './pictures'
import { becomes, cutOff, openWorld, says, shown, tap, type World } from './world'

let world: World
/** Tomorrow's lecture with somebody from elsewhere, and a meeting that nobody has looked at. */
let lecture = ''
let unopened = ''

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
