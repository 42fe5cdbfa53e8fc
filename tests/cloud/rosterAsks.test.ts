import type { Organisation } from '@domain/org/organisation'
import { openIdOf } from './people'
import { aMemberForm, auditsOf, storedMember, worldWithHousehold } from './registers'
import { newNonce, officer, secretary, type World } from './world'

const county = 'openid-county'
const other = openIdOf('n1')

let world: World
beforeAll(async () => {
  world = await worldWithHousehold()
})
afterAll(() => world.stop())

const stored = (_id: string) => storedMember(world, _id)
const audits = (memberId: string) => auditsOf(world, memberId)
const register = (who = secretary, over: object = {}) =>
  world.get(who, 'roster.list', { branchId: 'branch1', ...over })

describe('不作硬性要求', () => {
  const mine = openIdOf('m4')
  const study = async () => {
    const { month } = await world.get(mine, 'progress.home')
    return month.duties.find(({ dutyId }) => dutyId === 'member_study')?.state
  }

  test('asked for lifts nothing, once granted it does, ended with the day before it never did this month', async () => {
    const before = await study()
    const { kinds } = await world.get(mine, 'roster.myExemptions')
    expect(
      kinds.find(({ category }) => category === 'health')?.duties.map(({ dutyId }) => dutyId),
    ).not.toContain('dues')
    const nonce = newNonce()
    const asking = { category: 'health', from: '2026-09-01', nonce }
    const { exemptionId } = await world.get(mine, 'roster.askExemption', asking)
    expect(await world.get(mine, 'roster.askExemption', asking)).toEqual({ exemptionId })
    expect(await world.reason(mine, 'roster.askExemption', { ...asking, nonce: newNonce() })).toBe(
      'already_asked',
    )
    expect(await study()).toBe(before)
    expect((await world.get(mine, 'identity.me')) as object).toMatchObject({ exemptions: [] })
    expect((await register()).askedExemptions).toMatchObject([
      { memberId: 'm4', exemptionId, category: 'health' },
    ])

    const answer = { memberId: 'm4', exemptionId, category: 'health', from: '2026-09-01', nonce: newNonce() }
    expect(await world.reason(county, 'roster.setExemption', { ...answer, agree: true })).toBe('forbidden')
    expect(await world.get(officer, 'roster.setExemption', { ...answer, agree: true })).toEqual({
      exemptionId,
      state: 'in_force',
    })
    expect(await study()).toBe('not_owed')
    const { exemptions } = await world.get(mine, 'roster.myExemptions')
    expect(exemptions).toMatchObject([{ exemptionId, state: 'in_force', setBy: '陈同志（组织委员）' }])

    const end = { ...answer, agree: false, to: '2026-09-05' }
    expect(await world.get(officer, 'roster.setExemption', end)).toEqual({ exemptionId, state: 'ended' })
    expect(await study()).toBe(before)
    expect(audits('m4').filter((row) => row.startsWith('exemption'))).toEqual([
      'exemption health m4',
      'exemption health m2',
      'exemption health m2',
    ])
    const told = world.emulator.database.find('audit', { memberId: 'm4', what: 'exemption' }) as unknown as {
      from: { exemptions: { state: string }[] }
      to: { exemptions: { state: string }[] }
    }[]
    const states = told.map(({ from, to }) => [from, to].map(({ exemptions }) => exemptions[0]?.state))
    expect(states).toEqual([
      [undefined, 'asked'],
      ['asked', 'in_force'],
      ['in_force', 'ended'],
    ])
  })

  test('dates are days in their order, dues are never lifted, what is not there cannot be answered', async () => {
    const set = (over: object) =>
      world.reason(secretary, 'roster.setExemption', {
        memberId: 'm9',
        category: 'mobile',
        from: '2026-09-01',
        agree: true,
        nonce: newNonce(),
        ...over,
      })
    expect(await set({ to: '2026-08-31' })).toBe('wrong_times')
    expect(await set({ exemptionId: 'nothing' })).toBe('request_gone')
    expect(await set({ agree: false })).toBe('request_gone')
    expect(await set({ dutyIds: ['no_such_duty'] })).toBe('invalid_request')
    expect(await set({ dutyIds: ['dues', 'member_study'] })).toMatch(/^ok/)
    expect(stored('m9').exemptions).toMatchObject([
      { category: 'mobile', dutyIds: ['member_study'], setBy: 'm1' },
    ])
    expect((await register()).rows.find(({ memberId }) => memberId === 'm9')?.exempt).toBe(true)
  })
})

test('a correction a member asked for waits with the branch until it is settled, and its text goes then', async () => {
  const { id } = await world.get(openIdOf('m3'), 'privacy.correct', {
    field: 'phone',
    text: '尾号换了',
    nonce: newNonce(),
  })
  const waiting = () => register().then(({ corrections }) => corrections)
  expect(await waiting()).toMatchObject([
    { correctionId: id, memberId: 'm3', field: 'phone', text: '尾号换了' },
  ])
  const settle = (who: string) =>
    world.reason(who, 'roster.settleCorrection', { correctionId: id, agree: true })
  expect(await settle(other)).toBe('forbidden')
  expect(await settle(secretary)).toMatch(/^ok/)
  expect(await settle(secretary)).toMatch(/^ok/)
  expect(await settle(officer)).toBe('request_gone')
  expect(await waiting()).toEqual([])
  expect(JSON.stringify(world.emulator.database.find('corrections', {}))).not.toContain('尾号换了')
})

describe('a branch whose numbers alone may leave it', () => {
  beforeAll(async () => {
    const [branch] = world.emulator.database.find('organisations', {
      _id: 'branch2',
    }) as unknown as Organisation[]
    const change = { what: 'edit', organisationId: 'branch2', name: branch?.name ?? '', countsOnly: true }
    await world.get(county, 'organisation.change', { on: '2026-09-22', nonce: newNonce(), change })
  })

  test('tells the work committee totals, and no name anywhere', async () => {
    const list = await world.get(county, 'roster.list', { branchId: 'branch2' })
    expect(list).toMatchObject({
      rows: [],
      namesHidden: true,
      mayEdit: false,
      arriving: [],
      totals: { members: 2 },
    })
    for (const [action, data] of [
      ['roster.member', { memberId: 'n2' }],
      ['roster.leave', { memberId: 'n2', on: '2026-09-22', why: 'ended' }],
      ['roster.choices', { branchId: 'branch2' }],
      ['roster.save', { branchId: 'branch2', form: aMemberForm({ phoneTail: '3344' }), nonce: newNonce() }],
    ] as const)
      expect(await world.reason(county, action, data)).toBe('forbidden')
    const page = await world.get(county, 'committee.branch', { branchId: 'branch2' })
    expect(page).toMatchObject({ namesHidden: true, memberCount: 2 })
    const one = await world.get(county, 'organisation.one', { organisationId: 'branch2' })
    expect(one).toMatchObject({ committee: [], people: [], node: { count: 2, countsOnly: true } })
  })

  test('is as before for its own secretary', async () => {
    const list = await world.get(other, 'roster.list', { branchId: 'branch2' })
    expect(list.rows.map(({ memberId }) => memberId)).toEqual(['n1', 'n2'])
    expect((await world.get(other, 'progress.branch', { branchId: 'branch2' })).rows).toHaveLength(2)
  })
})
