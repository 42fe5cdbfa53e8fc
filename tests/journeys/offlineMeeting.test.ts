import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { encode } from 'uqr'
import { mintMemberCode } from '../../domain/checkin/code'
import type { Member } from '../../domain/org/member'
import { ask } from './ask'
import { becomes, cutOff, openWorld, says, scanPicture, shown, tap, type World } from './world'

// A meeting from its opening to its end in a cellar: 30 are ticked, 10 show their own code, the app is killed in between, and what goes up goes up three times.
let world: World
let page: Page
let others: Member[]

/** Fifteen more than the demo branch has, expected at its meeting of today. */
async function fillMeeting(): Promise<void> {
  const { database, clock } = world.emulator
  const [branch] = database.find('organisations', { name: '县农业农村局党支部' })
  const branchId = String(branch?._id)
  const ofBranch = () =>
    (database.find('members') as unknown as Member[]).filter(({ memberships }) =>
      memberships.some((one) => one.branchId === branchId && one.to === undefined),
    )
  const [pattern] = ofBranch().filter(({ posts, cadre }) => posts.length === 0 && !cadre)
  assert.ok(pattern)
  const more = Array.from({ length: 15 }, (_, n) => ({
    ...pattern,
    ...{ _id: `more${n}`, name: `补员${n}`, order: 900 + n, alias: `more-${n}` },
    codeKey: (0x80 + n).toString(16).repeat(32),
  }))
  database.insertMany('members', more)
  const [today] = database
    .find('activities', { branchId, state: 'published' })
    .filter(({ startsAt }) => Math.abs(Number(startsAt) - clock.now()) < 3_600_000)
  const activityId = String(today?._id)
  const { current } = await ask(world, 'demo-secretary', 'activity.prepare', { branchId, activityId })
  assert.ok(current)
  const expectedIds = [...current.form.expectedIds, ...more.map(({ _id }) => _id)]
  const form = { ...current.form, expectedIds }
  await ask(world, 'demo-secretary', 'activity.save', {
    activityId,
    nonce: 'forty-people',
    form,
    publish: true,
  })
  const [secretary] = database.find('identities', { _id: 'demo-secretary' })
  const leaves = database.find('facts', { kind: 'leave', activityId })
  const isOnLeave = ({ _id }: Member) => leaves.some(({ memberId }) => memberId === _id)
  const rest = ofBranch().filter(({ _id }) => _id !== secretary?.memberId && expectedIds.includes(_id))
  // Who has asked for leave and comes all the same shows the own code.
  others = [...rest.filter((one) => !isOnLeave(one)), ...rest.filter(isOnLeave)]
  assert.equal(others.length, 40)
}

before(async () => {
  world = await openWorld()
  await fillMeeting()
  page = (await world.phone('demo-secretary')).page
  await tap(page, '#tab-work')
  await tap(page, '#show-code')
  await tap(page, '#open-registration')
  await page.locator('#code-card').waitFor()
  await tap(page, '#seg-roll')
  await says(page, '#roll-call', /补员14/)
})
after(() => world.close())

const registered = () =>
  world.emulator.database.count('facts', {
    kind: 'attendance',
    way: { $in: ['roll_call', 'member_code'] },
    recordedAt: { $gte: world.emulator.clock.now() - 3_600_000 },
  })

/** 我的码 of a member, as another phone would show it now. */
function ownCode({ alias, codeKey }: Member): Buffer {
  const { data, size } = encode(mintMemberCode({ alias, codeKey, now: world.emulator.clock.now() }), {
    border: 4,
  })
  const scale = 6
  const png = new PNG({ width: size * scale, height: size * scale })
  for (let y = 0; y < png.height; y += 1)
    for (let x = 0; x < png.width; x += 1)
      png.data.fill(
        data[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 0 : 255,
        4 * (y * png.width + x),
        4 * (y * png.width + x) + 3,
      )
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255
  return PNG.sync.write(png)
}

/** Ticks some and scans the codes of others; so many wait on the phone then. */
async function enter(ticked: readonly Member[], scanned: readonly Member[], waiting: number): Promise<void> {
  for (const { _id } of ticked) await shown(page, `#roll-${_id}`).click()
  for (const member of scanned) {
    await scanPicture(page, ownCode(member), '#scan-member')
    await says(page, '#roll-call', new RegExp(`${member.name} ?待`))
  }
  await says(page, '#offline-note', new RegExp(`${waiting} 条存在本机`))
}

/** The app is opened anew: of what it knew there is its storage, and the phone's own clock. */
async function openAgain(): Promise<void> {
  await page.clock.setFixedTime(world.emulator.clock.now())
  await page.goto(`${world.emulator.url}/?opened=${Math.random()}`)
  await tap(page, '#tab-work')
}

test('without network from its opening on, and killed in the middle, nothing that was entered is lost', async () => {
  await cutOff(page, true)
  await enter(others.slice(0, 20), others.slice(30, 35), 25)
  await openAgain()
  await tap(page, '#show-code')
  await tap(page, '#seg-roll')
  await enter(others.slice(20, 30), others.slice(35), 40)
  assert.equal(registered(), 0)
})

test('what is sent three times stands once: exactly forty', async () => {
  await page.context().unroute(/\/client\//)
  // All of it arrives, and no answer comes back.
  await page.context().route(/\/client\/callFunction/, async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await openAgain()
  await becomes(() => registered() > 0, true)
  await page.context().unrouteAll({ behavior: 'ignoreErrors' })
  for (let turn = 0; turn < 2; turn += 1) {
    await openAgain()
    await becomes(registered, 40)
  }
  await tap(page, '#show-code')
  await tap(page, '#seg-roll')
  await becomes(() => shown(page, '#offline-note').count(), 0)
  assert.equal(registered(), 40)
  const facts = world.emulator.database.find('facts', { way: { $in: ['roll_call', 'member_code'] } })
  const people = facts.filter(({ memberId }) => others.some(({ _id }) => _id === memberId))
  const today = people.filter(({ recordedAt }) => Number(recordedAt) > world.emulator.clock.now() - 3_600_000)
  assert.deepEqual(
    [...new Set(today.map(({ memberId }) => String(memberId)))].sort(),
    others.map(({ _id }) => _id).sort(),
  )
})
