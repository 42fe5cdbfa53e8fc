import { consentVersion } from '@domain/contract/consentVersion'
import type { PrivacyCentre } from '@domain/contract/privacy'
import { consents } from './agreed'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { checkIn, leader, newNonce, openMeeting, secretary, World } from './world'

const county = 'openid-county'

/** branch3 is one whose numbers alone leave it; p1 is its secretary. */
const people = {
  organisations: organisations.map((one) => (one._id === 'branch3' ? { ...one, countsOnly: true } : one)),
  members: members.map((one) =>
    one._id === 'p1'
      ? { ...one, posts: [{ post: 'secretary', organisationId: 'branch3', from: '2024-01-01' }] }
      : one,
  ),
  identities: [
    ...identities,
    {
      ...identities[0],
      _id: 'openid-staff',
      memberId: undefined,
      requestId: 'staff',
      name: '社区工作人员',
      grants: [{ role: 'community_staff', organisationId: 'community1', from: '2026-01-01' }],
    },
  ],
  consents,
}

let world: World
beforeAll(async () => {
  world = await World.start({ people })
})
afterAll(() => world.stop())

const month = '2026-09'
const centre = (memberId: string) => world.get(openIdOf(memberId), 'privacy.centre')
const seen = ({ viewers }: PrivacyCentre) =>
  viewers.map(({ name, role, what }) => `${name} ${role} ${what}`).sort()
const writes = () => world.lastInvocation().calls.filter(({ action }) => /insert|modify|remove/.test(action))

test('who looked at a branch is told to those whose rows were shown: one row a viewer and day, a group leader’s group alone', async () => {
  await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
  await world.get(secretary, 'progress.branch', { branchId: 'branch1', periodKey: '2026-08' })
  await world.get(county, 'roster.list', { branchId: 'branch1' })
  await world.get(leader, 'progress.branch', { branchId: 'branch1' })
  const all = ['工委办公室 工委 党员名册', '李同志 党支部书记 支部完成情况']
  // m5 is in the second group, which m6 leads; m4 in the first.
  expect(seen(await centre('m5'))).toEqual(['何同志 党小组长 支部完成情况', ...all].sort())
  expect(seen(await centre('m4'))).toEqual(all)
  // One's own looks are nobody's news, and another branch has nothing to do with it.
  expect(seen(await centre('m1'))).toEqual(['工委办公室 工委 党员名册'])
  expect(seen(await centre('n1'))).toEqual([])
  expect(world.emulator.database.count('views')).toBe(3)
})

test('a guest of a branch whose numbers alone leave it is registered elsewhere without the name', async () => {
  const { activityId, code } = await openMeeting(world)
  expect(await checkIn(world, 'p2', code())).toMatchObject({ ok: true, data: { guest: true } })
  const { arrivals } = await world.get(secretary, 'activity.board', { activityId })
  expect(arrivals[0]).toMatchObject({ memberId: 'p2', name: '一名党员', guest: true })
})

test('opening one member’s number is told to that member alone', async () => {
  await world.get(secretary, 'progress.why', { dutyId: 'dues', periodKey: month, subjectId: 'm5' })
  expect(seen(await centre('m5'))).toContain(
    '李同志 党支部书记 支部完成情况、您的一项明细、会议登记和会议记录',
  )
  expect(seen(await centre('m4'))).toContain('李同志 党支部书记 支部完成情况、会议登记和会议记录')
  expect(world.emulator.database.count('views')).toBe(3)
})

test('a second look on the same day writes nothing, one on the next day is a row of its own', async () => {
  await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
  expect(writes()).toEqual([])
  world.emulator.clock.set(MOMENT + 86_400_000)
  await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
  expect(writes()).toHaveLength(1)
  expect((await centre('m4')).viewers.map(({ on }) => on)).toEqual(['2026-09-23', '2026-09-22', '2026-09-22'])
})

test('of a branch whose numbers alone leave it the work committee gets numbers and no name; its secretary gets both', async () => {
  const outside = await world.call(county, 'committee.branch', { branchId: 'branch3' })
  expect(outside).toMatchObject({ ok: true, data: { namesHidden: true, memberCount: 50 } })
  expect(JSON.stringify(outside)).not.toMatch(/众人/)
  const why = { dutyId: 'dues', periodKey: month, subjectId: 'p2' }
  expect(await world.reason(county, 'progress.why', why)).toBe('forbidden')
  const { rows } = await world.get(openIdOf('p1'), 'progress.branch', { branchId: 'branch3' })
  expect(rows).toHaveLength(50)
  expect(await world.get(openIdOf('p1'), 'progress.why', why)).toMatchObject({ subjectName: '众人2' })
  // No name was shown to the work committee, so it did not look at anybody.
  expect(seen(await centre('p2'))).toEqual(['众人1 党支部书记 支部完成情况、您的一项明细'])
})

