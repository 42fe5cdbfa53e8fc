import { dailyCaps } from '@domain/access/caps'
import { contractVersion } from '@domain/contract/answer'
import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { aService, otherStaff, staff, worldWithPlaces } from './places'
import { newNonce, secretary, type World } from './world'

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

const m4 = openIdOf('m4')
const officer = openIdOf('m2')
const form = (overrides: object = {}) =>
  aService({
    title: '清理河道',
    startsAt: at('2026-09-26 09:00'),
    endsAt: at('2026-09-26 11:00'),
    sevenOnes: ['theme'],
    limit: 20,
    ...overrides,
  })
const request = (overrides: object = {}) => ({
  branchId: 'branch1',
  form: form(overrides),
  nonce: newNonce(),
})
const propose = async (overrides: object = {}) =>
  (await world.get(secretary, 'proposal.write', request(overrides))).activityId
const ofBranch = async (who = secretary) =>
  (await world.get(who, 'proposal.ofBranch', { branchId: 'branch1' })).proposals
const ofCommunity = async (who = staff, communityId = 'community1') =>
  (await world.get(who, 'proposal.ofCommunity', { communityId })).proposals
const about = (activityId: string) => ({ communityId: 'community1', activityId })
const services = async (who: string) => (await world.get(who, 'activity.list')).services
const told = async (who: string) => (await world.get(who, 'reminder.inbox')).items

test('proposed by a branch, accepted by the community in one word: an ordinary service of the community, with the branch named', async () => {
  const { places } = await world.get(secretary, 'proposal.ofBranch', { branchId: 'branch1' })
  expect(places).toMatchObject([{ id: 'community1', name: '凤凰社区党委', members: 14 }])
  const activityId = await propose()
  expect(await ofBranch(officer)).toMatchObject([
    { id: activityId, title: '清理河道', state: 'waiting', community: { name: '凤凰社区党委' } },
  ])
  // Until then it is nobody's service: not of those who may enrol, nor of the staff’s list.
  expect(await services(m4)).toEqual([])
  expect(await world.reason(m4, 'service.join', { activityId, join: true, nonce: newNonce() })).toBe(
    'forbidden',
  )
  const work = await world.get(staff, 'identity.work')
  expect(work.communities).toMatchObject([{ proposals: 1, services: [] }])
  expect(await told(staff)).toMatchObject([
    {
      ...{ asks: true, title: '农业农村局党支部提议：清理河道', target: 'proposals' },
      ...{ text: '9月26日 9:00。同意就发布，不接请选个原因', communityId: 'community1' },
    },
  ])
  expect(await ofCommunity()).toMatchObject([
    {
      ...{ id: activityId, state: 'waiting', limit: 20, sevenOnes: ['theme'] },
      branch: { name: '农业农村局党支部' },
    },
  ])

  await world.get(staff, 'proposal.accept', about(activityId))
  expect(await world.get(staff, 'service.board', { activityId })).toMatchObject({
    ...{ state: 'published', proposedBy: '农业农村局党支部', codeKey: expect.any(String) as string },
    posterCode: expect.stringMatching(/P1\..+/) as string,
  })
  expect(await services(m4)).toMatchObject([
    { id: activityId, service: { proposedBy: '农业农村局党支部', limit: 20, sevenOnes: ['theme'] } },
  ])
  await world.get(m4, 'service.join', { activityId, join: true, nonce: newNonce() })
  expect(await ofBranch()).toMatchObject([{ state: 'accepted', enrolled: 1 }])
  expect(await ofCommunity()).toMatchObject([{ state: 'accepted' }])
  expect(await told(secretary)).toContainEqual(
    expect.objectContaining({
      title: '凤凰社区党委同意了：清理河道',
      target: 'proposed',
      branchId: 'branch1',
    }),
  )
  expect((await world.get(staff, 'identity.work')).communities).toMatchObject([
    { proposals: 0, services: [{ id: activityId, enrolled: 1 }] },
  ])
})

