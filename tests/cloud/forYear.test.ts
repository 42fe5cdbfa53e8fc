import { aForm, newNonce, secretary, World } from './world'

let world: World
beforeEach(async () => {
  world = await World.start()
  world.emulator.clock.set(Date.parse('2027-02-23T14:50:00+08:00'))
})
afterEach(() => world.stop())

const kinds = ['org_life_meeting', 'democratic_review', 'secretary_report'] as const

const doneIn = async (periodKey: string) => {
  const page = await world.get(secretary, 'progress.branch', { branchId: 'branch1', periodKey })
  return kinds.map(
    (kind) =>
      page.duties.find(({ line }) => line.dutyId === kind && line.period.key === periodKey)?.line.done,
  )
}

/** Held that afternoon, as the plan page proposes it. */
async function hold(kind: (typeof kinds)[number], over: object = {}) {
  const { suggestions } = await world.get(secretary, 'activity.prepare', { branchId: 'branch1' })
  const forYear = suggestions.find((form) => form.kind === kind)?.forYear
  const startsAt = world.now() + 60_000
  const form = aForm({
    kind,
    title: kind,
    carries: [],
    startsAt,
    endsAt: startsAt + 60_000,
    forYear,
    ...over,
  })
  const { activityId } = await world.get(secretary, 'activity.save', {
    form,
    publish: true,
    nonce: newNonce(),
  })
  for (const to of ['open', 'closed']) await world.get(secretary, 'activity.setState', { activityId, to })
  return { activityId, forYear }
}

test('what is held in February counts for the year before when the proposal stands', async () => {
  for (const kind of kinds) expect((await hold(kind)).forYear).toBe(2026)
  expect(await doneIn('2026')).toEqual([1, 1, 1])
  expect(await doneIn('2027')).toEqual([0, 0, 0])
})

test('on the record page the year is set right, and the numbers follow', async () => {
  const { activityId } = await hold('org_life_meeting')
  const year = async () => (await world.get(secretary, 'activity.record', { activityId })).year
  expect(await year()).toEqual({ value: 2026, choices: [2026, 2027] })
  const amend = (forYear: number) =>
    world.reason(secretary, 'activity.amend', { activityId, forYear, nonce: newNonce() })
  expect(await amend(2027)).toMatch(/^ok/)
  expect(await year()).toMatchObject({ value: 2027 })
  expect([(await doneIn('2026'))[0], (await doneIn('2027'))[0]]).toEqual([0, 1])
  expect(await amend(2025)).toBe('invalid_request')
})

test('a year the day does not allow is refused, as is one for a kind that has none', async () => {
  const save = (over: object) =>
    world.call(secretary, 'activity.save', { form: aForm(over), publish: false, nonce: newNonce() })
  const startsAt = Date.parse('2027-04-01T15:00:00+08:00')
  const april = { kind: 'org_life_meeting', carries: [], startsAt, endsAt: startsAt + 60_000, forYear: 2026 }
  const refused = { ok: false, reason: 'invalid_request', detail: { path: 'form.forYear' } }
  expect(await save(april)).toMatchObject(refused)
  expect(await save({ kind: 'study', carries: [], forYear: 2027 })).toMatchObject(refused)
})
