import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { ask } from './ask'
import { picture } from './pictures'
import { becomes, codeOnScreen, says, scanPicture, shown, tap, type, type World, openWorld } from './world'

let world: World
let staff: Page

before(async () => {
  // Today's service of the community begins at 16:00; its doors open at 15:00.
  world = await openWorld(Date.parse('2026-09-22T15:40:00+08:00'))
  staff = (await world.phone('demo-community')).page
})
after(() => world.close())

test('staff publish next month’s service as the last one, in a few taps', async () => {
  await tap(staff, '#tab-work')
  await tap(staff, '[id^="publish-o"]')
  await says(staff, '#service-kinds', /集中主题服务/)
  await picture(staff, '09a-publish')
  await tap(staff, '#publish-again')
  await tap(staff, '#publish-service')
  await says(staff, '#service-head', /清洁家园/)
  const { page } = await world.phone('demo-member')
  await tap(page, '#tab-activities')
  await tap(page, '#seg-services')
  await says(page, '#activities', /敬老助餐|清洁家园|反诈宣传/)
  await page.context().close()
  await staff.goto(`${world.emulator.url}/?as=demo-community#/pages/work/index`)
})

test('four weeks in a row with 七个一; one of them is changed, and who means to come reads so', async () => {
  for (const elder of [true, false]) {
    const { page } = await world.phone('demo-community', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="publish-o"]')
    await says(page, '#service-gauge', /报到 \d+ 人 · 本月名额/)
    await tap(page, '#seven-policy')
    await tap(page, '#weeks-4')
    await says(page, '#weeks-text', /每周.，.*共 4 次/)
    await picture(page, elder ? '09a-publish-weekly-elder' : '09a-publish-weekly')
    if (!elder) {
      const announced = () => world.emulator.database.count('activities', { sevenOnes: 'policy' })
      await shown(page, '#publish-service').dblclick()
      await says(page, '#service-head', /清洁家园.*七个一：政策宣传和维权/)
      assert.equal(announced(), 4)
      await picture(page, '09-service-announced')
      const [first] = world.emulator.database.find('activities', { sevenOnes: 'policy' })
      const activityId = String(first?._id)
      await ask(world, 'demo-member', 'service.join', { activityId, join: true, nonce: 'weekly-first' })
      await page.goto(`${world.emulator.url}/?as=demo-community#/community/service/index?id=${activityId}`)
      await tap(page, '#change-service')
      await says(page, '#residents', /报名的 1 人都会知道/)
      await type(page, '#service-place', '滨河广场')
      await picture(page, '09a-change')
      await tap(page, '#save-service')
      await says(page, '#service-head', /清洁家园/)
      const member = (await world.phone('demo-member')).page
      await tap(member, '#tab-messages')
      await says(member, '#messages', /改在滨河广场/)
      await tap(member, '#tab-activities')
      await tap(member, '#seg-services')
      await tap(member, `#activity-${activityId}`)
      await says(member, '#service-facts', /七个一 ?政策宣传和维权/)
      await picture(member, '09-service-seven')
      await member.context().close()
    }
    await page.context().close()
  }
})

test('a member takes today’s service, scans the staff’s code and it counts at once', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#duty-community_service', /今天 16:00/)
  await tap(page, '#tab-activities')
  await tap(page, '#seg-services')
  const enrol = shown(page, '[id^="activity-"]').filter({ hasText: '反诈宣传' }).locator('[id^="enrol-"]')
  await enrol.click()
  await says(page, '#activities', /反诈宣传.*?(已报名|取消报名)/)

  await tap(staff, '#show-code')
  await tap(staff, '#open-registration')
  await staff.locator('#code-card').waitFor()
  await picture(staff, '09-service-code')
  await tap(page, '#tab-home')
  await scanPicture(page, await codeOnScreen(staff))
  await says(page, '#result', /反诈宣传/)
  await picture(page, '09-service-registered')
  await tap(page, '#done')
  await says(page, '#month', /社区服务 ?1\/1/)
  await says(staff, '#service', /胡淑/)
  await page.context().close()

  const branch = (await world.phone('demo-secretary')).page
  await tap(branch, '#tab-work')
  await tap(branch, '[id^="progress-"]')
  const row = shown(branch, '[id^="row-"]').filter({ hasText: '胡淑' })
  await row.locator('[id$="-community_service"]').click()
  await says(branch, '#why-sheet', /反诈宣传/)
  await branch.context().close()

  for (const elder of [true, false]) {
    const secretary = (await world.phone('demo-secretary', { elder })).page
    await tap(secretary, '#tab-work')
    await tap(secretary, '[id^="progress-"]')
    await says(secretary, '#seven-ones', /组织一次走访慰问 ?\d+月\d+日 入户走访.*心理疏导 ?暂无记录/)
    await shown(secretary, '#seven-ones').scrollIntoViewIfNeeded()
    await picture(secretary, elder ? '06-seven-ones-elder' : '06-seven-ones')
    await secretary.context().close()
  }
})

