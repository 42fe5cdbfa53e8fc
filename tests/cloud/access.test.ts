import { accessTable } from '@domain/access/accessTable'
import { type Action, actions } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { openIdOf } from './people'
import { isOfPlaces } from './places'
import { aForm, checkIn, leader, newNonce, openMeeting, World } from './world'

const aChange = {
  dutyId: 'dues',
  baseVersion: 1,
  minimum: 2,
  text: '每月 {n} 次。',
  basis: { document: '文件' },
  options: [],
  inForce: true,
}

let world: World
let activityId = ''
const requests: Partial<Record<Action, () => unknown>> = {}
beforeAll(async () => {
  world = await World.start()
  const meeting = await openMeeting(world)
  activityId = meeting.activityId
  await checkIn(world, 'm4', meeting.code())
  await world.get('stranger-door', 'identity.request', {
    branchId: 'branch1',
    name: '郭同志',
    phoneTail: '1011',
  })
  const requestId = world.emulator.database.find('identities', { _id: 'stranger-door' })[0]?.requestId
  const person = { activityId, memberId: 'm5' }
  const entry = { ...person, occurredAt: world.now(), nonce: newNonce() }
  const about = { activityId }
  const aLine = { dutyId: 'branch_study', version: 1, from: 0 }
  Object.assign(requests, {
    'identity.decide': () => ({ requestId, approve: true }),
    'activity.prepare': () => ({ branchId: 'branch1' }),
    'activity.save': () => ({ nonce: newNonce(), form: aForm(), publish: true }),
    'activity.repeat': () => ({
      ...{ hostId: 'branch1', kind: 'study' },
      ...{ startsAt: world.now(), endsAt: world.now() + 3_600_000 },
    }),
    'activity.enterHeld': () => ({
      nonce: newNonce(),
      form: aForm({ startsAt: world.now() - 86_400_000, endsAt: world.now() - 80_000_000 }),
      presentIds: ['m4'],
      absent: [],
    }),
    'talk.page': () => ({ branchId: 'branch1' }),
    'talk.enter': () => ({
      ...{ branchId: 'branch1', memberId: 'm4', withId: 'm5' },
      ...{ on: '2026-09-22', held: true, nonce: newNonce() },
    }),
    'activity.view': () => about,
    'activity.leave': () => ({ ...about, leave: true, nonce: newNonce() }),
    'activity.board': () => about,
    'activity.setState': () => ({ ...about, to: 'closed' }),
    'activity.record': () => about,
    'activity.amend': () => ({ ...about, nonce: newNonce() }),
    'activity.settle': () => ({ ...person, reason: 'other' }),
    'activity.confirmRecord': () => about,
    'activity.takeBack': () => ({ ...about, reason: 'wording' }),
    'activity.settleMany': () => ({ ...about, memberIds: ['m4'], reason: 'other' }),
    'activity.book': () => ({ branchId: 'branch1', from: 0 }),
    'activity.lateEntry': () => about,
    'activity.confirmLate': () => ({ ...about, agree: true, seen: 'x' }),
    'checkin.tick': () => ({ ...entry, way: 'roll_call' }),
    'checkin.scanMember': () => ({ ...about, code: 'M1.a.b.c', occurredAt: world.now(), nonce: newNonce() }),
    'checkin.strike': () => ({ ...person, reason: '不在' }),
    'checkin.restore': () => ({ ...person, reason: '在' }),
    'checkin.backfill': () => ({ ...person, reason: '忘了', witnessId: 'm3', nonce: newNonce() }),
    'checkin.makeUp': () => ({ ...person, nonce: newNonce() }),
    'checkin.witness': () => ({ factId: `${activityId}_m4`, agree: true }),
    'checkin.register': () => ({ ticket: 'x', nonce: newNonce() }),
    'progress.branch': () => ({ branchId: 'branch1' }),
    'committee.why': () => ({ periodKey: '2026-09', dutyId: 'dues' }),
    'committee.branch': () => ({ branchId: 'branch1', month: '2026-08' }),
    'committee.meeting': () => about,
    'duty.preview': () => ({ change: aChange }),
    'copyOrder.save': () => ({ order: [], nonce: newNonce() }),
    'factOrder.save': () => ({ order: [], nonce: newNonce() }),
    'joint.save': () => ({ on: false, nonce: newNonce() }),
    'workdays.save': () => ({ year: 2027, off: ['2027-01-01'], worked: [], nonce: newNonce() }),
    'duty.save': () => ({ change: aChange, nonce: newNonce() }),
    'unit.page': () => ({ unitId: 'unit1' }),
    'progress.why': () => ({ dutyId: 'member_study', periodKey: '2026-09', subjectId: 'm4' }),
    'progress.span': () => ({ subjectId: 'm4', periodKey: '2026' }),
    'progress.records': () => ({ year: 2026 }),
    'paper.ofMeeting': () => ({ ...about, paper: 'sheet' }),
    'paper.part': () => ({ branchId: 'branch1', periodKey: '2026', paper: 'bundle' }),
    'paper.ofBranch': () => ({ branchId: 'branch1', periodKey: '2026-09', paper: 'ledger' }),
    'paper.ofSpan': () => ({ branchId: 'branch1', periodKey: '2026-09', paper: 'report' }),
    'paper.ofCounty': () => ({ periodKey: '2026-08', paper: 'county' }),
    'paper.factsOfBranch': () => ({ branchId: 'branch1', periodKey: '2026-09' }),
    'paper.factRecords': () => ({ branchId: 'branch1', periodKey: '2026-09', ...aLine }),
    'paper.factsOfMembers': () => ({ branchId: 'branch1', periodKey: '2026-09' }),
    'paper.factMembers': () => ({ branchId: 'branch1', periodKey: '2026-09', dutyId: 'dues', from: 0 }),
    'paper.factsOfCounty': () => ({ periodKey: '2026-08' }),
    'paper.factPlaces': () => ({ periodKey: '2026-08', ...aLine }),
    'paper.notice': () => ({ periodKey: '2026-08', items: [], branchIds: [] }),
    'paper.yearBasis': () => ({ year: '2026', as: 'excel' }),
    'paper.ofReceipt': () => ({ kind: 'unit' }),
    'paper.ofOwnService': () => ({ year: 2026, paper: 'services' }),
    'paper.ofCommunity': () => ({ communityId: 'community1', paper: 'register' }),
    'paper.ofLetter': () => ({ communityId: 'community1', unitId: 'unit1', periodKey: '2026-Q3' }),
    'paper.ofVillage': () => ({ villageId: 'village1' }),
    'code.picture': () => ({ code: 'P1.nobodysposter000' }),
    'reminder.set': () => ({ byLeader: false }),
    'reminder.accept': () => ({ accepted: ['meeting'], nonce: newNonce() }),
    'reminder.reconcile': () => ({ off: [] }),
    'reminder.toTell': () => ({ branchId: 'branch1' }),
    'reminder.whoGets': () => ({ branchId: 'branch1' }),
    'reminder.word': () => ({ branchId: 'branch1' }),
    'reminder.say': () => ({ branchId: 'branch1', memberIds: ['m5'], nonce: newNonce() }),
    'reminder.told': () => ({ branchId: 'branch1', reminderId: 'gap_m5_2026-09_1', told: true }),
  })
})
afterAll(() => world.stop())

