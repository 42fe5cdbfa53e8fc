import { Newcomers } from './Newcomers'
import { openIdOf } from './people'
import { newNonce, officer, secretary, World } from './world'

/**
 * What somebody who alone runs a branch asks waits for the work committee, which sees it on 工作 and in 消息: n1 alone runs the second branch,
 * the secretary of branch8 one whose numbers alone may leave it; m1 has an officer beside them.
 */
const county = 'openid-county'
const alone = openIdOf('n1')
const dark = 'openid-dark'

let world: World
let people: Newcomers
beforeAll(async () => {
  world = await World.start()
  people = new Newcomers(world)
  people.insert('organisations', {
    _id: 'branch8',
    type: 'branch',
    name: '县公安局党支部',
    parentId: 'unit1',
    order: 9,
    validFrom: '2020-01-01',
    countsOnly: true,
  })
  for (const branchId of ['branch2', 'branch8'])
    people.insert('organisations', {
      ...{ _id: `group-${branchId}`, type: 'group', name: '新组', parentId: branchId, order: 1 },
      validFrom: '2020-01-01',
    })
  for (const _id of ['h9', 'h10'])
    people.insert('households', { _id, number: _id, villageId: 'village1', memberIds: [], doorCode: _id })
  const memberId = people.add({
    name: '暗书记',
    memberships: [{ branchId: 'branch8', from: '2020-01-01' }],
    posts: [{ post: 'secretary', organisationId: 'branch8', from: '2024-01-01' }],
  })
  people.insert('identities', {
    ...people.stored(openIdOf('m4')),
    _id: dark,
    requestId: 'request-dark',
    memberId,
  })
})
afterAll(() => world.stop())

const askExemption = async (by: string) => {
  const asked = { category: 'health', from: '2026-09-22', nonce: newNonce() }
  return (await world.get(by, 'roster.askExemption', asked)).exemptionId
}
const askCorrection = async (by: string) =>
  (await world.get(by, 'privacy.correct', { field: 'group', text: '换一个组', nonce: newNonce() })).id
const above = async (by: string) => (await world.get(by, 'identity.work')).above ?? []
const register = (by: string, branchId: string) => world.get(by, 'roster.list', { branchId })
const notices = async (by: string) =>
  (await world.get(by, 'reminder.inbox')).items.flatMap((item) => (item.type === 'notice' ? item.title : []))
const memberIdOf = (openId: string) => people.stored(openId)?.memberId ?? ''
const answer = (by: string, openId: string, exemptionId: string) =>
  world.reason(by, 'roster.setExemption', {
    memberId: memberIdOf(openId),
    exemptionId,
    category: 'health',
    from: '2026-09-22',
    agree: true,
    nonce: newNonce(),
  })

test.each([
  [alone, 'branch2', '邻支部1'],
  [dark, 'branch8', '县公安局党支部书记'],
])('asked above: %s alone runs %s, and the committee answers for %s', async (asker, branchId, who) => {
  const exemptionId = await askExemption(asker)
  const correctionId = await askCorrection(asker)
  const waits = (await above(county)).filter(({ branch }) => branch.id === branchId)
  expect(waits).toMatchObject([
    { kind: 'exemption', id: exemptionId, who },
    { kind: 'correction', id: correctionId, who },
  ])
  expect(await notices(county)).toEqual(
    expect.arrayContaining([`${who}说明情况，请您答复`, `${who}申请更正，请您答复`]),
  )
  // Nobody else sees it, the asker neither, and neither answers.
  for (const other of [secretary, asker]) expect(await above(other)).toEqual([])
  expect(await answer(asker, asker, exemptionId)).toBe('needs_second_person')
  expect(await world.reason(asker, 'roster.settleCorrection', { correctionId, agree: true })).toBe(
    'needs_second_person',
  )
  expect(await answer(secretary, asker, exemptionId)).toBe('forbidden')
  expect(await world.reason(secretary, 'roster.settleCorrection', { correctionId, agree: true })).toBe(
    'forbidden',
  )
  // On the page that the row opens it is answered.
  const { askedExemptions, corrections } = await register(county, branchId)
  expect(askedExemptions).toMatchObject([{ exemptionId, name: who }])
  expect(corrections).toMatchObject([{ correctionId, name: who }])
  const own = await register(asker, branchId)
  expect([own.askedExemptions, own.corrections]).toEqual([[], []])
  expect(await answer(county, asker, exemptionId)).toMatch(/^ok/)
  expect(await world.reason(county, 'roster.settleCorrection', { correctionId, agree: true })).toMatch(/^ok/)
  expect(await above(county)).toEqual([])
})

