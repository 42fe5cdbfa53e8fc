import { at } from '@domain/testing/at'
import { aFact, aMember, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { insert, reached, remindAt, templates } from './reminders'
import { newNonce, officer, secretary, World } from './world'

const contact = 'openid-contact'
const staff = 'openid-staff'
const contactWallet = 'request-contact'
const staffWallet = 'request-staff'

const outside = (_id: string, requestId: string, role: string, organisationId: string) => ({
  _id,
  state: 'bound',
  requestId,
  requestedAt: 1,
  name: '联络员',
  grants: [{ role, organisationId, from: '2026-01-01' }],
})

/** Wednesday 16 September, 10:00. */
const since = at('2026-09-16 10:00')
const aVisit = (_id: string, overrides = {}) =>
  aFact({
    _id,
    kind: 'visit',
    memberId: 'm4',
    by: 'm4',
    hostId: 'village1',
    householdId: 'h1',
    way: 'backfill',
    recordedAt: since,
    occurredAt: since - 1,
    confirmed: null,
    ...overrides,
  })

let world: World
beforeEach(async () => {
  world = await World.start({ env: templates })
  insert(
    world,
    'identities',
    outside(contact, contactWallet, 'village_contact', 'village1'),
    outside(staff, staffWallet, 'community_staff', 'community1'),
  )
  insert(
    world,
    'credits',
    ...[contactWallet, staffWallet, 'm1', 'm2', 'm4', 'n1'].map((_id) => ({ _id, waiting: 5, moves: [] })),
  )
})
afterEach(() => world.stop())

const listOf = (openId: string) =>
  world.emulator
    .outbox()
    .filter(({ openid, templateId }) => openid === openId && templateId === 'T-waiting')
    .map(({ data }) => (data as Record<string, { value: string }>).thing2?.value)
const told = () => reached(world, 'T-waiting')

test('a visit is told the village’s contact after one workday and after three, by day, and no more; nobody else of it', async () => {
  insert(world, 'facts', aVisit('v1'))
  for (const when of ['2026-09-16 11:05', '2026-09-16 20:05', '2026-09-17 07:05']) await remindAt(world, when)
  expect(told()).toEqual([])
  for (const when of ['2026-09-17 08:05', '2026-09-17 09:05', '2026-09-18 08:05', '2026-09-19 10:05'])
    await remindAt(world, when)
  expect(told()).toEqual([contact])
  expect(world.emulator.outbox()[0]).toMatchObject({
    page: 'pages/work/index',
    data: {
      thing1: { value: '1 件事等您确认' },
      thing2: { value: '入户走访 1 次' },
      date3: { value: '2026年9月16日' },
    },
  })
  // Sunday the 20th is worked in exchange for 国庆: with Thursday and Friday the third workday.
  await remindAt(world, '2026-09-20 10:05')
  expect(told()).toEqual([contact, contact])
  for (const when of ['2026-09-21 08:05', '2026-09-22 08:05', '2026-11-30 08:05', '2026-12-31 08:05'])
    await remindAt(world, when)
  expect(told()).toHaveLength(2)
  expect(world.emulator.database.find('credits', { _id: contactWallet })).toMatchObject([{ waiting: 3 }])
})

test('申请更正 of a service is told the community, from the day on which it was asked, and never the member', async () => {
  const service = { kind: 'attendance', activityKind: 'community_service', activityId: 'service' }
  const asked = { recordedAt: since - 10 * 86_400_000, askedAt: since, reason: '没扫上码' }
  insert(world, 'facts', aVisit('service_m4', { ...service, ...asked, hostId: 'community1' }))
  await remindAt(world, '2026-09-16 20:05')
  expect(told()).toEqual([])
  for (const when of ['2026-09-17 08:05', '2026-09-18 08:05', '2026-09-20 10:05', '2026-09-21 08:05'])
    await remindAt(world, when)
  expect(told()).toEqual([staff, staff])
  expect(listOf(staff)).toEqual(['社区服务 1 人', '社区服务 1 人'])
})

test('a service that a branch proposes is told the staff after one workday and after three, until it is answered or its hour has come', async () => {
  const proposed = (_id: string, startsAt: string) =>
    anActivity({
      ...{ _id, nonce: _id, kind: 'community_service', hostId: 'community1', hostType: 'community' },
      ...{ branchId: 'community1', state: 'draft', startsAt: at(startsAt) },
      proposed: { branchId: 'branch1', by: 'm1', at: since },
    })
  // What a branch has in mind for itself is nobody's to answer.
  const draft = anActivity({ _id: 'own', nonce: 'own', state: 'draft', startsAt: at('2026-10-10 15:00') })
  insert(world, 'activities', draft, ...['p1', 'p2'].map((id) => proposed(id, '2026-10-10 09:00')))
  insert(world, 'activities', proposed('soon', '2026-09-17 07:00'))
  for (const when of ['2026-09-16 20:05', '2026-09-17 08:05', '2026-09-18 08:05']) await remindAt(world, when)
  expect(told()).toEqual([staff])
  const answer = { communityId: 'community1', activityId: 'p1' }
  await world.get(staff, 'proposal.decline', { ...answer, reason: 'no_hands' })
  for (const when of ['2026-09-20 10:05', '2026-09-21 08:05']) await remindAt(world, when)
  expect(listOf(staff)).toEqual(['支部提议 2 件', '支部提议 1 件'])
  expect(told()).toEqual([staff, staff])
})

test('answered before its day nothing is said; answered after the first word there is no second', async () => {
  insert(
    world,
    'facts',
    aVisit('v1'),
    aVisit('v2', { hostId: 'community1', kind: 'deed', detail: { state: 'finished' } }),
  )
  world.emulator.clock.set(at('2026-09-16 15:00'))
  await world.get(staff, 'deed.confirm', { placeId: 'community1', deedIds: ['v2'] })
  await remindAt(world, '2026-09-17 08:05')
  expect(told()).toEqual([contact])
  world.emulator.clock.set(at('2026-09-18 15:00'))
  await world.get(contact, 'household.confirm', { villageId: 'village1', factIds: ['v1'] })
  await remindAt(world, '2026-09-20 10:05')
  expect(told()).toEqual([contact])
})

test('everything of one person is one sentence: a word on a record, a 补录, somebody to be let in; never what is one’s own', async () => {
  const aWord = (_id: string, memberId: string, overrides = {}) =>
    aFact({
      ...{ _id, memberId, by: 'm1', witnessId: 'branch1', confirmed: null, recordedAt: since },
      ...{ activityId: 'a', ...overrides },
    })
  insert(
    world,
    'facts',
    aWord('w1', 'm7'),
    // Of a meeting that was cancelled nobody is asked.
    aWord('w2', 'm8', { activityId: 'c' }),
    // Asked by name.
    aWord('w3', 'm9', { witnessId: 'm2' }),
  )
  insert(
    world,
    'activities',
    anActivity({ _id: 'a' }),
    anActivity({ _id: 'c', nonce: 'c', state: 'cancelled' }),
    anActivity({
      _id: 'late',
      nonce: 'late',
      state: 'closed',
      late: { at: since, by: 'm1', asked: 'branch1', confirmed: null },
    }),
  )
  insert(
    world,
    'members',
    aMember({ _id: 'new', memberships: [{ branchId: 'branch1', from: '2026-01-01' }] }),
  )
  insert(world, 'identities', {
    _id: 'openid-new',
    state: 'requested',
    requestId: 'r',
    memberId: 'new',
    branchId: 'branch1',
    requestedAt: since,
    grants: [],
  })
  await remindAt(world, '2026-09-17 08:05')
  expect(told()).toEqual([secretary, officer].sort())
  // Who entered the others is not asked of them.
  expect(listOf(secretary)).toEqual(['微信登记 1 人'])
  expect(listOf(officer)).toEqual(['微信登记 1 人、补登 2 条等'])
})

test('who allowed nothing, chose a person or turned it off in WeChat is sent nothing; in the inbox and under 待办 it stands as ever', async () => {
  insert(
    world,
    'facts',
    aFact({ _id: 'w1', memberId: 'm7', by: 'm5', witnessId: 'branch1', confirmed: null, recordedAt: since }),
  )
  world.emulator.clock.set(since)
  await world.get(officer, 'reminder.set', { byLeader: true })
  await world.get(secretary, 'reminder.reconcile', { off: ['waiting'] })
  await remindAt(world, '2026-09-17 08:05')
  expect(told()).toEqual([])
  expect(world.emulator.database.count('reminders', { kind: 'waiting' })).toBe(0)
  expect((await world.get(secretary, 'reminder.inbox')).items.map(({ type }) => type)).toContain('witness')
  expect((await world.get(secretary, 'identity.work')).witness).toHaveLength(1)
  await world.get(secretary, 'reminder.reconcile', { off: [] })
  await remindAt(world, '2026-09-17 09:05')
  expect(told()).toEqual([secretary])
})

test('people outside the register allow it for themselves, and lose it with the right; a plain member is not asked for it', async () => {
  const settings = await world.get(contact, 'reminder.settings')
  expect(settings.credits).toEqual([{ template: 'waiting', left: 5 }])
  expect(settings.templateIds).toEqual({ waiting: 'T-waiting' })
  const { credits } = await world.get(contact, 'reminder.accept', {
    accepted: ['waiting'],
    nonce: newNonce(),
  })
  expect(credits).toEqual([{ template: 'waiting', left: 6 }])
  expect((await world.get(openIdOf('m4'), 'reminder.settings')).templateIds).not.toHaveProperty('waiting')
  await world.get(contact, 'binding.unbind', { nonce: newNonce() })
  expect(world.emulator.database.find('credits', { _id: contactWallet })[0]).not.toHaveProperty('waiting')
  insert(world, 'facts', aVisit('v1'))
  await remindAt(world, '2026-09-17 08:05')
  expect(told()).toEqual([])
})

test('a request without digits wakes nobody, however many phones ask', async () => {
  const ask = (i: number) => ({
    _id: `openid-x${i}`,
    state: 'requested',
    requestId: `x${i}`,
    memberId: 'm11',
    branchId: 'branch1',
    plain: { name: '徐同志' },
    requestedAt: since,
    grants: [],
  })
  insert(world, 'identities', ...Array.from({ length: 30 }, (_, i) => ask(i)))
  await remindAt(world, '2026-09-17 08:05')
  expect(told()).toEqual([])
})

test('no row names a WeChat identity', async () => {
  insert(world, 'facts', aVisit('v1'))
  await remindAt(world, '2026-09-17 08:05')
  expect(world.emulator.database.find('reminders', { kind: 'waiting' })).toMatchObject([
    { _id: 'waiting_request-contact_2026-09-17', memberId: contactWallet, state: 'sent' },
  ])
  expect(JSON.stringify(world.emulator.database.find('reminders'))).not.toMatch(/openid/)
})

test('what members ask of the register is told whoever answers it after one workday and after three, and stands on 工作 and in 消息 until then', async () => {
  const county = 'openid-county'
  insert(world, 'credits', { _id: 'request-openid-county', waiting: 5, moves: [] })
  const asking = (openId: string) => {
    const nonce = newNonce()
    return [
      world.get(openId, 'roster.askExemption', { category: 'health', from: '2026-09-20', nonce }),
      world.get(openId, 'privacy.correct', { field: 'group', text: '换一个组', nonce: newNonce() }),
    ]
  }
  world.emulator.clock.set(since)
  // m1 is the secretary, n1 alone runs the second branch.
  await Promise.all([openIdOf('m7'), secretary, openIdOf('n1')].flatMap(asking))
  await world.get(secretary, 'roster.transfer', { memberId: 'm9', toBranchId: 'branch2', nonce: newNonce() })
  await world.get(openIdOf('m8'), 'privacy.askDeletion', { nonce: newNonce() })

  await remindAt(world, '2026-09-17 08:05')
  expect([secretary, officer, openIdOf('n1'), county].map(listOf)).toEqual([
    ['说明情况 1 件、申请更正 1 件'],
    ['说明情况 2 件、申请更正 2 件'],
    ['转入 1 人'],
    ['说明情况 1 件、申请更正 1 件等'],
  ])
  const titles = async (openId: string) =>
    (await world.get(openId, 'reminder.inbox')).items.flatMap((item) =>
      item.type === 'notice' && item.id.startsWith('asked_') ? `${item.title} ${item.target}` : [],
    )
  expect(await titles(secretary)).toEqual([
    '周同志说明情况，请您答复 roster',
    '周同志申请更正，请您答复 roster',
  ])
  expect(await titles(openIdOf('n1'))).toEqual(['马同志申请转入，请您答复 roster'])
  expect(await titles(county)).toContain('赵同志申请删除，请您答复 deletions')
  expect(await titles(openIdOf('m7'))).toEqual([])
  const askedOn = async (openId: string) => (await world.get(openId, 'identity.work')).places[0]?.asked
  expect(await Promise.all([secretary, officer, openIdOf('n1')].map(askedOn))).toEqual([2, 4, 1])

  const { askedExemptions, corrections } = await world.get(officer, 'roster.list', { branchId: 'branch1' })
  for (const { memberId, exemptionId, category, from } of askedExemptions)
    await world.get(officer, 'roster.setExemption', {
      ...{ memberId, exemptionId, category, from, agree: true },
      nonce: newNonce(),
    })
  for (const { correctionId } of corrections)
    await world.get(officer, 'roster.settleCorrection', { correctionId, agree: true })
  expect(await askedOn(officer)).toBeUndefined()
  await remindAt(world, '2026-09-20 10:05')
  await remindAt(world, '2026-09-21 10:05')
  expect([secretary, officer, openIdOf('n1'), county].map((one) => listOf(one).length)).toEqual([1, 1, 2, 2])
})