test('declined with a reason and a line more: the branch reads both, and nobody ever sees a service that was cancelled', async () => {
  const activityId = await propose()
  await world.get(staff, 'proposal.decline', { ...about(activityId), reason: 'other_day', note: '月底可以' })
  const declined = { reason: 'other_day', note: '月底可以' }
  expect(await ofBranch()).toMatchObject([{ state: 'declined', declined }])
  expect(await ofCommunity()).toMatchObject([{ state: 'declined', declined }])
  expect(await told(secretary)).toContainEqual(
    expect.objectContaining({
      title: '凤凰社区党委这次没有接：清理河道',
      text: '日子不合适，请换一天。月底可以。可以换个日子再提',
    }),
  )
  const list = await world.get(m4, 'activity.list')
  expect([...list.services, ...list.upcoming, ...list.past].map(({ id }) => id)).not.toContain(activityId)
  expect(await world.reason(staff, 'proposal.accept', about(activityId))).toBe('proposal_gone')
  expect(await world.reason(secretary, 'proposal.withdraw', { branchId: 'branch1', activityId })).toBe(
    'proposal_gone',
  )
})

test('withdrawn while it waits, by whoever runs the branch: gone from the community, and answered no more', async () => {
  const activityId = await propose()
  const withdraw = { branchId: 'branch1', activityId }
  await world.get(officer, 'proposal.withdraw', withdraw)
  expect(await world.get(secretary, 'proposal.withdraw', withdraw)).toEqual({ activityId })
  expect(await ofBranch()).toMatchObject([{ state: 'withdrawn' }])
  expect(await ofCommunity()).toEqual([])
  expect(await told(staff)).toEqual([])
  for (const answer of ['proposal.accept', 'proposal.decline'] as const)
    expect(
      await world.reason(staff, answer, {
        ...about(activityId),
        ...(answer === 'proposal.decline' && { reason: 'not_now' }),
      }),
    ).toBe('proposal_gone')
})

test('past its hour it waits for nobody: the community sees it no more, the branch reads that nobody had time to answer', async () => {
  const activityId = await propose()
  world.emulator.clock.set(at('2026-09-26 08:59'))
  expect(await ofCommunity()).toHaveLength(1)
  world.emulator.clock.set(at('2026-09-26 09:00'))
  expect(await ofCommunity()).toEqual([])
  expect((await world.get(staff, 'identity.work')).communities).toMatchObject([{ proposals: 0 }])
  expect(await world.reason(staff, 'proposal.accept', about(activityId))).toBe('proposal_gone')
  expect(await ofBranch()).toMatchObject([{ state: 'passed' }])
  expect(await told(secretary)).toContainEqual(
    expect.objectContaining({ title: '清理河道 过了日子', text: '凤凰社区党委没有来得及答复，可以再提一次' }),
  )
})

test('a resend, two taps and two staff at one instant: one service, published once', async () => {
  const one = request()
  await Promise.all([1, 2, 3].map(() => world.get(secretary, 'proposal.write', one)))
  expect(await ofBranch()).toHaveLength(1)
  const [{ id } = { id: '' }] = await ofBranch()
  const answers = await Promise.all([
    world.reason(staff, 'proposal.accept', about(id)),
    world.reason(staff, 'proposal.accept', about(id)),
    world.reason(staff, 'proposal.decline', { ...about(id), reason: 'not_now' }),
  ])
  const [stored] = world.emulator.database.find('activities', { _id: id })
  const isPublished = stored?.state === 'published'
  expect(answers.filter((answer) => answer.startsWith('ok'))).toHaveLength(isPublished ? 2 : 1)
  expect(world.emulator.database.count('audit', { what: 'proposal' })).toBe(2)
  // Sent again after the answer it is the same one still.
  expect(await world.reason(secretary, 'proposal.write', one)).toMatch(/^ok/)
  expect(await ofBranch()).toHaveLength(1)
})

test('of a community where nobody of the branch is registered, of yesterday and of the hour that has begun nothing is proposed', async () => {
  for (const communityId of ['community2', 'village1', 'branch1'])
    expect(await world.reason(secretary, 'proposal.write', request({ communityId }))).toBe('invalid_request')
  const yesterday = { startsAt: MOMENT - 86_400_000, endsAt: MOMENT - 80_000_000 }
  const begun = { startsAt: MOMENT - 1, endsAt: MOMENT + 3_600_000 }
  const backwards = { startsAt: at('2026-09-26 11:00'), endsAt: at('2026-09-26 09:00') }
  for (const times of [yesterday, begun, backwards])
    expect(await world.reason(secretary, 'proposal.write', request(times))).toBe('wrong_times')
  expect(world.emulator.database.count('activities', {})).toBe(0)
})

