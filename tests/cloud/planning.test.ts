import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { aForm, newNonce, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const HOUR = 3_600_000

describe('what cannot be published', () => {
  const save = (overrides: Parameters<typeof aForm>[0], publish = true) =>
    world.call(secretary, 'activity.save', { nonce: newNonce(), form: aForm(overrides), publish })
  test.each([
    [
      'a lecture without lecturer',
      { kind: 'lecture', carries: [], topic: '党史' } as const,
      'missing_lecturer',
    ],
    ['a lecture without topic', { kind: 'lecture', carries: [], lecturerId: 'm1' } as const, 'missing_topic'],
    ['a seminar without topic', { kind: 'seminar', carries: [] } as const, 'missing_topic'],
    [
      'a study that carries',
      { kind: 'study', carries: ['lecture'], topic: '党史', lecturerId: 'm1' } as const,
      'not_carriable',
    ],
  ] as const)('%s', async (_name, overrides, reason) => {
    const form = { ...overrides, carries: [...overrides.carries] } as Parameters<typeof aForm>[0]
    expect(await save(form)).toMatchObject({ ok: false, reason })
  })
  test.each([
    ['form.kind', { kind: 'group_meeting', carries: [] } as const],
    ['form.endsAt', { endsAt: MOMENT } as const],
    ['form.expectedIds', { expectedIds: ['m1', 'n1'] } as const],
    ['form.expectedIds', { expectedIds: ['m1', 'm1'] } as const],
    ['form.chairId', { chairId: 'nobody' } as const],
    ['form.recorderId', { recorderId: 'n1' } as const],
  ])('a wrong %s is named', async (path, overrides) => {
    expect(await save(overrides as Parameters<typeof aForm>[0])).toMatchObject({
      reason: 'invalid_request',
      detail: { path },
    })
  })
  test('a branch without a committee holds no committee meeting', async () => {
    const form = aForm({
      hostId: 'branch2',
      kind: 'committee_meeting',
      carries: [],
      expectedIds: ['n1'],
      chairId: 'n1',
      recorderId: 'n1',
    })
    const answer = await world.call(openIdOf('n1'), 'activity.save', {
      nonce: newNonce(),
      form,
      publish: true,
    })
    expect(answer).toMatchObject({ reason: 'invalid_request', detail: { path: 'form.kind' } })
  })
  test('a published plan is still edited: a field left empty is gone, the key stays', async () => {
    const form = aForm({ topic: '第四季度工作', title: '可改的会' })
    const { activityId } = await world.get(secretary, 'activity.save', {
      nonce: newNonce(),
      form,
      publish: true,
    })
    const stored = () => world.emulator.database.find('activities', { _id: activityId })[0]
    const { codeKey } = stored() ?? {}
    const edited = aForm({
      title: '改过的会',
      startsAt: form.startsAt + HOUR,
      endsAt: form.endsAt + HOUR,
      expectedIds: ['m1', 'm2'],
    })
    await world.get(secretary, 'activity.save', {
      activityId,
      nonce: newNonce(),
      form: edited,
      publish: true,
    })
    expect(stored()).toMatchObject({ title: '改过的会', codeKey, state: 'published' })
    expect(stored()?.expected).toHaveLength(2)
    expect(stored()).not.toHaveProperty('topic')
    const { current } = await world.get(secretary, 'activity.prepare', { branchId: 'branch1', activityId })
    expect(current).toMatchObject({
      id: activityId,
      state: 'published',
      form: { title: '改过的会', expectedIds: ['m1', 'm2'] },
    })
  })
})

const aStudy = {
  ...aForm({ kind: 'study', carries: [] }),
  ...{ startsAt: at('2026-09-22 15:00'), endsAt: at('2026-09-22 17:00') },
}
test.each([
  [
    'longer than a day',
    { startsAt: MOMENT + HOUR, endsAt: MOMENT + 26 * HOUR, kind: 'lecture', lecturerId: 'm1', topic: '党史' },
  ],
  ['a training of more than three days', { startsAt: MOMENT + HOUR, endsAt: MOMENT + 74 * HOUR }],
  ['of years ago', { startsAt: at('2024-12-31 15:00'), endsAt: at('2024-12-31 17:00') }],
  ['years ahead', { startsAt: MOMENT + 370 * 24 * HOUR, endsAt: MOMENT + 370 * 24 * HOUR + HOUR }],
])('%s is no plan, not even a draft', async (_, over) => {
  for (const draft of [true, false]) {
    const request = { nonce: newNonce(), form: { ...aStudy, ...over }, publish: !draft }
    expect(await world.reason(secretary, 'activity.save', request)).toBe('wrong_times')
  }
})

describe('what is proposed', () => {
  const prepare = () => world.get(secretary, 'activity.prepare', { branchId: 'branch1' })
  const groups = async () => (await prepare()).suggestions.filter(({ kind }) => kind === 'group_meeting')
  const startOf = async (kind: string) =>
    (await prepare()).suggestions.find((each) => each.kind === kind)?.startsAt ?? 0
  const ofGroup1 = () =>
    aForm({
      ...{ kind: 'group_meeting', hostId: 'group1', title: '第一党小组9月党小组会', carries: [] },
      ...{ expectedIds: ['m1', 'm2', 'm3', 'm4'], recorderId: 'm1' },
      ...{ startsAt: at('2026-09-23 15:00'), endsAt: at('2026-09-23 16:30') },
    })

  test('the group that still lacks its meeting comes first, one that has it comes last and for the next month', async () => {
    expect((await groups()).map(({ hostId }) => hostId)).toEqual(['group1', 'group2', 'group3'])
    await world.get(secretary, 'activity.save', { nonce: newNonce(), form: ofGroup1(), publish: true })
    const after = await groups()
    expect(after.map(({ hostId }) => hostId)).toEqual(['group2', 'group3', 'group1'])
    expect(after.map(({ startsAt }) => startsAt >= at('2026-10-01 00:00'))).toEqual([false, false, true])
  })

  test('of the same people nothing else is proposed at that hour, of others it is', async () => {
    expect(await startOf('general_meeting')).toBe(at('2026-09-24 15:00'))
    expect((await groups())[0]?.startsAt).toBe(at('2026-09-23 15:00'))
  })

  test('one that clashes is published all the same: it is said, not forbidden', async () => {
    const { startsAt, endsAt } = ofGroup1()
    const form = aForm({ title: '同一时间', startsAt, endsAt })
    expect(
      await world.reason(secretary, 'activity.save', { nonce: newNonce(), form, publish: true }),
    ).toMatch(/^ok/)
  })

  test('announced is announced: 主题党日 is proposed for the next month', async () => {
    const day = await startOf('theme_party_day')
    expect(day).toBeGreaterThanOrEqual(at('2026-10-01 00:00'))
    expect(day).toBeLessThan(at('2026-11-01 00:00'))
  })
})
