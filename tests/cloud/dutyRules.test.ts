import type { RuleChange, RuleList } from '@domain/contract/duty'
import { at } from '@domain/testing/at'
import { members, MOMENT, openIdOf } from './people'
import { aForm, checkIn, newNonce, openMeeting, secretary, World } from './world'

const county = 'openid-county'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())
beforeEach(() => world.emulator.clock.set(MOMENT))

const rowOf = async (dutyId: string): Promise<RuleList['rules'][number]> => {
  const { rules } = await world.get(county, 'duty.list')
  const row = rules.find(({ rule }) => rule.dutyId === dutyId)
  if (!row) throw new Error(`no rule ${dutyId}`)
  return row
}
const changeOf = async (dutyId: string, overrides: Partial<RuleChange>): Promise<RuleChange> => ({
  ...(await rowOf(dutyId)).form,
  ...overrides,
})
const save = (change: RuleChange, nonce = newNonce()) => world.call(county, 'duty.save', { change, nonce })
const lineAt = async (who: string, dutyId: string, month?: string) => {
  const home = await world.get(who, 'progress.home', month === undefined ? {} : { month })
  return home.month.duties.find((line) => line.dutyId === dutyId)
}

describe('the list of rules', () => {
  test('has every rule once, in register order, with its sentence, basis, version and the form it is edited by', async () => {
    const { rules, mayEdit } = await world.get(county, 'duty.list')
    expect(mayEdit).toBe(true)
    const ids = rules.map(({ rule }) => rule.dutyId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids[0]).toBe('unit_theory_study')
    const visit = await rowOf('household_visit')
    expect(visit.rule).toMatchObject({
      version: 1,
      text: '每名机关党员每月至少到联系帮扶户家中开展 2 次帮扶活动。',
      minimum: 2,
      validFrom: '2026-01-01',
    })
    expect(visit.form).toMatchObject({ baseVersion: 1, minimum: 2, options: [], inForce: true })
    expect(visit.form.text).toContain('{n}')
    expect(visit).toMatchObject({ mayOption: [], mayCarry: [], history: [] })
    expect(visit).not.toHaveProperty('next')
  })

  test('offers a switch only where the rule has one', async () => {
    expect((await rowOf('community_service')).mayOption).toEqual(['theme_service_only'])
    expect((await rowOf('practical_deed')).mayOption).toEqual(['each_side'])
    const day = await rowOf('theme_party_day')
    expect(day.mayCarry).toEqual(['study', 'lecture', 'seminar'])
    expect(day.form.carries).toEqual(['study', 'lecture'])
  })
})

describe('a preview', () => {
  test('says from which day, line by line what, and whom it binds; nothing is written', async () => {
    const before = world.documents()
    const change = await changeOf('member_study', { minimum: 2 })
    const preview = await world.get(county, 'duty.preview', { change })
    expect(preview).toMatchObject({
      startsOn: '2026-10-01',
      bound: { of: 'members', before: members.length, after: members.length },
    })
    expect(preview.lines.map(({ before: was, after }) => `${was}→${after}`).join()).toContain('1')
    expect(preview.lines.length).toBeGreaterThan(0)
    expect(world.documents()).toBe(before)
  })

  test('counts branches of the chosen types only, groups in them, and nobody once the rule ends', async () => {
    const ask = async (dutyId: string, overrides: Partial<RuleChange>) =>
      (await world.get(county, 'duty.preview', { change: await changeOf(dutyId, overrides) })).bound
    expect(await ask('theme_party_day', { branchTypes: ['enterprise'] })).toEqual({
      of: 'branches',
      before: 3,
      after: 0,
    })
    expect(await ask('group_meeting', { minimum: 2 })).toEqual({ of: 'groups', before: 3, after: 3 })
    expect(await ask('committee_meeting', { minimum: 2 })).toEqual({ of: 'committees', before: 1, after: 1 })
    expect(await ask('household_visit', { minimum: 3 })).toEqual({ of: 'members', before: 0, after: 0 })
    expect(await ask('theme_party_day', { inForce: false })).toMatchObject({ before: 3, after: 0 })
  })

  test('takes effect with the rule’s own period: a yearly one next year, a quarterly one next quarter', async () => {
    const startOf = async (dutyId: string) =>
      (await world.get(county, 'duty.preview', { change: await changeOf(dutyId, { minimum: 2 }) })).startsOn
    expect(await startOf('practical_deed')).toBe('2027-01-01')
    expect(await startOf('general_meeting')).toBe('2026-10-01')
  })

  test.each([
    ['nothing_changed', 'member_study', {}],
    ['rule_changed', 'member_study', { baseVersion: 7, minimum: 3 }],
    ['invalid_request', 'member_study', { options: ['each_side'] }],
    ['invalid_request', 'member_study', { carries: ['study'] }],
    ['invalid_request', 'member_study', { minimum: 2, text: '没有数字的一句话。' }],
  ] as const)('%s: %s %j', async (reason, dutyId, overrides) => {
    const change = await changeOf(dutyId, overrides as Partial<RuleChange>)
    expect(await world.reason(county, 'duty.preview', { change })).toBe(reason)
    expect(await world.reason(county, 'duty.save', { change, nonce: newNonce() })).toBe(reason)
  })
})