test('neither another community nor another branch, nor the branch itself, answers or takes it back', async () => {
  const activityId = await propose()
  expect(await world.reason(otherStaff, 'proposal.accept', about(activityId))).toBe('forbidden')
  const elsewhere = { communityId: 'community2', activityId }
  expect(await world.reason(otherStaff, 'proposal.accept', elsewhere)).toBe('proposal_gone')
  expect(await world.reason(secretary, 'proposal.accept', about(activityId))).toBe('forbidden')
  const other = { branchId: 'branch2', activityId }
  expect(await world.reason(openIdOf('n1'), 'proposal.withdraw', other)).toBe('proposal_gone')
  expect(await world.reason(staff, 'activity.setState', { activityId, to: 'cancelled' })).toBe('wrong_state')
  expect(await ofCommunity()).toMatchObject([{ state: 'waiting' }])
  const { confirm, ...change } = { confirm: ['x'], activityId, form: form() }
  expect(await world.reason(staff, 'service.change', change)).toBe('wrong_state')
  expect(await world.reason(staff, 'service.confirm', { activityId, factIds: confirm })).toBe('wrong_state')
})

test('to a member who works for the community as well, what is proposed is no draft of one’s own', async () => {
  await world.get('openid-county', 'grants.give', {
    ...{ organisationId: 'community1', role: 'community_staff', memberId: 'm4' },
    ...{ from: '2026-09-22', nonce: newNonce() },
  })
  await propose()
  expect(await world.get(m4, 'activity.list')).toMatchObject({ services: [], upcoming: [] })
})

test('ten thousand: a day’s worth is taken, a resend takes no turn', async () => {
  const { proposal: most } = dailyCaps
  const first = request()
  await world.get(secretary, 'proposal.write', first)
  const answers = await Promise.all(
    Array.from({ length: most + 4 }, () => world.reason(secretary, 'proposal.write', request())),
  )
  expect(answers.filter((answer) => answer === 'too_many_today')).toHaveLength(5)
  expect(await world.reason(secretary, 'proposal.write', first)).toMatch(/^ok/)
  expect(await ofBranch()).toHaveLength(most)
})

test('thousands of proposals, as weeks of ill will leave them, keep the staff from neither their work nor their messages, and no answer grows with them', async () => {
  const activityId = await propose()
  const [first] = world.emulator.database.find('activities', { _id: activityId })
  const many = Array.from({ length: 2_500 }, (_, i) => ({
    ...first,
    ...{ _id: `flood${i}`, nonce: `flood${i}`, startsAt: at('2026-09-27 09:00') + i * 60_000 },
  }))
  world.emulator.database.insertMany('activities', many)
  expect((await world.get(staff, 'identity.work')).communities).toMatchObject([{ proposals: 2_501 }])
  // The soonest is told first, and no more than anybody reads.
  const waiting = (await told(staff)).filter((item) => item.type === 'notice' && item.target === 'proposals')
  expect(waiting.length).toBeLessThanOrEqual(60)
  expect(waiting[0]).toMatchObject({ id: `proposal_${activityId}` })
  for (const [who, action, data] of [
    [staff, 'reminder.inbox', {}],
    [staff, 'proposal.ofCommunity', { communityId: 'community1' }],
    [secretary, 'reminder.inbox', {}],
    [secretary, 'proposal.ofBranch', { branchId: 'branch1' }],
  ] as const) {
    const { result, text } = await world.post(who, { action, contractVersion, data })
    expect([action, result?.ok, text.length < 100_000]).toEqual([action, true, true])
  }
  const { proposals, more } = await world.get(staff, 'proposal.ofCommunity', { communityId: 'community1' })
  expect([proposals[0]?.id, proposals.length + more]).toEqual([activityId, 2_501])
})
