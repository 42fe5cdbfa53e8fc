import type { MemberForm } from '@domain/contract/roster'
import type { Member } from '@domain/org/member'
import { openIdOf } from './people'
import { aMemberForm, auditsOf, storedMember, worldWithHousehold } from './registers'
import { leader, newNonce, officer, secretary, type World } from './world'

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
const names = async (over: object = {}) => (await register(secretary, over)).rows.map(({ name }) => name)

describe('the register of a branch', () => {
  test('stands in its own order, can be searched, and says nothing of whose phone is bound', async () => {
    const { rows, totals, groups, mayEdit } = await register()
    expect(rows.map(({ memberId }) => memberId)).toEqual(Array.from({ length: 12 }, (_, i) => `m${i + 1}`))
    expect(totals).toEqual({ members: 12, full: 11, probationary: 1, bound: 11 })
    expect(groups.map(({ id }) => id)).toEqual(['group1', 'group2', 'group3'])
    expect(mayEdit).toBe(true)
    expect(rows[0]).toEqual({
      memberId: 'm1',
      name: '李同志',
      standing: 'full',
      group: { id: 'group1', name: '第一党小组' },
      posts: ['secretary'],
      bound: true,
      exempt: false,
    })
    expect(rows[10]?.bound).toBe(false)
    expect(await names({ query: '陈' })).toEqual(['陈同志'])
  })

  test('is nobody’s business but of those who run the branch, and of the work committee', async () => {
    for (const who of [other, leader, openIdOf('m9')])
      expect(await world.reason(who, 'roster.list', { branchId: 'branch1' })).toBe('forbidden')
    expect((await register(county)).rows).toHaveLength(12)
    expect(await world.reason(other, 'roster.member', { memberId: 'm4' })).toBe('forbidden')
    expect(await world.reason(secretary, 'roster.member', { memberId: 'nobody' })).toBe('forbidden')
  })

  test('offers to choose from what there is, nothing of any family', async () => {
    const choices = await world.get(secretary, 'roster.choices', { branchId: 'branch1' })
    expect(choices.communities).toEqual([{ id: 'community1', name: '凤凰社区党委' }])
    expect(choices.households).toEqual([{ id: 'h1', number: '07 号', village: '青山村' }])
    expect(choices.branches).toHaveLength(3)
  })
})

describe('somebody new', () => {
  test('is added once however often the request arrives, and can be found', async () => {
    const nonce = newNonce()
    const request = {
      branchId: 'branch1',
      form: aMemberForm({ groupId: 'group2', householdIds: ['h1'] }),
      nonce,
    }
    const { memberId } = await world.get(secretary, 'roster.save', request)
    expect(await world.get(secretary, 'roster.save', request)).toEqual({ memberId })
    expect(await names({ query: '新来' })).toEqual(['新来同志'])
    const member = stored(memberId)
    expect(member.memberships).toEqual([{ branchId: 'branch1', groupId: 'group2', from: '2026-09-22' }])
    expect(member.codeKey).toMatch(/^[0-9a-f]{64}$/)
    expect(world.emulator.database.find('households', { _id: 'h1' })[0]?.memberIds).toEqual([memberId])
    expect(audits(memberId)).toEqual(['register added m1'])
  })

  test('from outside the county comes on the day said, not in a year that is over', async () => {
    const add = (since: string) =>
      world.reason(secretary, 'roster.save', {
        branchId: 'branch1',
        form: aMemberForm({ name: '外来同志', phoneTail: '5566' }),
        since,
        fromOutside: true,
        nonce: newNonce(),
      })
    expect(await add('2025-12-31')).toBe('invalid_request')
    expect(await add('2026-09-23')).toBe('invalid_request')
    expect(await add('2026-09-10')).toMatch(/^ok/)
    const [member] = world.emulator.database.find('members', { name: '外来同志' }) as unknown as Member[]
    expect(member?.memberships).toEqual([{ branchId: 'branch1', from: '2026-09-10', fromOutside: true }])
  })

  test('is not somebody else of the county with this name and these digits, and stands in a group of the branch', async () => {
    const add = (over: Partial<MemberForm>) =>
      world.reason(secretary, 'roster.save', {
        branchId: 'branch1',
        form: aMemberForm(over),
        nonce: newNonce(),
      })
    expect(await add({ name: '邻支部1', phoneTail: '1100' })).toBe('same_person')
    expect(await add({ phoneTail: '9900', groupId: 'group9' })).toBe('wrong_group')
    expect(await add({ phoneTail: '9900', communityId: 'village1' })).toBe('invalid_request')
    expect(await add({ phoneTail: '9900', householdIds: ['h9'] })).toBe('invalid_request')
  })

  test('is added by nobody of another branch', async () => {
    const request = { branchId: 'branch1', form: aMemberForm({ phoneTail: '1' + '234' }), nonce: newNonce() }
    expect(await world.reason(other, 'roster.save', request)).toBe('forbidden')
  })
})