describe('a saved rule', () => {
  test('holds from the next period on, at once in the process that saved it; the months before stay as they were', async () => {
    world.emulator.clock.set(at('2026-09-30 23:59:50'))
    expect(await lineAt(openIdOf('m9'), 'community_service')).toMatchObject({ needed: 1 })
    const change = await changeOf('community_service', { minimum: 2 })
    expect(await save(change)).toMatchObject({
      ok: true,
      data: { dutyId: 'community_service', version: 2, validFrom: '2026-10-01' },
    })
    expect(await lineAt(openIdOf('m9'), 'community_service')).toMatchObject({ needed: 1 })
    // Less than a minute later: what a warm process remembers of before must not stand in the way.
    world.emulator.clock.set(at('2026-10-01 00:00:05'))
    expect(await lineAt(openIdOf('m9'), 'community_service')).toMatchObject({ needed: 2 })
    expect(await lineAt(openIdOf('m9'), 'community_service', '2026-09')).toMatchObject({ needed: 1 })
    const { rule, history } = await rowOf('community_service')
    expect(rule).toMatchObject({ version: 2, minimum: 2, validFrom: '2026-10-01' })
    expect(history).toEqual([{ version: 1, minimum: 1, validFrom: '2026-01-01', validTo: '2026-09-30' }])
  })

  test('stands as the next version until then, and in the audit', async () => {
    await save(await changeOf('branch_study', { minimum: 2 }))
    const { rule, next, form } = await rowOf('branch_study')
    expect(rule).toMatchObject({ version: 1, validTo: '2026-09-30' })
    expect(next).toMatchObject({ version: 2, minimum: 2, validFrom: '2026-10-01' })
    expect(form).toMatchObject({ baseVersion: 2, minimum: 2 })
    const rows = world.emulator.database.find('audit', { what: 'rule', result: 'branch_study@2' })
    expect(rows).toMatchObject([{ by: expect.stringMatching(/^outside:/) as string }])
  })

  test('a further change before it begins replaces it', async () => {
    await save(await changeOf('branch_study', { minimum: 3 }))
    const { rule, next, history } = await rowOf('branch_study')
    expect([rule.version, next?.version, next?.minimum, next?.validFrom]).toEqual([1, 3, 3, '2026-10-01'])
    expect(history).toEqual([])
    world.emulator.clock.set(at('2026-10-08 09:00'))
    expect((await rowOf('branch_study')).history.map(({ version }) => version)).toEqual([1])
  })

  test('sent again it is saved once', async () => {
    const change = await changeOf('dues', { minimum: 2 })
    const nonce = newNonce()
    const first = await save(change, nonce)
    expect(await save(change, nonce)).toEqual({ ...first, at: expect.any(Number) as number })
    expect(world.emulator.database.count('duties', { id: 'dues' })).toBe(2)
  })

  test('of two saved on top of the same version at once one holds, the other is told', async () => {
    const [one, two] = [
      await changeOf('secretary_report', { minimum: 2 }),
      await changeOf('secretary_report', { minimum: 3 }),
    ]
    const answers = await Promise.all([save(one), save(two)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.ok ? [] : answer.reason))).toEqual(['rule_changed'])
    expect(world.emulator.database.count('duties', { id: 'secretary_report' })).toBe(2)
    const kept = world.emulator.database.find('duties', { _id: 'secretary_report@2' })[0]
    expect(kept?.minimum).toBe(answers[0].ok ? 2 : 3)
  })

  test('an ended rule is gone with the next period and may come back', async () => {
    const asked = async (month: string) => {
      const page = await world.get(secretary, 'progress.branch', { branchId: 'branch1', periodKey: month })
      return page.duties.some(({ line }) => line.dutyId === 'group_meeting')
    }
    await save(await changeOf('group_meeting', { inForce: false }))
    const { rule, next, form } = await rowOf('group_meeting')
    expect([rule.validTo, next, form.inForce]).toEqual(['2026-09-30', undefined, false])
    world.emulator.clock.set(at('2026-10-12 09:00'))
    expect([await asked('2026-09'), await asked('2026-10')]).toEqual([true, false])
    const change = await changeOf('group_meeting', { inForce: true })
    const { bound, startsOn } = await world.get(county, 'duty.preview', { change })
    expect([startsOn, bound]).toEqual(['2026-11-01', { of: 'groups', before: 0, after: 3 }])
    await save(change)
    world.emulator.clock.set(at('2026-11-12 09:00'))
    expect([await asked('2026-09'), await asked('2026-10'), await asked('2026-11')]).toEqual([
      true,
      false,
      true,
    ])
  })

  test('what a 主题党日 may carry follows the rule of its month; what is published keeps what it carries', async () => {
    const onDay = (day: string, overrides: Partial<ReturnType<typeof aForm>> = {}) =>
      aForm({ startsAt: at(`${day} 15:00`), endsAt: at(`${day} 16:30`), title: day, ...overrides })
    const publish = (form: ReturnType<typeof aForm>, activityId?: string) =>
      world.call(secretary, 'activity.save', {
        nonce: newNonce(),
        form,
        publish: true,
        ...(activityId && { activityId }),
      })
    const early = await publish(onDay('2026-10-20'))
    await save(await changeOf('theme_party_day', { carries: ['seminar'] }))
    world.emulator.clock.set(MOMENT + 61_000)
    expect(await publish(onDay('2026-09-28'))).toMatchObject({ ok: true })
    expect(await publish(onDay('2026-10-21'))).toMatchObject({ reason: 'not_carriable' })
    expect(await publish(onDay('2026-10-21', { carries: ['seminar'], topic: '少跑一趟' }))).toMatchObject({
      ok: true,
    })
    const activityId = early.ok ? early.data.activityId : ''
    expect(await publish(onDay('2026-10-22'), activityId)).toMatchObject({ ok: true })
    world.emulator.clock.set(at('2026-10-08 09:00'))
    expect((await world.get(secretary, 'activity.prepare', { branchId: 'branch1' })).mayCarry).toEqual([
      'seminar',
    ])
  })
})

