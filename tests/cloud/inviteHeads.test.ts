import { Newcomers } from './Newcomers'
import { openIdOf } from './people'
import { newNonce, officer, secretary, World } from './world'

/**
 * Branches whose officers have no WeChat yet are let in by the work committee: branch8 keeps its names to itself, branch9 has a secretary and an
 * officer, branch7 nobody to run it. The others answer for themselves.
 */
const county = 'openid-county'
const unitOfficer = 'openid-of-unit'

let world: World
let people: Newcomers
const ids: Record<string, string> = {}
beforeAll(async () => {
  world = await World.start()
  people = new Newcomers(world)
  const branch = { type: 'branch', parentId: 'unit1', order: 9, validFrom: '2020-01-01' }
  people.insert('organisations', { ...branch, _id: 'branch7', name: '县档案馆党支部' })
  people.insert('organisations', { ...branch, _id: 'branch8', name: '县公安局党支部', countsOnly: true })
  people.insert('organisations', { ...branch, _id: 'branch9', name: '县水利局党支部' })
  const add = (key: string, branchId: string, phoneTail: string, post?: string) => {
    ids[key] = people.add({
      name: key,
      phoneTail,
      memberships: [{ branchId, from: '2020-01-01' }],
      ...(post && { posts: [{ post: post as 'secretary', organisationId: branchId, from: '2024-01-01' }] }),
    })
  }
  add('新书记', 'branch9', '6001', 'secretary')
  add('新组委', 'branch9', '6002', 'organisation_officer')
  add('新党员', 'branch9', '6003')
  add('暗书记', 'branch8', '6004', 'secretary')
  add('档案员', 'branch7', '6005')
  people.insert('identities', {
    ...people.stored(county),
    _id: unitOfficer,
    requestId: 'request-unit-officer',
    name: '机关党委',
    grants: [{ role: 'unit_officer', organisationId: 'unit1', from: '2026-01-01' }],
  })
})
afterAll(() => world.stop())

const heads = async () => (await world.get(county, 'setup.heads')).branches
const headOf = async (branchId: string) => (await heads()).find(({ branch }) => branch.id === branchId)
const invite = (by: string, ...branchIds: string[]) =>
  world.call(by, 'setup.invite', { branchIds, nonce: newNonce() })
const invited = async (...branchIds: string[]) => {
  const answer = await invite(county, ...branchIds)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.data
}
const take = (openId: string, token: string, phoneTail?: string) =>
  world.call(openId, 'binding.take', { token, nonce: newNonce(), ...(phoneTail && { phoneTail }) })

test('a branch’s head: who runs it and how far it is, in 组织序列, and no name of a branch whose numbers alone leave it', async () => {
  expect((await heads()).map(({ branch, state }) => [branch.id, state])).toEqual([
    ['branch1', 'bound'],
    ['branch3', 'nobody'],
    ['branch2', 'bound'],
    ['branch7', 'nobody'],
    ['branch8', 'open'],
    ['branch9', 'open'],
  ])
  expect(await headOf('branch9')).toMatchObject({ head: '新书记', post: 'secretary', unit: { id: 'unit1' } })
  const dark = await headOf('branch8')
  expect(dark).toMatchObject({ post: 'secretary' })
  expect(dark).not.toHaveProperty('head')
})

test('a branch’s head is invited by nobody but the work committee, and only while the branch cannot', async () => {
  for (const other of [secretary, unitOfficer, openIdOf('m4')])
    expect(await invite(other, 'branch9')).toMatchObject({ reason: 'forbidden' })
  expect(await invite(county, 'branch1')).toMatchObject({ reason: 'request_gone' })
  expect(await invite(county, 'branch7')).toMatchObject({ reason: 'request_gone' })
  expect(await invite(county, 'no-such-branch')).toMatchObject({ reason: 'forbidden' })
  const before = world.emulator.database.count('invitations')
  const { invitations, gone } = await invited('branch1', 'branch7', 'branch8', 'branch9', 'branch9')
  expect(gone).toEqual(['branch1', 'branch7'])
  expect(invitations.map(({ branch, head, post, unit }) => [branch.name, head, post, unit?.id])).toEqual([
    ['县公安局党支部', undefined, 'secretary', 'unit1'],
    ['县水利局党支部', '新书记', 'secretary', 'unit1'],
  ])
  expect(world.emulator.database.count('invitations')).toBe(before + 2)
  expect((await headOf('branch9'))?.state).toBe('invited')
})

