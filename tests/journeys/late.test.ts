import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, turnTo, type World } from './world'

let world: World
let secretary: Page
let officer: Page
let meetingId = ''

/** Of twelve characters, and of the third group. */
const longName = '阿卜杜热依木·买买提明江'

function addLongName(): void {
  const { database } = world.emulator
  const groups = database.find('organisations', { name: '第三党小组' }).map(({ _id }) => _id)
  const one = database
    .find('members', { 'memberships.groupId': { $in: groups } })
    .find(({ posts }) => (posts as unknown[]).length === 0)
  assert.ok(one)
  database.insertMany('members', [{ ...one, _id: 'm-long', alias: 'long', name: longName }])
}

before(async () => {
  world = await openWorld()
  addLongName()
  secretary = (await world.phone('demo-secretary')).page
  officer = (await world.phone('demo-organisation-officer')).page
})
after(() => world.close())

const toWork = async (page: Page) => {
  await page.goto(`${world.emulator.url}/?again=${Math.random()}#/pages/work/index`)
  await shown(page, '#work').waitFor()
}
const tile = (name: string) => shown(secretary, '#roll-call [id^="roll-m"]').filter({ hasText: name }).first()
const understood = (page: Page) => page.locator('.taro-modal__foot').getByText('知道了').click()
const yeses = () =>
  world.emulator.database.count('audit', { activityId: meetingId, what: 'late', result: 'yes' })

test('a meeting is planned on a day that is past: the page says that it is a 补录 and that another person confirms it', async () => {
  await tap(secretary, '#tab-work')
  await tap(secretary, '[id^="progress-"]')
  await says(secretary, '#branch-gaps', /支部待安排 2 项.*第三党小组暂无记录.*已完成 6 项，已安排 2 项/)
  await tap(secretary, '#plan-group_meeting')
  await tap(secretary, '#plan-date')
  await turnTo(secretary, '21日')
  await says(secretary, '#plan-date', /9月21日/)
  await says(secretary, '#plan-late', /发布就是补录.*由另一位同志确认才计入/)
  await picture(secretary, '18-past-plan')
  await tap(secretary, '#publish')
  await says(secretary, '#late-note', /补录，由宋秀国录入.*由另一位同志在“工作”里确认.*先不计入/)
  meetingId = String(
    world.emulator.database.find('activities', { title: '第三党小组9月党小组会', state: 'published' })[0]
      ?._id,
  )
  await picture(secretary, '18-past-published')
  // Left in the middle: it waits on 工作, and says for what.
  await toWork(secretary)
  await says(secretary, `#meeting-${meetingId}`, /9月21日.*补点到会的人/)
  await tap(secretary, `#meeting-${meetingId}`)
})

test('the whole group is ticked at once, who was not there is tapped with the reason, the minutes wait for the other person, and the number has not moved', async () => {
  await tap(secretary, '#enter-late')
  await says(secretary, '#roll-call', new RegExp(longName))
  const names = await shown(secretary, '#roll-call [id^="roll-m"]').count()
  await picture(secretary, '18-past-whole')
  await shown(secretary, '[id^="whole-"]').dblclick()
  await becomes(
    () => world.emulator.database.count('facts', { activityId: meetingId, kind: 'attendance' }),
    names,
  )
  await becomes(() => shown(secretary, '[id^="whole-"]').count(), 0)
  await tile('贾芬生').click()
  await says(secretary, '.sheet', /改为没到：贾芬生.*原因只选大类/)
  await picture(secretary, '18-past-absent')
  await tap(secretary, '#strike-reason-0')
  await tap(secretary, '#strike-confirm')
  await becomes(async () => (await tile('贾芬生').innerText()).includes('公务外出'), true)
  await says(secretary, '#roll-summary', new RegExp(`到 ${names - 1}，没到 1`))
  await picture(secretary, '18-past-roll')
  await tap(secretary, '#roll-done')
  await says(secretary, '#meeting-summary', /补录，等另一位同志确认/)
  await picture(secretary, '18-past-meeting')
  await tap(secretary, '#to-record')
  await says(secretary, '#record', /等另一位同志确认/)
  await picture(secretary, '18-past-record')
  await toWork(secretary)
  await says(secretary, '#todo', /第三党小组9月党小组会.*等确认/)
  await tap(secretary, '[id^="progress-"]')
  await says(secretary, '#branch-gaps', /已完成 6 项，已安排 2 项，待确认 1 项/)
  await picture(secretary, '18-past-branch')
})