const open: Action[] = ['identity.me', 'identity.branches', 'identity.request', 'checkin.open']
const ofOneself: Action[] = [
  'identity.work',
  'code.picture',
  'paper.ofReceipt',
  'paper.ofOwnService',
  'activity.list',
  'checkin.register',
  'progress.home',
  'progress.records',
  'reminder.inbox',
  'reminder.settings',
  'reminder.set',
  'reminder.accept',
  'reminder.reconcile',
  'unit.contact',
]
/** Asked about with every role by accessMatrix.test.ts. */
const isInMatrix = (name: Action) =>
  /^(binding|setup|roster|organisation|import|grants|privacy|feedback|community|proposal|list)\.|^paper\.ofList$/.test(
    name,
  )
const names = (Object.keys(actions) as Action[]).filter((name) => !isOfPlaces(name) && !isInMatrix(name))
const closed = names.filter((name) => !open.includes(name))
const ofOthers = closed.filter((name) => !ofOneself.includes(name))

const ask = (who: string, action: Action) => world.reason(who, action, requests[action]?.() ?? {})

test.each(closed)('%s: a stranger is refused and writes nothing', async (action) => {
  const before = world.documents()
  const expected = accessTable[action].includes('bound') ? 'unbound' : 'forbidden'
  expect(await ask('stranger-nobody', action)).toBe(expected)
  expect(world.documents()).toBe(before)
})

test.each(ofOthers)('%s: the secretary of another branch is refused and writes nothing', async (action) => {
  const before = world.documents()
  expect(await ask(openIdOf('n1'), action)).toBe('forbidden')
  expect(world.documents()).toBe(before)
})