test('a branch’s head: inviting again ends the paper of before; sent again it is one invitation with a new code', async () => {
  const [first] = (await invited('branch9')).invitations
  const request = { branchIds: ['branch9'], nonce: newNonce() }
  const [second] = (await world.get(county, 'setup.invite', request)).invitations
  const [again] = (await world.get(county, 'setup.invite', request)).invitations
  expect(again?.invitationId).toBe(second?.invitationId)
  for (const old of [first, second])
    expect(await world.reason('phone-9', 'binding.look', { token: old?.token })).toBe('invitation_gone')
  expect(await world.get('phone-9', 'binding.look', { token: again?.token })).toMatchObject({
    hint: '新**',
    asksTail: true,
  })
})

test('a paper that somebody picks up lets nobody in: it asks for the digits, and so many tries a day', async () => {
  const [paper] = (await invited('branch9')).invitations
  const token = paper?.token ?? ''
  const reasons: string[] = []
  for (let i = 0; i < 6; i += 1) {
    const answer = await take('phone-finder', token, i === 0 ? undefined : `000${i}`)
    reasons.push(answer.ok ? 'ok' : answer.reason)
  }
  expect(reasons).toEqual([...Array<string>(5).fill('roster_mismatch'), 'too_many_attempts'])
  expect(people.stored('phone-finder')).toBeUndefined()
})

test('a paper of a branch whose numbers alone leave it names nobody to who holds it', async () => {
  const [paper] = (await invited('branch8')).invitations
  const token = paper?.token ?? ''
  const looked = await world.get(county, 'binding.look', { token })
  expect(looked).toMatchObject({ hint: '一名党员' })
  for (const answer of [paper, looked]) expect(JSON.stringify(answer)).not.toMatch(/暗/)
})

test('the work committee invites anybody of a branch that cannot yet, and its right ends with the first officer bound', async () => {
  const memberId = ids.新党员 ?? ''
  const invite1 = () => world.call(county, 'binding.invite', { memberId, nonce: newNonce() })
  const plain = await invite1()
  expect(plain).toMatchObject({ ok: true, data: { name: '新党员' } })
  const [paper] = (await invited('branch9')).invitations
  const officerCode = await world.get(county, 'binding.invite', { memberId: ids.新组委, nonce: newNonce() })
  // The officer is quicker.
  expect(await take('phone-officer', officerCode.token)).toMatchObject({ ok: true })
  expect(await invite1()).toMatchObject({ reason: 'forbidden' })
  expect(await invite(county, 'branch9')).toMatchObject({ reason: 'request_gone' })
  expect(await headOf('branch9')).toMatchObject({
    state: 'bound',
    head: '新组委',
    post: 'organisation_officer',
  })
  // What was given to a member ends with it; the secretary’s own paper does not.
  expect(await take('phone-member', plain.ok ? plain.data.token : '')).toMatchObject({
    reason: 'invitation_gone',
  })
  expect(await take('phone-secretary', paper?.token ?? '', '6001')).toMatchObject({ ok: true })
  expect(await headOf('branch9')).toMatchObject({ state: 'bound', head: '新书记', post: 'secretary' })
})

test('who runs the branch may void the work committee’s paper, and who gave it loses it with the right', async () => {
  const [paper] = (await invited('branch8')).invitations
  const right = { organisationId: 'county', role: 'committee', memberId: 'm5', from: '2026-09-22' }
  const { grantId } = await world.get(county, 'grants.give', { ...right, nonce: newNonce() })
  const given = await world.get(openIdOf('m5'), 'setup.invite', { branchIds: ['branch8'], nonce: newNonce() })
  expect(await take('phone-dark', paper?.token ?? '', '6004')).toMatchObject({ reason: 'invitation_gone' })
  await world.get(county, 'grants.revoke', { organisationId: 'county', grantId })
  expect(await take('phone-dark', given.invitations[0]?.token ?? '', '6004')).toMatchObject({
    reason: 'invitation_gone',
  })
})

test('the page of the first day counts what stands, and remembers that the rights were looked through', async () => {
  const before = await world.get(county, 'setup.page')
  expect(before).toMatchObject({ branches: 6, rightsSeen: false, hasHeld: false, root: { id: 'county' } })
  expect(before.heads).toEqual({ bound: 3, invited: 0, open: 1, nobody: 2 })
  expect(before.rules).toBeGreaterThan(20)
  await world.get(county, 'setup.seeRights', { nonce: newNonce() })
  await world.get(county, 'setup.seeRights', { nonce: newNonce() })
  expect(await world.get(county, 'setup.page')).toMatchObject({ rightsSeen: true })
  expect(world.emulator.database.count('audit', { what: 'setup' })).toBe(1)
  expect(await world.reason(officer, 'setup.page')).toBe('forbidden')
})
