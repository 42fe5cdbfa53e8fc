import { defaultDuties } from '@domain/duty/defaultDuties'
import { at } from '@domain/testing/at'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { leader, newNonce, officer, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterEach(() => {
  world.emulator.clock.set(MOMENT)
})
afterAll(() => world.stop())

const branchId = 'branch1'
const today = '2026-09-22'
const talk = ([memberId, withId]: [string, string], over: object = {}) => ({
  ...{ branchId, memberId, withId, on: today, held: true, nonce: newNonce() },
  ...over,
})
const enter = (pair: [string, string], over: object = {}, by = secretary) =>
  world.get(by, 'talk.enter', talk(pair, over))
const refused = (pair: [string, string], over: object = {}, by = secretary) =>
  world.reason(by, 'talk.enter', talk(pair, over))
const page = (by = secretary) => world.get(by, 'talk.page', { branchId })
const count = () => world.emulator.database.count('facts', { kind: 'talk' })
const talksOf = async (memberId: string) => {
  const { year } = await world.get(openIdOf(memberId), 'progress.home')
  return year.duties.find(({ dutyId }) => dutyId === 'heart_talk')?.done
}

describe('a talk', () => {
  test('stands on the record of both, by day and pair and nothing else', async () => {
    expect(await enter(['m1', 'm4'])).toEqual({ held: true })
    expect([await talksOf('m1'), await talksOf('m4'), await talksOf('m5')]).toEqual([1, 1, 0])
    const [stored] = world.emulator.database.find('facts', { kind: 'talk' })
    expect(stored).toMatchObject({ _id: 'talk_m1_m4_2026-09-22', by: 'm1', memberId: 'm4' })
    expect(stored?.detail).toEqual({ withMemberId: 'm1' })
    const { records } = await world.get(openIdOf('m4'), 'progress.records', { year: 2026, from: 0 })
    expect(records).toMatchObject([{ title: '谈心谈话', place: '和李同志', state: 'valid' }])
    const own = await world.get(secretary, 'progress.records', { year: 2026, from: 0 })
    expect(own.records).toMatchObject([{ title: '谈心谈话', place: '和孙同志' }])
  })

  test('is in what either of the two takes away, without the other’s name', async () => {
    await enter(['m1', 'm4'])
    for (const memberId of ['m1', 'm4']) {
      const { text } = await world.get(openIdOf(memberId), 'privacy.export')
      expect(text).toContain('2026-09-22　谈心谈话')
      const section = text.slice(text.indexOf('谈心谈话') - 20, text.indexOf('谈心谈话') + 20)
      expect(section).not.toMatch(/李同志|孙同志/)
      expect((await world.get(openIdOf(memberId), 'privacy.centre')).counts.facts).toBe(1)
    }
  })

  test('is one, however often and whichever way round it is entered', async () => {
    const before = count()
    const request = talk(['m1', 'm5'])
    const answers = [await world.get(secretary, 'talk.enter', request)]
    answers.push(await world.get(secretary, 'talk.enter', request))
    expect(answers).toEqual([{ held: true }, { held: true }])
    await enter(['m5', 'm1'], {}, officer)
    await Promise.all([enter(['m1', 'm9']), enter(['m9', 'm1'], {}, officer)])
    expect(count()).toBe(before + 2)
    expect([await talksOf('m5'), await talksOf('m9')]).toEqual([1, 1])
  })

  test('taken back it counts no more, and a late resend does not bring it back', async () => {
    const first = talk(['m1', 'm7'])
    await enter(['m1', 'm7'], { held: false })
    await world.get(secretary, 'talk.enter', first)
    await enter(['m1', 'm7'], { held: false }, officer)
    await world.get(secretary, 'talk.enter', first)
    expect(await talksOf('m7')).toBe(0)
    expect((await page()).entered.some((one) => one.with.id === 'm7' || one.who.id === 'm7')).toBe(false)
    await enter(['m1', 'm7'])
    expect(await talksOf('m7')).toBe(1)
    const audit = world.emulator.database.find('audit', { what: 'talk', memberId: 'm7' })
    expect(audit.map(({ by, result }) => `${String(by)} ${String(result)}`)).toEqual([
      'm2 taken_back',
      'm1 entered',
    ])
  })

  test('from the first day of the open month until today', async () => {
    expect(await refused(['m2', 'm8'], { on: '2026-09-23' })).toBe('too_early')
    expect(await refused(['m2', 'm8'], { on: '2026-08-31' })).toBe('entry_closed')
    expect(await refused(['m2', 'm8'], { on: '2026-09-01' })).toMatch(/^ok/)
    expect((await page()).from).toBe('2026-09-01')
    world.emulator.clock.set(at('2026-10-13 23:59'))
    expect((await page()).from).toBe('2026-09-01')
    expect(await refused(['m2', 'm8'], { on: '2026-09-30' })).toMatch(/^ok/)
    world.emulator.clock.set(at('2026-10-14 00:00'))
    expect((await page()).from).toBe('2026-10-01')
    expect(await refused(['m2', 'm8'], { on: '2026-09-30', held: false })).toBe('entry_closed')
  })

  test('of two people of the branch, and of nobody with oneself', async () => {
    const before = world.documents()
    for (const pair of [
      ['m1', 'm1'],
      ['m4', 'n2'],
      ['m4', 'nobody'],
    ] as [string, string][])
      expect([pair, await refused(pair)]).toEqual([pair, 'invalid_request'])
    expect(world.documents()).toBe(before)
  })

  test('a group leader enters what one has talked oneself, with the own group', async () => {
    const names = (await page(leader)).people.map(({ memberId }) => memberId)
    expect(names).toEqual(['m5', 'm6', 'm7', 'm8'])
    expect(await refused(['m6', 'm7'], {}, leader)).toMatch(/^ok/)
    expect(await refused(['m7', 'm8'], {}, leader)).toBe('invalid_request')
    expect(await refused(['m6', 'm1'], {}, leader)).toBe('invalid_request')
    expect((await page(leader)).ticks).toEqual([])
  })

  test('nobody else enters one: a member, the secretary beside, the work committee', async () => {
    for (const who of [openIdOf('m4'), openIdOf('m3'), openIdOf('n1'), 'openid-county'])
      expect([who, await refused(['m3', 'm4'], {}, who)]).toEqual([who, 'forbidden'])
  })
})

describe('where the county has ended the rule', () => {
  let quiet: World
  beforeAll(async () => {
    const duties = defaultDuties.map((duty) =>
      duty.id === 'heart_talk' ? { ...duty, validTo: '2025-12-31' } : duty,
    )
    quiet = await World.start({ people: { organisations, members, identities, duties } })
  })
  afterAll(() => quiet.stop())

  test('nothing is entered; no page offers it, but for what is still ticked', async () => {
    expect(await quiet.reason(secretary, 'talk.enter', talk(['m1', 'm4']))).toBe('invalid_request')
    expect(await quiet.reason(secretary, 'talk.enter', talk(['m1', 'm4'], { held: false }))).toMatch(/^ok/)
    const { talks, ticks } = await quiet.get(secretary, 'talk.page', { branchId })
    expect([talks, ticks.length]).toEqual([false, 2])
    expect((await quiet.get(secretary, 'progress.branch', { branchId })).mayTalk).toBeUndefined()
    const offered = async (who: string) =>
      (await quiet.get(who, 'identity.work')).places.map(({ entersTalks }) => entersTalks)
    expect([await offered(secretary), await offered(leader)]).toEqual([[true], [undefined]])
  })
})

describe('the reasons of a number', () => {
  const leads = async (
    dutyId: string,
    over: { periodKey?: string; subjectId?: string; by?: string } = {},
  ) => {
    const { periodKey = '2026', subjectId = 'm4', by = secretary } = over
    return (await world.get(by, 'progress.why', { dutyId, periodKey, subjectId })).enterIn
  }
  const dues = { periodKey: '2026-09' }

  test('lead whoever runs the branch to the page where it is entered, of oneself as well', async () => {
    for (const dutyId of ['heart_talk', 'party_spirit_analysis', 'thought_report']) {
      expect([dutyId, await leads(dutyId), await leads(dutyId, { by: officer })]).toEqual([
        ...[dutyId, branchId, branchId],
      ])
      expect(await leads(dutyId, { subjectId: 'm1' })).toBe(branchId)
    }
    expect(await leads('dues', dues)).toBe(branchId)
  })

  test('lead a member nowhere, and a group leader to what one has talked oneself alone', async () => {
    const own = { by: openIdOf('m4') }
    const led = { by: leader, subjectId: 'm6' }
    for (const dutyId of ['heart_talk', 'party_spirit_analysis'])
      expect(await leads(dutyId, own)).toBeUndefined()
    expect(await leads('dues', { ...dues, ...own })).toBeUndefined()
    expect(await leads('heart_talk', led)).toBe(branchId)
    expect(await leads('party_spirit_analysis', led)).toBeUndefined()
    expect(await leads('dues', { ...dues, ...led })).toBeUndefined()
  })

  test('lead nowhere once the period is closed, and until the fifth workday after it', async () => {
    world.emulator.clock.set(at('2026-10-09 12:00'))
    expect(await leads('dues', dues)).toBe(branchId)
    world.emulator.clock.set(at('2026-10-19 12:00'))
    expect(await leads('dues', dues)).toBeUndefined()
    expect(await leads('dues', { periodKey: '2026-11' })).toBeUndefined()
    expect(await leads('heart_talk')).toBe(branchId)
  })

  test('of what is done at meetings lead nowhere', async () => {
    expect(await leads('member_study', dues)).toBeUndefined()
    expect(await leads('life:general_meeting', dues)).toBeUndefined()
  })
})

test('the page says whom one last talked with, in register order, and asks few questions', async () => {
  await enter(['m1', 'm12'], { on: '2026-09-10' })
  await enter(['m3', 'm12'], { on: '2026-09-12' })
  const { people, me, entered, ticks } = await page()
  expect(world.lastInvocation().calls.length).toBeLessThanOrEqual(6)
  expect(me).toBe('m1')
  expect(people.map(({ memberId }) => memberId)).toEqual(
    Array.from({ length: people.length }, (_, i) => `m${i + 1}`),
  )
  expect(people.find(({ memberId }) => memberId === 'm12')?.last).toEqual({
    on: '2026-09-12',
    with: '王同志',
  })
  const words = entered.map(({ on, who, with: other }) => `${on} ${who.name} ${other.name}`)
  expect(words.filter((one) => one.includes('徐同志'))).toEqual([
    '2026-09-12 王同志 徐同志',
    '2026-09-10 李同志 徐同志',
  ])
  expect(ticks.map(({ dutyId }) => dutyId)).toEqual(['party_spirit_analysis', 'thought_report'])
  expect(ticks[0]?.periods).toEqual([{ periodKey: '2026-H2', month: '2026-09' }])
})

describe('党性分析 and 思想汇报', () => {
  const dutyId = 'party_spirit_analysis'
  const tick = (memberIds: string[], over: object = {}) => ({
    ...{ branchId, month: '2026-09', dutyId, memberIds, ticked: true, nonce: newNonce() },
    ...over,
  })
  const ticks = (month = '2026-09', by = secretary) =>
    world.get(by, 'deed.ticks', { branchId, month, dutyId })
  const yearOf = async (memberId: string) => {
    const { year } = await world.get(openIdOf(memberId), 'progress.home')
    return year.duties.find((duty) => duty.dutyId === dutyId)
  }

  test('ten at once are for the half-year and count in the year; taken back they do not', async () => {
    const ten = ['m2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm12']
    expect(await world.get(secretary, 'deed.tick', tick(ten))).toEqual({ changed: 10 })
    expect(await world.get(secretary, 'deed.tick', tick(ten))).toEqual({ changed: 0 })
    expect(await ticks()).toMatchObject({ periodKey: '2026-H2', open: true })
    expect(await yearOf('m4')).toMatchObject({ done: 1, missing: 0 })
    expect(world.emulator.database.count('facts', { periodKey: '2026-H2', dutyId })).toBe(10)
    await world.get(secretary, 'deed.tick', tick(['m4'], { ticked: false }))
    expect(await yearOf('m4')).toMatchObject({ done: 0 })
    const audit = world.emulator.database.find('audit', { what: 'dues', memberId: 'm4' })
    expect(audit.map(({ result }) => result)).toEqual(['taken_back'])
  })

  test('a half that is over is ticked until the fifth workday after it, and no other one', async () => {
    const inMonth = (month: string) => world.reason(secretary, 'deed.tick', tick(['m4'], { month }))
    expect(await inMonth('2026-06')).toBe('entry_closed')
    expect(await inMonth('2026-07')).toMatch(/^ok/)
    world.emulator.clock.set(at('2027-01-08 23:59'))
    expect(await inMonth('2026-12')).toMatch(/^ok/)
    const { ticks: offered } = await page()
    expect(offered[0]?.periods).toEqual([
      { periodKey: '2027-H1', month: '2027-01' },
      { periodKey: '2026-H2', month: '2026-12' },
    ])
    world.emulator.clock.set(at('2027-01-09 00:00'))
    expect((await ticks('2026-12')).open).toBe(false)
    expect(await inMonth('2026-12')).toBe('entry_closed')
  })

  test('one’s own waits for another, who reads what it is', async () => {
    await world.get(secretary, 'deed.tick', tick(['m1', 'm4']))
    expect([(await yearOf('m1'))?.done, (await yearOf('m4'))?.done]).toEqual([0, 1])
    const { witness } = await world.get(officer, 'identity.work')
    expect(witness).toMatchObject([{ title: '下半年党性分析', own: true }])
    await world.get(officer, 'deed.tick', tick(['m1']))
    expect((await yearOf('m1'))?.done).toBe(1)
  })

  test('only a rule that is ticked in this branch is ticked', async () => {
    for (const other of ['heart_talk', 'nothing', 'branch_study'])
      expect([other, await world.reason(secretary, 'deed.tick', tick(['m4'], { dutyId: other }))]).toEqual([
        other,
        'invalid_request',
      ])
    expect(await world.reason(leader, 'deed.tick', tick(['m7']))).toBe('forbidden')
    expect(await world.reason(secretary, 'deed.tick', tick(['n2']))).toBe('invalid_request')
  })
})