test('whoever entered it is not asked, and cannot open the page of the second person', async () => {
  await toWork(secretary)
  assert.equal(await shown(secretary, '[id^="late-"]').count(), 0)
  await secretary.goto(`${world.emulator.url}/?again=1#/secretary/past/index?id=${meetingId}`)
  await says(secretary, '#past-not-asked', /这一场由另一位同志确认/)
  await picture(secretary, '18-past-own')
  assert.equal(await shown(secretary, '#late-yes').count(), 0)
})

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`the second person finds it on 工作 and in 消息, and reads every name, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-organisation-officer', { elder })
    await tap(page, '#tab-messages')
    await says(page, '#messages', /第三党小组9月党小组会（补录）请您确认.*宋秀国补录，您确认以后计入/)
    await picture(page, named('18c-message'))
    await shown(page, '#messages').getByText('第三党小组9月党小组会（补录）').click()
    await says(page, '#past-head', /录入.*宋秀国/)
    await page.goBack()
    await tap(page, '#tab-work')
    await says(page, `#late-${meetingId}`, /第三党小组9月党小组会.*宋秀国补录.*请您确认/)
    await picture(page, named('18c-work'))
    await tap(page, `#late-${meetingId}`)
    await says(page, '#past-people', new RegExp(longName))
    await says(page, '#past-head', /没到.*贾芬生（公务外出）/)
    assert.equal(await shown(page, `#meeting-${meetingId}`).count(), 0, 'one row for one meeting')
    await picture(page, named('18c-past'))
    await shown(page, '.past-note').evaluate((element) => element.scrollIntoView())
    await picture(page, named('18c-past-end'))
    // Back in the middle of it: nothing is said by that.
    await page.goBack()
    await shown(page, `#late-${meetingId}`).waitFor()
    assert.equal(yeses(), 0)
    await page.context().close()
  })

  test(`the pages of who entered it fit ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await says(page, '#todo', /等确认/)
    await picture(page, named('18b-work'))
    await tap(page, `#meeting-${meetingId}`)
    await says(page, '#late-note', /先不计入/)
    await picture(page, named('18b-meeting'))
    await tap(page, '#seg-backfill')
    await says(page, '#backfill', /这一场是补录的/)
    await picture(page, named('18b-backfill'))
    await tap(page, '#seg-code')
    await tap(page, '#to-record')
    // The page before has such a note as well.
    await says(page, '#record #late-note', /先不计入/)
    await picture(page, named('18b-record'))
    await page.goBack()
    await tap(page, '#seg-roll')
    await says(page, '#roll-call', new RegExp(longName))
    await picture(page, named('18b-roll'))
    await page.goBack()
    await tap(page, '[id^="plan-"]')
    await tap(page, '#kind-lecture')
    await tap(page, '#plan-date')
    await turnTo(page, '21日')
    await says(page, '#plan-late', /发布就是补录/)
    await picture(page, named('18-late-plan'))
    await page.context().close()
  })
}

test('names that change after they were read are not confirmed unseen: the page shows them anew and says so', async () => {
  await tap(officer, '#tab-work')
  await tap(officer, `#late-${meetingId}`)
  await says(officer, '#past-people', new RegExp(longName))
  await world.emulator.invoke(
    'api',
    {
      action: 'checkin.strike',
      contractVersion: 1,
      data: { activityId: meetingId, memberId: 'm-long', reason: '点错了' },
    },
    { openid: 'demo-secretary' },
  )
  await tap(officer, '#late-yes')
  await says(officer, '.taro-modal__content', /到会名单刚有变动.*页面上已换成最新的名单，请再看一遍/)
  await picture(officer, '18c-changed')
  await understood(officer)
  await becomes(async () => (await shown(officer, '#past-people').innerText()).includes(longName), false)
  assert.equal(yeses(), 0)
})

test('有出入 goes back to who entered it with the names that were tapped, who mends it', async () => {
  const first = shown(officer, '#past-people .past-person').first()
  const name = await first.innerText()
  await first.click()
  await says(officer, '#past-people', new RegExp(`${name}（有出入）`))
  await picture(officer, '18c-marked')
  await tap(officer, '#late-unmark')
  await shown(officer, '#late-yes').waitFor()
  await first.click()
  await says(officer, '#late-marked', /1 人有出入，请核对/)
  await tap(officer, '#late-marked')
  await says(officer, '.past-note', new RegExp(`马梅说${name}有出入，宋秀国会核对名单`))
  await picture(officer, '18c-doubted')
  await toWork(secretary)
  await says(secretary, '#todo', /第三党小组9月党小组会.*有出入，请核对/)
  await tap(secretary, `#meeting-${meetingId}`)
  await says(secretary, '#late-note', new RegExp(`马梅看过：${name}有出入.*改好后再请马梅确认`))
  await picture(secretary, '18b-doubted')
  await tap(secretary, '#seg-roll')
  await becomes(async () => (await tile(name).innerText()).includes('请核对'), true)
  await picture(secretary, '18b-doubted-roll')
  await tile(longName).click()
  await tap(secretary, '#strike-reason-0')
  await tap(secretary, '#strike-confirm')
  await says(secretary, '#roll-summary', /没到 1/)
})

test('without network the word is not said, the page says so and keeps the marks; a double tap later says it once', async () => {
  await toWork(officer)
  await tap(officer, `#late-${meetingId}`)
  await says(officer, '#past-people', new RegExp(longName))
  await cutOff(officer, true)
  await shown(officer, '#past-people .past-person').first().click()
  await tap(officer, '#late-marked')
  await says(officer, '.taro-modal__content', /网络/)
  await understood(officer)
  await says(officer, '#late-marked', /1 人有出入，请核对/)
  await tap(officer, '#late-unmark')
  await tap(officer, '#late-yes')
  await says(officer, '.taro-modal__content', /网络/)
  await picture(officer, '18c-offline')
  await understood(officer)
  assert.equal(yeses(), 0)
  await cutOff(officer, false)
  await shown(officer, '#late-yes').dblclick()
  await says(officer, '.past-note', /马梅已确认，计入 \d+ 人，一直标“补录”/)
  await picture(officer, '18c-confirmed')
  assert.equal(yeses(), 1)
  assert.equal(await shown(officer, '#late-yes').count(), 0)
  await officer.goBack()
  await becomes(() => shown(officer, `#late-${meetingId}`).count(), 0)
})

test('from the yes on it counts, and stays marked', async () => {
  await toWork(secretary)
  await says(secretary, '#todo', /第三党小组9月党小组会.*整理会议记录/)
  await tap(secretary, '[id^="progress-"]')
  await says(secretary, '#branch-gaps', /已完成 7 项，已安排 2 项$/)
  await tap(secretary, '#branch-folded')
  await shown(secretary, '#branch-gaps').getByText('党小组会', { exact: true }).first().click()
  await says(secretary, '#why-counted', /第三党小组9月党小组会.*补录/)
  await picture(secretary, '18-past-why')
})