describe('asked above: a change of what one owes oneself, by who alone runs a branch', () => {
  const sheetOf = (by: string) => world.get(by, 'roster.member', { memberId: memberIdOf(by) })
  const save = async (by: string, branchId: string, over: object, nonce = newNonce()) => {
    const { form, version } = await sheetOf(by)
    const request = { branchId, memberId: memberIdOf(by), form: { ...form, ...over }, version, nonce }
    return world.call(by, 'roster.save', request)
  }
  const waiting = async (branchId: string) =>
    (await register(county, branchId)).corrections.filter(({ ready }) => ready)
  const settle = (by: string, correctionId: string, agree = true) =>
    world.reason(by, 'roster.settleCorrection', { correctionId, agree })

  test.each([
    [alone, 'branch2', '邻支部1'],
    [dark, 'branch8', '县公安局党支部书记'],
  ])(
    '%s saves it on the own form of %s, the committee says yes, and it is made, to a post where names stay inside: %s',
    async (by, branchId, who) => {
      expect((await sheetOf(by)).askedAbove).toBe(true)
      const before = (await sheetOf(by)).form
      const change = { groupId: `group-${branchId}`, householdIds: ['h9'] }
      const saved = await save(by, branchId, change)
      expect(saved).toMatchObject({ ok: true, data: { waitsFor: '县直机关工委' } })
      expect((await sheetOf(by)).form).toEqual(before)
      const [one] = await waiting(branchId)
      expect(one).toMatchObject({
        name: who,
        field: 'other',
        text: expect.stringMatching(/党小组：没有 → 新组；帮扶户：增加\S+ h9$/) as string,
      })
      expect((await above(county)).map(({ id }) => id)).toContain(one?.correctionId)
      expect(JSON.stringify(await register(county, 'branch8'))).not.toContain('暗书记')
      for (const other of [by, secretary])
        expect(await settle(other, one?.correctionId ?? '')).toMatch(/needs_second_person|forbidden/)
      expect(await settle(county, one?.correctionId ?? '')).toMatch(/^ok/)
      expect((await sheetOf(by)).form).toMatchObject(change)
      expect(await above(county)).toEqual([])
      expect(await settle(county, one?.correctionId ?? '')).toBe('request_gone')
      const rows = world.emulator.database.find('audit', { memberId: memberIdOf(by), what: 'register' })
      expect(rows.at(-1)).toMatchObject({ to: { groupId: `group-${branchId}`, householdIds: ['h9'] } })
    },
  )

  test('a no leaves everything as it is, one is asked at a time, and a resend asks nothing anew', async () => {
    const nonce = newNonce()
    const change = { householdIds: [] }
    expect(await save(dark, 'branch8', change, nonce)).toMatchObject({ ok: true })
    expect(await save(dark, 'branch8', change, nonce)).toMatchObject({ ok: true })
    expect(await save(dark, 'branch8', { groupId: undefined })).toMatchObject({ reason: 'already_asked' })
    const [one, ...more] = await waiting('branch8')
    expect([one?.field, more]).toEqual(['household', []])
    expect(await settle(county, one?.correctionId ?? '', false)).toMatch(/^ok/)
    expect((await sheetOf(dark)).form.householdIds).toEqual(['h9'])
    expect(await waiting('branch8')).toEqual([])
  })

  test('what is one’s own is saved at once beside it, and its yes changes nothing but what was asked', async () => {
    const saved = await save(dark, 'branch8', { communityId: 'community1', standing: 'probationary' })
    expect(saved).toMatchObject({ data: { waitsFor: '县直机关工委' } })
    expect((await sheetOf(dark)).form).toMatchObject({ communityId: 'community1', standing: 'full' })
    const { communityId: _, ...form } = (await sheetOf(dark)).form
    const rest = { branchId: 'branch8', memberId: memberIdOf(dark), form, nonce: newNonce() }
    await world.get(dark, 'roster.save', rest)
    const [one] = await waiting('branch8')
    expect(await settle(county, one?.correctionId ?? '')).toMatch(/^ok/)
    const after = (await sheetOf(dark)).form
    expect([after.standing, after.communityId]).toEqual(['probationary', undefined])
  })

  test('where another officer has a WeChat nothing is asked above: it is refused, and answered in the branch', async () => {
    const { version, form, askedAbove } = await sheetOf(secretary)
    expect(askedAbove).toBeUndefined()
    const request = {
      branchId: 'branch1',
      memberId: 'm1',
      form: { ...form, standing: 'probationary' as const },
      version,
    }
    expect(await world.reason(secretary, 'roster.save', { ...request, nonce: newNonce() })).toBe(
      'needs_second_person',
    )
    expect((await register(officer, 'branch1')).corrections.filter(({ ready }) => ready)).toEqual([])
  })

  test('a yes to an entry that has been changed since changes nothing; it is asked anew', async () => {
    await save(alone, 'branch2', { householdIds: [] })
    const [one] = await waiting('branch2')
    const { form, version } = await sheetOf(alone)
    const other = { branchId: 'branch2', memberId: 'n1', version, nonce: newNonce() }
    await world.get(county, 'roster.save', { ...other, form: { ...form, householdIds: ['h9', 'h10'] } })
    expect(await settle(county, one?.correctionId ?? '')).toBe('member_changed')
    expect(await settle(county, one?.correctionId ?? '', false)).toMatch(/^ok/)
    expect((await sheetOf(alone)).form.householdIds).toEqual(['h9', 'h10'])
  })
})

