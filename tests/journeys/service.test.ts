import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture } from './pictures'
import { codeOnScreen, says, scanPicture, shown, tap, type World, openWorld } from './world'

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

test('a member takes today’s service, scans the staff’s code and it counts at once', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#duty-community_service', /0 ?\/1/)
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
