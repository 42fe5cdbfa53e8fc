import type { Member } from '@domain/org/member'
import { aMember } from '@domain/testing/builders'
import { upload } from './importing'
import { contact, otherStaff, staff, worldWithPlaces } from './places'
import { MOMENT, openIdOf, unboundId } from './people'
import { textInFile } from './textInFile'
import { newNonce, officer, secretary, type World } from './world'

const county = 'openid-county'
let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const m4 = openIdOf('m4')
const m5 = openIdOf('m5')
const stored = (id: string) => world.emulator.database.find('members', { _id: id })[0] as unknown as Member
const report = (who: string, communityId: string, kind: 'unit' | 'home', nonce = newNonce()) =>
  world.reason(who, 'community.report', { communityId, kind, nonce })
const page = (who = otherStaff, communityId = 'community2') =>
  world.get(who, 'community.page', { communityId })
const accept = (who: string, reportIds: string[], yes = true, communityId = 'community2') =>
  world.get(who, 'community.accept', { communityId, reportIds, accept: yes })

describe('报到', () => {
  test('of the home beside that of the unit: asked, accepted, with a receipt; name, unit and branch are all the community reads', async () => {
    const nonce = newNonce()
    const asked = { communityId: 'community2', kind: 'home' as const, nonce }
    const { reportId } = await world.get(m4, 'community.report', asked)
    expect(await world.get(m4, 'community.report', asked)).toEqual({ reportId })
    expect((await world.get(m4, 'community.mine')).asked).toEqual([
      { kind: 'home', community: { id: 'community2', name: '滨河社区党委' }, askedOn: '2026-09-22' },
    ])
    expect((await world.get(otherStaff, 'identity.work')).communities).toMatchObject([{ reports: 1 }])
    const { waiting, code, registered } = await page()
    expect({ registered, code }).toEqual({ registered: 0, code: 'C1.community2' })
    expect(Object.keys(waiting[0] ?? {}).sort()).toEqual(
      ['askedOn', 'branch', 'kind', 'name', 'reportId', 'unit'].filter((key) => key in (waiting[0] ?? {})),
    )
    expect(await accept(otherStaff, [reportId])).toEqual({ settled: 1 })
    expect(await accept(otherStaff, [reportId])).toEqual({ settled: 0 })
    // The first request once more, late.
    expect(await world.get(m4, 'community.report', asked)).toEqual({ reportId })
    const { registered: held, asked: rest, past } = await world.get(m4, 'community.mine')
    expect(held).toEqual([
      { kind: 'unit', community: { id: 'community1', name: '凤凰社区党委' }, from: '2020-01-01' },
      {
        ...{ kind: 'home', community: { id: 'community2', name: '滨河社区党委' }, from: '2026-09-22' },
        receipt: { number: '2026-0001', askedOn: '2026-09-22', by: expect.any(String) as unknown },
      },
    ])
    expect([rest, past]).toEqual([[], []])
    const { rows, total } = await world.get(otherStaff, 'community.residents', { communityId: 'community2' })
    expect([total, rows.map(({ kind, from }) => [kind, from])]).toEqual([1, [['home', '2026-09-22']]])
  })

  test('one community is enough: of the other kind it is refused, and a village is none', async () => {
    expect(await report(m4, 'community1', 'home')).toBe('community_known')
    expect(await report(m4, 'community2', 'unit')).toBe('community_known')
    expect(await report(m4, 'village1', 'home')).toBe('invalid_request')
  })

  test('its services are offered from then on, and no more once it was left', async () => {
    const residents = async () => (await page()).registered
    expect(await residents()).toBe(1)
    await world.get(m4, 'community.leave', { kind: 'home' })
    await world.get(m4, 'community.leave', { kind: 'home' })
    expect(await residents()).toBe(0)
  })

  test('change: the old one ends with yesterday and stays as history, the new one has another number', async () => {
    const { reportId } = await world.get(m5, 'community.report', {
      ...{ communityId: 'community2', kind: 'unit', nonce: newNonce() },
    })
    expect((await world.get(m5, 'community.mine')).registered).toMatchObject([
      { community: { id: 'community1' } },
    ])
    await accept(otherStaff, [reportId])
    const mine = await world.get(m5, 'community.mine')
    expect(mine.registered).toMatchObject([
      { community: { id: 'community2' }, receipt: { number: '2026-0002' } },
    ])
    expect(mine.past).toEqual([
      { kind: 'unit', community: '凤凰社区党委', from: '2020-01-01', to: '2026-09-21' },
    ])
  })

  test('不是本社区: the member reads so and asks another; withdrawn, nobody can accept it', async () => {
    const m6 = openIdOf('m6')
    await report(m6, 'community2', 'home')
    const [one] = (await page()).waiting
    expect(await accept(otherStaff, [one?.reportId ?? ''], false)).toEqual({ settled: 1 })
    expect((await world.get(m6, 'community.mine')).asked).toMatchObject([{ declinedOn: '2026-09-22' }])
    expect((await page()).waiting).toEqual([])
    await report(m6, 'community2', 'home')
    const [again] = (await page()).waiting
    await world.get(m6, 'community.withdraw', { kind: 'home' })
    expect(await accept(otherStaff, [again?.reportId ?? ''])).toEqual({ settled: 0 })
    expect(stored('m6').communities).toHaveLength(1)
  })
})