describe('a change of the form', () => {
  test('is written unless somebody changed the member meanwhile; a resend finds its own', async () => {
    const read = await world.get(secretary, 'roster.member', { memberId: 'm5' })
    const change = (over: Partial<MemberForm>, version = read.version, nonce = newNonce()) => ({
      branchId: 'branch1',
      memberId: 'm5',
      form: { ...read.form, ...over },
      version,
      nonce,
    })
    const first = change({ groupId: 'group1' })
    expect(await world.get(secretary, 'roster.save', first)).toEqual({ memberId: 'm5' })
    expect(await world.reason(officer, 'roster.save', change({ cadre: 'section' }))).toBe('member_changed')
    expect(await world.get(secretary, 'roster.save', first)).toEqual({ memberId: 'm5' })
    expect(stored('m5').memberships).toEqual([
      { branchId: 'branch1', groupId: 'group2', from: '2020-01-01', to: '2026-09-21' },
      { branchId: 'branch1', groupId: 'group1', from: '2026-09-22' },
    ])
    const again = await world.get(officer, 'roster.member', { memberId: 'm5' })
    expect(again.version).toBe(read.version + 1)
    expect(
      await world.reason(
        officer,
        'roster.save',
        change({ groupId: 'group1', cadre: 'section' }, again.version),
      ),
    ).toMatch(/^ok/)
    expect(stored('m5').cadre).toBe('section')
  })

  test('two at the same instant: one of them is written, the other is told', async () => {
    const { version, form: before } = await world.get(secretary, 'roster.member', { memberId: 'm7' })
    const send = (who: string, cadre: 'section' | 'county') =>
      world.reason(who, 'roster.save', {
        branchId: 'branch1',
        memberId: 'm7',
        form: { ...before, cadre },
        version,
        nonce: newNonce(),
      })
    const answers = await Promise.all([send(secretary, 'section'), send(officer, 'county')])
    expect(answers.filter((answer) => answer.startsWith('ok'))).toHaveLength(1)
    expect(answers).toContain('member_changed')
    expect(stored('m7').registerVersion).toBe(version + 1)
  })
})

describe('a transfer', () => {
  const ask = (toBranchId: string | null, memberId = 'm8') =>
    world.reason(secretary, 'roster.transfer', { memberId, toBranchId, nonce: newNonce() })
  const accept = (who: string, yes = true, over: object = {}) =>
    world.reason(who, 'roster.accept', { memberId: 'm8', branchId: 'branch2', accept: yes, ...over })

  test('leaves the member where they are until the other branch has said yes', async () => {
    expect(await ask('branch1')).toBe('same_branch')
    expect(await ask('unit1')).toBe('invalid_request')
    expect(await ask('branch2')).toMatch(/^ok/)
    expect((await register()).rows.find(({ memberId }) => memberId === 'm8')?.leavingTo?.id).toBe('branch2')
    const there = await world.get(other, 'roster.list', { branchId: 'branch2' })
    expect(there.arriving).toEqual([
      {
        memberId: 'm8',
        name: expect.any(String) as string,
        from: { id: 'branch1', name: '农业农村局党支部' },
        askedOn: '2026-09-22',
      },
    ])
    expect(there.totals.members).toBe(2)
    expect(await accept(secretary)).toBe('forbidden')
    expect(await accept(other, true, { groupId: 'group1' })).toBe('wrong_group')
  })

  test('can be taken back and declined; what is gone is gone', async () => {
    expect(await ask(null)).toMatch(/^ok/)
    expect(await accept(other)).toBe('transfer_gone')
    expect(await ask('branch2')).toMatch(/^ok/)
    expect(await accept(other, false)).toMatch(/^ok/)
    expect(stored('m8')).not.toHaveProperty('transfer')
  })

  test('accepted, the member belongs there from today on and is no longer the old branch’s business', async () => {
    expect(await ask('branch2')).toMatch(/^ok/)
    expect(await accept(other)).toMatch(/^ok/)
    expect(await accept(other)).toMatch(/^ok/)
    expect(stored('m8').memberships).toEqual([
      { branchId: 'branch1', groupId: 'group2', from: '2020-01-01', to: '2026-09-21' },
      { branchId: 'branch2', from: '2026-09-22' },
    ])
    expect(await world.reason(secretary, 'roster.member', { memberId: 'm8' })).toBe('forbidden')
    expect(await world.reason(other, 'roster.member', { memberId: 'm8' })).toMatch(/^ok/)
    expect(audits('m8')).toEqual([
      'transfer to:branch2 m1',
      'transfer taken_back m1',
      'transfer to:branch2 m1',
      'transfer declined n1',
      'transfer to:branch2 m1',
      'transfer accepted n1',
    ])
  })
})

test('who leaves stands on the other list from the day after, and can be taken back', async () => {
  const leave = (on: string | null) =>
    world.reason(secretary, 'roster.leave', { memberId: 'm10', on, why: 'moved_away' })
  expect(await leave('2026-12-01')).toBe('invalid_request')
  expect(await leave('2019-01-01')).toBe('invalid_request')
  expect(await leave('2026-09-21')).toMatch(/^ok/)
  expect(await names()).not.toContain(stored('m10').name)
  expect((await register(secretary, { left: true })).rows).toMatchObject([
    { memberId: 'm10', leftOn: '2026-09-21' },
  ])
  expect(stored('m10')).toMatchObject({ left: { on: '2026-09-21', why: 'moved_away' } })
  expect(await world.reason(openIdOf('m10'), 'progress.branch', { branchId: 'branch1' })).toBe('forbidden')
  expect(await leave(null)).toMatch(/^ok/)
  expect(await names()).toContain(stored('m10').name)
  expect(audits('m10')).toEqual(['register moved_away m1', 'register returned m1'])
})
