import { Organisations, county, TODAY } from './Organisations'
import { openIdOf } from './people'
import { newNonce, secretary, World } from './world'

let world: World
let tree: Organisations
let unitId: string
beforeEach(async () => {
  world = await World.start()
  tree = new Organisations(world)
  unitId = await tree.changed({ what: 'found', type: 'unit', parentId: 'county', name: '县教育局机关党委' })
  await tree.changed({ what: 'move', organisationId: 'branch3', parentId: unitId })
})
afterEach(() => world.stop())

const elect = (over: object = {}, who = county) =>
  world.call(who, 'organisation.elect', {
    branchId: unitId,
    kind: 'election',
    on: TODAY,
    posts: [
      { memberId: 'p1', post: 'unit_secretary' },
      { memberId: 'p2', post: 'unit_deputy_secretary' },
      { memberId: 'p3', post: 'unit_committee_member' },
    ],
    nonce: newNonce(),
    ...over,
  })
const reason = async (over: object, who?: string) => {
  const answer = await elect(over, who)
  return answer.ok ? 'ok' : answer.reason
}
const page = (more: object = {}) => world.get(county, 'organisation.one', { organisationId: unitId, ...more })

test('the work committee records who was elected to a 机关党委, for five years, and it stands on its page', async () => {
  expect(await elect()).toMatchObject({ ok: true, data: { termEndsOn: '2031-09-21' } })
  const one = await page()
  expect(one.committee.map(({ name, post, from }) => `${name} ${post} ${from}`)).toEqual([
    '众人1 unit_secretary 2026-09-22',
    '众人2 unit_deputy_secretary 2026-09-22',
    '众人3 unit_committee_member 2026-09-22',
  ])
  expect(one).toMatchObject({ termEndsOn: '2031-09-21', mayElect: true, people: [] })
  expect(tree.one(unitId).terms).toEqual([{ from: TODAY, to: '2031-09-21' }])
  expect(tree.rows('audit', { what: 'election' })).toMatchObject([{ placeId: unitId }])
  // 补选: who follows, and the term goes on.
  expect(await reason({ kind: 'by_election', posts: [{ memberId: 'p3', post: 'unit_secretary' }] })).toBe(
    'ok',
  )
  const after = await page()
  expect(after.committee.map(({ memberId, post }) => `${memberId} ${post}`)).toEqual([
    'p3 unit_secretary',
    'p2 unit_deputy_secretary',
  ])
  expect(after.termEndsOn).toBe('2031-09-21')
})

test('a 总支 is elected for three years, and another end of the term may be said', async () => {
  const general = await tree.changed({
    what: 'found',
    type: 'unit',
    parentId: 'county',
    name: '县卫健局党总支',
  })
  expect(await elect({ branchId: general, posts: [] })).toMatchObject({
    ok: true,
    data: { termEndsOn: '2029-09-21' },
  })
  expect(await elect({ termEndsOn: '2030-12-31' })).toMatchObject({ data: { termEndsOn: '2030-12-31' } })
})

test('those who can be elected to a 机关党委 are told to who records it, and to nobody who only looks', async () => {
  expect((await page()).people).toEqual([])
  const { people } = await page({ forElection: true })
  expect(people).toHaveLength(50)
  expect(people[0]).toEqual({ id: 'p1', name: '众人1' })
})

test('an election of a 机关党委 gives nobody a right over the branches below', async () => {
  await elect()
  expect(await world.reason(openIdOf('p2'), 'roster.list', { branchId: 'branch3' })).toBe('forbidden')
  expect(await world.reason(openIdOf('p1'), 'organisation.one', { organisationId: unitId })).toBe('forbidden')
})

test('nobody is elected to a 机关党委 by a branch, from elsewhere, twice, or to a post of a branch', async () => {
  expect(await reason({}, secretary)).toBe('forbidden')
  expect(await reason({ posts: [{ memberId: 'm1', post: 'unit_secretary' }] })).toBe('not_in_branch')
  expect(await reason({ posts: [{ memberId: 'p1', post: 'secretary' }] })).toBe('invalid_request')
  expect(
    await reason({
      posts: [
        { memberId: 'p1', post: 'unit_secretary' },
        { memberId: 'p2', post: 'unit_secretary' },
      ],
    }),
  ).toBe('invalid_request')
  expect(await reason({ kind: 'by_election', posts: [] })).toBe('invalid_request')
  expect(await reason({ on: '2025-01-01' })).toBe('wrong_times')
  // A branch has posts of its own, and a 党组 is not elected.
  expect(await reason({ branchId: 'branch3' })).toBe('invalid_request')
  expect(await reason({ branchId: 'unit1' })).toBe('forbidden')
  expect(await world.get(county, 'organisation.one', { organisationId: 'unit1' })).toMatchObject({
    mayElect: false,
  })
  expect(tree.rows('audit', { what: 'election' })).toEqual([])
})

test('the end of the term of a 机关党委 and of a 总支 is said six and three months ahead to who looks after it and to the work committee', async () => {
  const terms = async (who: string) =>
    (await world.get(who, 'reminder.inbox')).items.flatMap((item) =>
      item.type === 'notice' && item.title === '换届提醒' ? item.text : [],
    )
  const ending = (branchId: string, termEndsOn: string) =>
    world.get(county, 'organisation.elect', {
      branchId,
      kind: 'election',
      on: '2026-09-22',
      termEndsOn,
      posts: [],
      nonce: newNonce(),
    })
  const founding = { what: 'found', type: 'unit', parentId: 'county', name: '县卫健局党总支' } as const
  const general = await tree.changed(founding)
  await ending(unitId, '2027-09-01')
  await ending(general, '2027-12-01')
  const grant = { organisationId: unitId, role: 'unit_officer', memberId: 'm5', from: '2026-09-22' }
  await world.get(county, 'grants.give', { ...grant, nonce: newNonce() })
  // The branches' own terms end in between.
  const about = { kind: 'term', branchId: { $in: [unitId, general] } }
  const ofCommittee = '县教育局机关党委本届2027年9月1日届满，请按期研究换届。'
  const ofGeneral = '县卫健局党总支本届2027年12月1日届满，请按期研究换届。'
  const seen: Record<string, number> = {}
  const told: Record<string, string[][]> = {}
  for (const day of ['2027-02-28', '2027-03-01', '2027-05-31', '2027-06-01', '2027-09-01']) {
    world.emulator.clock.set(Date.parse(`${day}T02:30:00+08:00`))
    await world.emulator.runTimer('nightly')
    seen[day] = world.emulator.database.count('reminders', about)
    told[day] = [await terms(openIdOf('m5')), await terms(county)]
  }
  expect(seen).toEqual({
    '2027-02-28': 0,
    '2027-03-01': 1,
    '2027-05-31': 1,
    // Three months of the one, six of the other.
    '2027-06-01': 3,
    '2027-09-01': 4,
  })
  expect(told['2027-02-28']).toEqual([[], []])
  expect(told['2027-03-01']).toEqual([[ofCommittee], [ofCommittee]])
  expect(told['2027-06-01']?.[0]).toContain(ofCommittee)
  expect(told['2027-06-01']?.[0]).not.toContain(ofGeneral)
  // Of one day the work committee reads one.
  const both = /^2 个党组织的任期届满或即将届满：(?=.*县教育局机关党委)(?=.*县卫健局党总支)/
  expect(told['2027-06-01']?.[1]?.filter((text) => both.test(text))).toHaveLength(1)
})