describe('the misuser', () => {
  test('staff of another community, the village and the branch read and accept nothing', async () => {
    await report(openIdOf('m7'), 'community2', 'home')
    const [one] = (await page()).waiting
    const reportIds = [one?.reportId ?? '']
    for (const who of [staff, contact, secretary, county]) {
      expect(await world.reason(who, 'community.page', { communityId: 'community2' })).toBe('forbidden')
      const request = { communityId: 'community2', reportIds, accept: true }
      expect(await world.reason(who, 'community.accept', request)).toBe('forbidden')
    }
    // Named under one’s own community it is passed over.
    expect(await accept(staff, reportIds, true, 'community1')).toEqual({ settled: 0 })
    expect(stored('m7').communitiesAsked).toHaveLength(1)
  })

  test('oneself: a member who works for the community accepts everybody but oneself, and not after the right has ended', async () => {
    const both = 'openid-both'
    world.emulator.database.insertMany('identities', [
      {
        ...{ _id: both, state: 'bound', memberId: unboundId, requestId: 'request-both', requestedAt: 1 },
        grants: [
          { role: 'community_staff', organisationId: 'community2', from: '2026-01-01', to: '2026-09-22' },
        ],
      },
    ])
    await report(both, 'community2', 'home')
    const { waiting } = await page(both)
    expect(waiting.map(({ own }) => own)).toEqual([undefined, true])
    const ids = waiting.map(({ reportId }) => reportId)
    expect(await accept(both, ids)).toEqual({ settled: 1 })
    expect(stored(unboundId).communitiesAsked).toHaveLength(1)
    world.emulator.clock.set(MOMENT + 86_400_000)
    expect(await world.reason(both, 'community.page', { communityId: 'community2' })).toBe('forbidden')
    world.emulator.clock.set(MOMENT)
    expect(await accept(otherStaff, ids)).toEqual({ settled: 1 })
  })

  test('twenty a day, then tomorrow', async () => {
    const m9 = openIdOf('m9')
    for (let i = 0; i < 20; i += 1) expect(await report(m9, 'community2', 'home')).toMatch(/^ok/)
    expect(await report(m9, 'community2', 'home')).toBe('too_many_today')
    expect(stored('m9').communitiesAsked).toHaveLength(1)
  })
})