test('asked above: no name of a branch whose numbers alone leave it', async () => {
  await askExemption(dark)
  const correctionId = await askCorrection(dark)
  for (const action of ['identity.work', 'reminder.inbox'] as const)
    expect(JSON.stringify(await world.get(county, action))).not.toContain('暗书记')
  expect(JSON.stringify(await register(county, 'branch8'))).not.toContain('暗书记')
  await world.get(county, 'roster.settleCorrection', { correctionId, agree: false })
  await world.get(dark, 'privacy.askDeletion', { nonce: newNonce() })
  expect(await notices(county)).toContain('县公安局党支部书记申请删除，请您答复')
  expect(JSON.stringify(await world.get(county, 'privacy.deletions'))).not.toContain('暗书记')
})

test('asked above: who alone runs a branch and asks for deletion is on 工作 once, in the number at the door to the deletions', async () => {
  const before = await world.get(county, 'identity.work')
  await world.get(alone, 'privacy.askDeletion', { nonce: newNonce() })
  const work = await world.get(county, 'identity.work')
  expect(work.office?.deletions).toBe((before.office?.deletions ?? 0) + 1)
  expect(work.above).toEqual(before.above)
  expect(await notices(county)).toContain('邻支部1申请删除，请您答复')
})

test('asked above: where another officer has a WeChat it is the branch’s, and the committee neither sees nor answers it', async () => {
  const exemptionId = await askExemption(secretary)
  const correctionId = await askCorrection(secretary)
  expect((await above(county)).filter(({ branch }) => branch.id === 'branch1')).toEqual([])
  const seen = await register(county, 'branch1')
  expect([seen.askedExemptions, seen.corrections]).toEqual([[], []])
  expect(await answer(county, secretary, exemptionId)).toBe('forbidden')
  expect(await world.reason(county, 'roster.settleCorrection', { correctionId, agree: true })).toBe(
    'forbidden',
  )
  expect((await register(officer, 'branch1')).corrections).toMatchObject([{ correctionId }])
  expect(await world.reason(officer, 'roster.settleCorrection', { correctionId, agree: true })).toMatch(/^ok/)
})

test('oneself: nobody of the committee agrees to the own deletion', async () => {
  const right = { organisationId: 'county', role: 'committee', memberId: 'm5', from: '2026-09-22' }
  await world.get(county, 'grants.give', { ...right, nonce: newNonce() })
  people.insert('deletions', { _id: 'own-deletion', memberId: 'm5', at: world.now(), state: 'open' })
  const decide = (by: string) =>
    world.reason(by, 'privacy.decideDeletion', { id: 'own-deletion', agree: true })
  expect(await decide(openIdOf('m5'))).toBe('needs_second_person')
})
