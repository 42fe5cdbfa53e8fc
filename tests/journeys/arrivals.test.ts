import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { becomes, codeOnScreen, openWorld, says, scanPicture, shown, tap, type World } from './world'

let world: World
let staff: Page
let member: Page

const startsAt = Date.parse('2026-09-22T16:00:00+08:00')

before(async () => {
  world = await openWorld(startsAt - 20 * 60_000)
  staff = (await world.phone('demo-community')).page
  member = (await world.phone('demo-member')).page
})
after(() => world.close())

const total = async (key: string) =>
  Number((await shown(staff, `#total-${key} .counts-n`).first().innerText()).trim())

/** Waits until the number stands on the staff's page. */
const totalIs = (key: string, wanted: number) => becomes(() => total(key), wanted)

test('without saying what is to be done nothing is published, and the field says so', async () => {
  await tap(staff, '#tab-work')
  await tap(staff, '[id^="publish-o"]')
  await shown(staff, '#service-title input').fill('')
  await tap(staff, '#publish-service')
  await says(staff, '#field-title', /请填做什么/)
  await tap(staff, '#publish-again')
  assert.notEqual(await shown(staff, '#service-title input').inputValue(), '')
  await tap(staff, '#nav-back')
})

test('who scans the poster waits, and is told so', async () => {
  const elder = (await world.phone('demo-elder')).page
  await tap(staff, '#show-code')
  await tap(staff, '#open-registration')
  await staff.locator('#code-card').waitFor()
  await tap(staff, '#show-poster')
  await staff.locator('#poster').waitFor()
  await scanPicture(elder, await codeOnScreen(staff))
  await says(elder, '#result', /确认/)
  await tap(elder, '#done')
  await says(elder, '#month', /社区服务 ?待确认/)
  await tap(staff, '#poster-close')
  await totalIs('pending', 1)
  assert.equal(await total('confirmed'), 0)
  await elder.context().close()
})

test('who is entered from the list and not seen stays waiting; who is seen counts', async () => {
  await tap(staff, '#seg-paper')
  // By the whole name: nobody is found by its beginning.
  const [service] = world.emulator.database.find('activities', { title: '反诈宣传', startsAt })
  const [resident] = world.emulator.database
    .find('members', { 'communities.communityId': service?.hostId })
    .filter(({ name }) => String(name).startsWith('高'))
  await shown(staff, '#resident-name input').fill(String(resident?.name))
  await tap(staff, '[id^="enter-"]')
  await says(staff, '#residents-found', /待确认/)
  await tap(staff, '#seg-confirm')
  await shown(staff, '#pending .check-row').filter({ hasText: '名单' }).click()
  await says(staff, '#check-confirm', /确认 1 人到场/)
  await tap(staff, '#check-confirm')
  await totalIs('confirmed', 1)
  await totalIs('pending', 1)
  await says(staff, '#pending', /名单/)

  const elder = (await world.phone('demo-elder')).page
  await says(elder, '#month', /社区服务 ?1\/1/)
  await elder.context().close()
})

test('whom the staff strikes out counts no more', async () => {
  await tap(staff, '#seg-code')
  await scanPicture(member, await codeOnScreen(staff))
  await says(member, '#result-facts', /反诈宣传/)
  await tap(member, '#done')
  await says(member, '#month', /社区服务 ?1\/1/)
  await totalIs('confirmed', 2)

  const arrival = shown(staff, '[id^="arrival-"]').filter({ hasText: '胡淑' })
  await arrival.locator('[id^="strike-"]').click()
  await tap(staff, '#strike-reason-0')
  await tap(staff, '#strike-confirm')
  await totalIs('confirmed', 1)
  await member.reload()
  await says(member, '#month', /社区服务 ?周六 9:00/)
})

test('after the end of registration those who wait can still be confirmed', async () => {
  await tap(staff, '#close-registration')
  await tap(staff, '#reason-confirm')
  await says(staff, '#service-head', /登记已结束/)
  await tap(staff, '#seg-confirm')
  // Who was not seen before stays unticked until one says otherwise.
  await says(staff, '#check-confirm', /请至少选一项/)
  await tap(staff, '#check-all')
  await tap(staff, '#check-confirm')
  await totalIs('pending', 0)
  await says(staff, '#nothing-pending', /没有待确认的/)
})

test('staff of another community see nothing of it', async () => {
  const other = (await world.phone('demo-community-2')).page
  const [service, more] = world.emulator.database.find('activities', { title: '反诈宣传', startsAt })
  assert.equal(more, undefined)
  await other.evaluate((id) => {
    window.location.hash = `/community/service/index?id=${id}`
  }, String(service?._id))
  await says(other, '#refused-forbidden', /您现在的职务不包含这一项/)
  await other.context().close()
})