describe('the list a community has', () => {
  const sent = async (text: string, nonce = newNonce()) => {
    const request = { communityId: 'community2', nonce, ending: 'csv' as const }
    const { cloudPath } = await world.get(otherStaff, 'import.beginList', request)
    const fileId = await upload(world, otherStaff, text, cloudPath)
    return { communityId: 'community2', fileId, nonce }
  }
  const kept = () => world.emulator.database.find('imports', { kind: 'names' })
  const rows = async () => (await page()).waiting.map(({ name, listed }) => [name, listed === true] as const)

  test('who stands on it with the unit or the branch is ticked beforehand; neither names nor the file are kept', async () => {
    await report(openIdOf('m10'), 'community2', 'home')
    await report(openIdOf('m8'), 'community2', 'home')
    const [ten, eleven] = [stored('m10').name, stored('m8').name]
    const request = await sent(
      `姓名,工作单位,电话\n${ten},农业农村局,13800001234\n${eleven},别的局,\n,农业农村局,`,
    )
    expect(await world.get(otherStaff, 'import.list', request)).toEqual({ people: 2, leftOut: 1 })
    // Its answer was lost.
    expect(await world.get(otherStaff, 'import.list', request)).toEqual({ people: 2, leftOut: 1 })
    expect(kept()).toHaveLength(1)
    expect(JSON.stringify(kept())).not.toMatch(new RegExp(`${ten}|${eleven}|农业|1234`))
    expect(world.emulator.database.find('imports', { kind: 'begun' }).length).toBeGreaterThan(0)
    expect(await rows()).toEqual(
      expect.arrayContaining([
        [ten, true],
        [eleven, false],
      ]),
    )
    expect((await page()).listOn).toBe('2026-09-22')
  })

  test('a second list stands beside the first; let go of, nobody is ticked any more', async () => {
    const eleven = stored('m8').name
    await world.get(otherStaff, 'import.list', await sent(`姓名,所在党支部\n${eleven},农业农村局党支部`))
    expect((await rows()).filter(([, listed]) => listed)).toHaveLength(2)
    await world.get(otherStaff, 'import.dropLists', { communityId: 'community2' })
    await world.get(otherStaff, 'import.dropLists', { communityId: 'community2' })
    expect((await rows()).filter(([, listed]) => listed)).toEqual([])
    expect((await page()).listOn).toBeUndefined()
  })

  test('what is no list is refused, and nothing is kept of it', async () => {
    const before = kept().length
    for (const [text, reason] of [
      ['姓名,电话\n周敏,138', 'no_header'],
      ['', 'file_unreadable'],
      ['姓名,单位\n"周敏,财政局', 'quote_open'],
    ] as const)
      expect(await world.reason(otherStaff, 'import.list', await sent(text))).toBe(reason)
    expect(kept()).toHaveLength(before)
  })

  test('a list as long as a file may be, with three places for each: the page stands, or it is refused', async () => {
    const places = (i: number) => `县${i}局,${i}科,${i}所党支部`
    const rows = Array.from({ length: 19_000 }, (_, i) => `张建国,${places(i)}`)
    const text = ['姓名,单位,部门,所在党支部', ...rows].join('\n')
    expect(await world.reason(otherStaff, 'import.list', await sent(text))).toBe('file_too_large')
    expect((await page()).listOn).toBeUndefined()
  })

  test('the misuser: of another community, another’s file, and ten thousand times', async () => {
    const request = await sent('姓名,单位\n周敏,财政局')
    expect(await world.reason(staff, 'import.list', request)).toBe('forbidden')
    const own = { ...request, communityId: 'community1' }
    expect(await world.reason(staff, 'import.list', own)).toBe('file_unreadable')
    expect(
      await world.reason(secretary, 'import.beginList', { ...own, ending: 'csv', fileId: undefined }),
    ).toBe('forbidden')
    const turn = (n: number) => ({
      ...{ _id: `${otherStaff}_2026-09-22_list_${n}`, openId: otherStaff, day: '2026-09-22', kind: 'list' },
    })
    world.emulator.database.insertMany(
      'attempts',
      Array.from({ length: 20 }, (_, n) => turn(100 + n)),
    )
    expect(await world.reason(otherStaff, 'import.list', request)).toBe('too_many_attempts')
  })
})