const ofMembers: Action[] = ['activity.view', 'activity.leave']
test.each(ofOthers.filter((action) => !ofMembers.includes(action)))(
  '%s: a plain member of the same branch is refused about others',
  async (action) => {
    expect(await ask(openIdOf('m9'), action)).toBe('forbidden')
  },
)

test('what exists and what does not are the same answer to whom it is none of their business', async () => {
  const outsider = openIdOf('n2')
  const answers = await Promise.all(
    [activityId, 'nowhere'].map((id) =>
      world.post(outsider, { action: 'activity.board', contractVersion, data: { activityId: id } }),
    ),
  )
  const [first, second] = answers.map(({ result }) => ({ ...result, at: 0 }))
  expect(first).toEqual(second)
})

test('a group leader reads the own group only and runs the own group’s meetings only', async () => {
  const page = await world.get(leader, 'progress.branch', { branchId: 'branch1' })
  expect(page.scope).toBe('group')
  expect(page.rows.map(({ memberId }) => memberId)).toEqual(['m5', 'm6', 'm7', 'm8'])
  expect(page.groups).toEqual([{ id: 'group2', name: '第二党小组' }])
  const group = page.duties.find(({ line }) => line.dutyId === 'group_meeting')
  expect(group?.line).toMatchObject({ done: 0, needed: 1 })

  const why = (subjectId: string) => ({ dutyId: 'member_study', periodKey: '2026-09', subjectId })
  expect(await world.reason(leader, 'progress.why', why('m5'))).toMatch(/^ok/)
  expect(await world.reason(leader, 'progress.why', why('m4'))).toBe('forbidden')

  const plan = await world.get(leader, 'activity.prepare', { branchId: 'branch1' })
  expect(plan.hosts.map(({ id }) => id)).toEqual(['group2'])
  expect(plan.gaps).toEqual(['group_meeting'])
  const people = { expectedIds: ['m5', 'm6', 'm7', 'm8'], chairId: 'm6', recorderId: 'm7', carries: [] }
  const own = aForm({ kind: 'group_meeting', hostId: 'group2', ...people })
  expect(
    await world.reason(leader, 'activity.save', { nonce: newNonce(), form: own, publish: true }),
  ).toMatch(/^ok/)
  const others = aForm({ kind: 'group_meeting', hostId: 'group1', ...people, expectedIds: ['m1'] })
  expect(
    await world.reason(leader, 'activity.save', { nonce: newNonce(), form: others, publish: true }),
  ).toBe('forbidden')
  const taken = { activityId, nonce: newNonce(), form: own, publish: true }
  expect(await world.reason(leader, 'activity.save', taken)).toBe('forbidden')
})

test('the work committee reads every branch and runs none', async () => {
  const county = 'openid-county'
  expect(await world.get(county, 'committee.branch', { branchId: 'branch2' })).toMatchObject({
    memberCount: 2,
  })
  expect(await world.reason(county, 'progress.branch', { branchId: 'branch2' })).toBe('forbidden')
  expect(await world.get(county, 'identity.work')).toMatchObject({
    places: [{ role: 'committee', organisation: { id: 'county' } }],
    county: true,
    communities: [],
    villages: [],
  })
  expect(await world.reason(county, 'activity.board', { activityId })).toBe('forbidden')
  expect(await world.reason(county, 'activity.prepare', { branchId: 'branch1' })).toBe('forbidden')
  expect(await world.reason(county, 'progress.home')).toBe('forbidden')
})

test('members read the branch’s own numbers and one’s own, nobody else’s', async () => {
  const member = openIdOf('m9')
  const why = (dutyId: string, subjectId: string) =>
    world.reason(member, 'progress.why', { dutyId, periodKey: '2026-09', subjectId })
  expect(await why('theme_party_day', 'branch1')).toMatch(/^ok/)
  expect(await why('group_meeting', 'branch1')).toMatch(/^ok/)
  expect(await why('member_study', 'm9')).toMatch(/^ok/)
  expect(await why('member_study', 'm10')).toBe('forbidden')
  expect(await why('theme_party_day', 'branch2')).toBe('forbidden')
  expect(await why('no_such_duty', 'branch1')).toBe('invalid_request')
})

test('a key leaves the cloud only to whoever runs the meeting, and only while codes are shown', async () => {
  const recorder = openIdOf('m3')
  expect(await world.get(recorder, 'activity.board', { activityId })).toHaveProperty('codeKey')
  await world.get(recorder, 'activity.setState', { activityId, to: 'closed' })
  expect(await world.get(recorder, 'activity.board', { activityId })).not.toHaveProperty('codeKey')
})