describe('a rule of the county’s own', () => {
  const own = {
    dutyId: 'own-parties',
    baseVersion: 0,
    minimum: 1,
    text: '党员每季度至少参加 {n} 次主题党日。',
    basis: { document: '某县通知', number: '某发〔2026〕1 号' },
    options: [],
    inForce: true,
    added: { pattern: 'member-attended-theme_party_day', label: '参加主题党日', period: 'quarter' },
  } satisfies RuleChange

  test('is looked at first: from which day, what it asks, whom it binds; nothing is written', async () => {
    const before = world.documents()
    const preview = await world.get(county, 'duty.preview', { change: own })
    expect(preview).toMatchObject({
      startsOn: '2026-10-01',
      bound: { of: 'members', before: 0, after: members.length },
    })
    expect(preview.lines.map(({ label }) => label)).toEqual(['最低次数', '规定', '依据'])
    expect(world.documents()).toBe(before)
  })

  test('is saved once, stands in the list and in the audit, and is edited and ended as any other', async () => {
    const nonce = newNonce()
    const first = await save(own, nonce)
    expect(first).toMatchObject({
      ok: true,
      data: { dutyId: 'own-parties', version: 1, validFrom: '2026-10-01' },
    })
    expect(await save(own, nonce)).toEqual({ ...first, at: expect.any(Number) as number })
    expect(await save(own)).toMatchObject({ reason: 'rule_changed' })
    expect(await save({ ...own, dutyId: 'own-again' })).toMatchObject({ reason: 'rule_exists' })
    expect(world.emulator.database.count('audit', { what: 'rule', result: 'own-parties@1' })).toBe(1)
    const { rule, form } = await rowOf('own-parties')
    expect(rule).toMatchObject({
      label: '参加主题党日',
      text: '党员每季度至少参加 1 次主题党日。',
      version: 1,
    })
    expect(form).not.toHaveProperty('added')
    expect(await save({ ...form, minimum: 2 })).toMatchObject({ ok: true, data: { version: 2 } })
    expect(await save(await changeOf('own-parties', { minimum: 1 }))).toMatchObject({ ok: true })
  })

  test('counts from its first period on, and asks for nothing before', async () => {
    const longOf = async () => (await world.get(openIdOf('m9'), 'progress.home')).quarter.duties
    const line = async () => (await longOf()).find(({ dutyId }) => dutyId === 'own-parties')
    expect(await line()).toBeUndefined()
    world.emulator.clock.set(at('2026-10-08 14:50'))
    expect(await line()).toMatchObject({ needed: 1, done: 0 })
    const { code } = await openMeeting(world, secretary, {
      title: '10月主题党日',
      carries: [],
      startsAt: world.now() + 600_000,
      endsAt: world.now() + 6_000_000,
    })
    expect(await checkIn(world, 'm9', code())).toMatchObject({ ok: true })
    expect(await line()).toMatchObject({ needed: 1, done: 1, state: 'done' })
  })

  test('is added by nobody but the work committee', async () => {
    for (const who of [secretary, openIdOf('m6')])
      expect(
        await world.reason(who, 'duty.save', { change: { ...own, dutyId: 'own-other' }, nonce: newNonce() }),
      ).toBe('forbidden')
  })
})

test('nobody but the work committee reads, previews or saves', async () => {
  const change = await changeOf('thought_report', { minimum: 1, text: '党员每年思想汇报 {n} 次。' })
  const before = world.documents()
  for (const who of [secretary, openIdOf('m6'), openIdOf('m9')]) {
    expect(await world.reason(who, 'duty.list')).toBe('forbidden')
    expect(await world.reason(who, 'duty.preview', { change })).toBe('forbidden')
    expect(await world.reason(who, 'duty.save', { change, nonce: newNonce() })).toBe('forbidden')
  }
  expect(world.documents()).toBe(before)
})