describe('who sees where somebody is registered', () => {
  test('the branch and the committee, in register order and without ranks', async () => {
    const { rows } = await world.get(officer, 'community.ofBranch', { branchId: 'branch1' })
    const of = (id: string) => rows.find(({ memberId }) => memberId === id)
    expect(rows.map(({ memberId }) => memberId)).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `m${i + 1}`),
      'v1',
      'v2',
    ])
    expect(of('m7')?.places.map(({ community }) => community)).toEqual(['凤凰社区党委', '滨河社区党委'])
    expect(of('m9')).toMatchObject({ waiting: true, places: [{ kind: 'unit' }] })
    expect((await world.get(county, 'community.ofBranch', { branchId: 'branch1' })).rows).toHaveLength(14)
    expect(await world.reason(secretary, 'community.ofBranch', { branchId: 'branch2' })).toBe('forbidden')
  })

  test('above the branches numbers alone: a unit reads its own, the county all, and opens who it is', async () => {
    const of = (who: string, organisationId: string) => world.get(who, 'community.below', { organisationId })
    const { branches } = await of(county, 'county')
    const [first] = branches.filter(({ id }) => id === 'branch1')
    expect(first).toEqual({
      ...{ id: 'branch1', name: '农业农村局党支部', members: 14, opens: true },
      registered: (await world.get(county, 'community.ofBranch', { branchId: 'branch1' })).rows.filter(
        ({ places }) => places.length > 0,
      ).length,
    })
    for (const who of [secretary, staff])
      expect(await world.reason(who, 'community.below', { organisationId: 'county' })).toBe('forbidden')
  })
})

test('two hundred at once: one tap, each with a number of its own, and once more changes nothing', async () => {
  const crowd = Array.from({ length: 200 }, (_, i): Member => ({
    ...aMember(),
    ...{ _id: `crowd${i}`, name: `人${i}`, alias: `crowd${i}`, order: 1000 + i, communities: [] },
    communitiesAsked: [
      { reportId: `crowd-report${i}`, communityId: 'community2', kind: 'unit', askedAt: i + 1 },
    ],
  }))
  world.emulator.database.insertMany('members', crowd as unknown as Record<string, unknown>[])
  const ids = crowd.map((_, i) => `crowd-report${i}`)
  expect(await accept(otherStaff, ids)).toEqual({ settled: 200 })
  expect(await accept(otherStaff, ids)).toEqual({ settled: 0 })
  const numbers = crowd.map(({ _id }) => stored(_id).communities?.[0]?.receipt?.number)
  expect(new Set(numbers).size).toBe(200)
  // Whoever is registered is on the page, in parts, and on both papers.
  const { total, next } = await world.get(otherStaff, 'community.residents', { communityId: 'community2' })
  expect([total >= 200, next]).toEqual([true, 200])
  for (const paper of ['register', 'registerText'] as const) {
    const made = await world.get(otherStaff, 'paper.ofCommunity', { communityId: 'community2', paper })
    expect(made.fileName).toMatch(/滨河社区党委-2026-09-22-党员社区报到登记表\.(xlsx|docx)/)
    const text = textInFile(made.content)
    expect(['人0', '人199'].map((name) => text.includes(name))).toEqual([true, true])
  }
})

test('the receipt is a Word of one’s own, and of nobody who has none', async () => {
  const made = await world.get(m5, 'paper.ofReceipt', { kind: 'unit' })
  expect(made.fileName).toMatch(/报到回执\.docx$/)
  expect(textInFile(made.content)).toMatch(/回执号 2026-0002[^]*兹收到/)
  expect(await world.reason(m4, 'paper.ofReceipt', { kind: 'unit' })).toBe('invalid_request')
  expect(await world.reason(staff, 'paper.ofReceipt', { kind: 'unit' })).toBe('forbidden')
})