test('who came by poster or list waits for the staff’s look; only the confirmed count', async () => {
  const { page } = await world.phone('demo-community')
  await tap(page, '#tab-work')
  await shown(page, '[id^="service-"]').filter({ hasText: '敬老助餐' }).first().click()
  await tap(page, '#seg-confirm')
  await says(page, '#service', /待确认 7 人/)
  await picture(page, '09b-confirm')
  const waiting = () =>
    world.emulator.database.count('facts', {
      activityKind: 'community_service',
      confirmed: null,
      kind: 'attendance',
    })
  const before = waiting()
  await tap(page, '[id^="check-m"], #pending [id^="check-"]')
  await tap(page, '#check-confirm')
  await says(page, '#service', /待确认 1/)
  assert.equal(waiting(), before - 6)
  await page.context().close()
})

const unopened = (page: Page) => shown(page, '[id^="service-"]').filter({ hasText: '举行了吗' })

test('weeks later a service nobody opened is still there to be settled, and who was not seen is settled too', async () => {
  world.emulator.clock.advance(20 * 86_400_000)
  const { page } = await world.phone('demo-community')
  await tap(page, '#tab-work')
  await says(page, '#work', /敬老助餐.*待确认 1/)
  await shown(page, '[id^="service-"]').filter({ hasText: '敬老助餐' }).first().click()
  await tap(page, '#seg-confirm')
  await says(page, '#service', /待确认 1 人/)
  await tap(page, '#pending [id^="check-"]')
  await says(page, '#not-seen', /没见到的 1 人，不计入/)
  await picture(page, '09b-not-seen')
  await tap(page, '#not-seen')
  await tap(page, '#reason-confirm')
  await says(page, '#nothing-pending', /没有待确认的/)
  await page.context().close()

  world.emulator.clock.advance(150 * 86_400_000)
  for (const elder of [true, false]) {
    const later = (await world.phone('demo-community', { elder })).page
    await tap(later, '#tab-work')
    await says(later, '#work', /清洁家园.*举行了吗/)
    await picture(later, elder ? '09-unopened-work-elder' : '09-unopened-work')
    const before = await unopened(later).count()
    await unopened(later).first().click()
    await says(later, '#service-line', /没有开始登记。举行了吗/)
    await picture(later, elder ? '09-unopened-elder' : '09-unopened')
    if (!elder) {
      // Said by mistake, it is taken back while nobody has confirmed it.
      await tap(later, '#was-held')
      await says(later, '#late-note', /补录，由.*录入/)
      await tap(later, '#seg-code')
      await tap(later, '#cancel-activity')
      await tap(later, '#reason-confirm')
      await says(later, '#service-line', /没有举行，登记不计入/)
      await later.goBack()
      await becomes(() => unopened(later).count(), before - 1)
    }
    await later.context().close()
  }
})

test('a service that took place and was never opened is entered afterwards, and counts once another says so', async () => {
  const { database } = world.emulator
  const communityId = database.find('organisations', { name: '滨河社区党委' })[0]?._id
  const [known] = database.find('activities', { hostId: communityId, state: 'published' })
  const startsAt = Date.parse('2026-06-13T09:00:00+08:00')
  const row = { ...known, _id: 'forgotten', title: '六月清洁家园', startsAt, nonce: 'forgotten' }
  database.insertMany('activities', [{ ...row, endsAt: startsAt + 7_200_000, posterId: 'forgotten' }])
  const resident = String(database.find('members', { 'communities.communityId': communityId })[0]?.name)
  for (const elder of [false, true]) {
    const named = (name: string) => (elder ? `${name}-elder` : name)
    const { page } = await world.phone('demo-community', { elder })
    await tap(page, '#tab-work')
    await says(page, '#service-forgotten', elder ? /等确认/ : /举行了吗/)
    await tap(page, '#service-forgotten')
    if (!elder) {
      await says(page, '#service', /过了时间，没有开始登记。举行了吗/)
      await picture(page, 'late-service-asked')
      await shown(page, '#was-held').dblclick()
      await shown(page, '#resident-name')
        .locator('input')
        .or(shown(page, 'input#resident-name'))
        .first()
        .fill(resident)
      await tap(page, '[id^="enter-"]')
      await says(page, '#residents-found', /已登记/)
    }
    await says(page, '#late-note', /补录，由.*录入.*先不计入/)
    await picture(page, named('late-service-entered'))
    await page.context().close()
    const committee = (await world.phone('demo-committee', { elder })).page
    await tap(committee, '#tab-work')
    await says(committee, '#late-forgotten', /六月清洁家园.*党委补录.*请您确认/)
    await tap(committee, '#late-forgotten')
    await says(committee, '#past', new RegExp(`到场 1 人.*${resident}`))
    await picture(committee, named('late-service-word'))
    if (elder) {
      await tap(committee, '#late-yes')
      await says(committee, '.past-note', /已确认，计入 1 人，一直标“补录”/)
      await committee.goBack()
      await becomes(() => shown(committee, '#late-forgotten').count(), 0)
    }
    await committee.context().close()
  }
})