test('a community confirms what somebody of such a branch did without reading the name', async () => {
  const staff = 'openid-staff'
  for (const memberId of ['p2', 'n2']) {
    const claim = { title: '修楼道灯', beneficiary: 'community', nonce: newNonce() }
    const { deed } = await world.get(openIdOf(memberId), 'deed.claim', claim)
    await world.get(openIdOf(memberId), 'deed.move', { deedId: deed.id, to: 'finished' })
  }
  const { pending } = await world.get(staff, 'deed.pending', { placeId: 'community1' })
  expect(pending.map(({ name, branchName }) => [branchName, name]).sort()).toEqual([
    ['县教育局党支部', '一名党员'],
    ['县财政局第一党支部', '邻支部2'],
  ])
  const residents = async (name: string) =>
    (await world.get(staff, 'service.residents', { communityId: 'community1', name })).residents.length
  expect(await residents('众人2')).toBe(0)
  expect(await residents('邻支部')).toBe(0)
  expect(await residents('邻支部2')).toBe(1)
})

test('consent is given and taken back at any time; without it the privacy centre still answers', async () => {
  const m7 = openIdOf('m7')
  expect(await world.get(m7, 'privacy.centre')).toMatchObject({ version: consentVersion, bound: true })
  await world.get(m7, 'privacy.consent', { version: consentVersion, agree: false })
  expect(await world.reason(m7, 'progress.home')).toBe('consent_needed')
  const { agreedAt } = await world.get(m7, 'privacy.centre')
  expect(agreedAt).toBeUndefined()
  expect(await world.reason(m7, 'privacy.consent', { version: consentVersion + 1, agree: true })).toBe(
    'invalid_request',
  )
  const asked = world.now()
  expect(await world.get(m7, 'privacy.consent', { version: consentVersion, agree: true })).toEqual({
    agreed: true,
  })
  const { agreedAt: again = 0 } = await world.get(m7, 'privacy.centre')
  expect(again).toBeGreaterThanOrEqual(asked)
  await world.get(m7, 'progress.home')
})

test('all one’s own data is one readable text without identity, alias or key, five times a day', async () => {
  world.emulator.clock.set(MOMENT)
  const { code } = await openMeeting(world)
  await checkIn(world, 'm8', code())
  const m8 = openIdOf('m8')
  const { text, fileName, parts } = await world.get(m8, 'privacy.export')
  expect(fileName).toBe('我的数据-2026-09-22.txt')
  expect(parts).toBe(1)
  expect(text).toContain('姓名：赵同志')
  expect(text).toContain('手机尾号：1008')
  expect(text).toContain('农业农村局党支部 第二党小组（2020-01-01 至 今）')
  expect(text).toContain('到会登记　9月主题党日，局三楼会议室　扫码')
  expect(text).toContain('李同志　党支部书记')
  expect(text).not.toMatch(/openid-|alias-|0808|undefined|NaN|\[object/)
  expect(await world.reason(m8, 'privacy.exportPart', { part: 1 })).toBe('invalid_request')
  expect((await world.get(m8, 'privacy.exportPart', { part: 0 })).text).toBe(text)
  for (let i = 0; i < 4; i += 1) await world.get(m8, 'privacy.export')
  expect(await world.reason(m8, 'privacy.export')).toBe('too_many_attempts')
  // Nothing can be read in parts that was not begun that day.
  expect(await world.reason(openIdOf('m9'), 'privacy.exportPart', { part: 0 })).toBe('invalid_request')
})

test('a correction waits with the secretary, once for a field; sent again it is the same one', async () => {
  const m9 = openIdOf('m9')
  const asks = { field: 'phone', text: '尾号已换', nonce: newNonce() }
  const { id } = await world.get(m9, 'privacy.correct', asks)
  expect(await world.get(m9, 'privacy.correct', asks)).toEqual({ id })
  expect(await world.reason(m9, 'privacy.correct', { ...asks, nonce: newNonce() })).toBe('already_asked')
  await world.get(m9, 'privacy.correct', { field: 'post', text: '不再任小组长', nonce: newNonce() })
  expect((await centre('m9')).asked).toMatchObject([
    { what: 'correct', text: '不再任小组长' },
    { what: 'correct', text: '尾号已换' },
  ])
  expect(world.emulator.database.find('corrections', { _id: id })).toMatchObject([{ branchId: 'branch1' }])
  expect(await world.reason(county, 'privacy.correct', { ...asks, nonce: newNonce() })).toBe('forbidden')
})
