import type { StoredRollup } from '@cloud/lib/store/collections/rollups'
import type { ResponseOf } from '@domain/contract/actions'
import { functionOf } from '@domain/contract/functionOf'
import { defaultDuties } from '@domain/duty/defaultDuties'
import { aBranch } from '@domain/testing/builders'
import { periodByKey, periodKinds, periodsIn } from '@domain/time/period'
import { identities, members, MOMENT, organisations } from './people'
import { World } from './world'

const county = 'openid-county'
/** A prefecture's own organs at most: ten times the county. */
const BRANCHES = 620
/** Bytes a phone gets at once. */
const PHONE = 100_000

const units = Array.from({ length: 120 }, (_, i) =>
  aBranch({
    _id: `u${i}`,
    type: 'unit',
    parentId: 'county',
    order: 100 + i,
    name: `县农业农村和林业草原局第${i}党组`,
  }),
)
const branches = Array.from({ length: BRANCHES }, (_, i) =>
  aBranch({
    _id: `many${i}`,
    parentId: `u${i % 120}`,
    order: i,
    name: `县农业农村和林业草原局机关第${i}党支部`,
  }),
)

const half = periodByKey('2026-H1')
const keys = [
  '2026-08',
  ...periodKinds.slice(0, 3).flatMap((kind) => periodsIn(kind, half).map(({ key }) => key)),
]
const rollup = (key: string): StoredRollup => {
  const { kind, from, to } = periodByKey(key)
  const duties = defaultDuties.filter(({ period, subject }) => period === kind && subject !== 'unit')
  const numbers = Object.fromEntries(duties.map(({ id }, i) => [id, [i % 2, 1] as [number, number]]))
  return {
    ...{ _id: key, periodKey: key, kind, from, to, watermark: MOMENT, run: 1, differences: 0 },
    branches: Object.fromEntries(branches.map(({ _id }) => [_id, numbers])),
    members: Object.fromEntries(branches.map(({ _id }) => [_id, 17])),
    updatedAt: new Date(MOMENT),
  }
}

let world: World
beforeAll(async () => {
  world = await World.start({
    people: {
      organisations: [...organisations, ...units, ...branches],
      ...{ members, identities },
      rollups: keys.map(rollup),
    },
  })
})
afterAll(() => world.stop())

const asked = [
  ['committee.overview', { periodKey: '2026-08', from: 0 }],
  ['committee.overview', { periodKey: '2026-08', from: 400 }],
  ['committee.overview', { periodKey: '2026-H1', from: 0 }],
  ['committee.overview', { periodKey: '2026-08', underId: 'u7', from: 0 }],
  ['committee.why', { periodKey: '2026-H1', dutyId: 'branch_study', from: 0 }],
  ['committee.branch', { branchId: 'many300', month: '2026-08' }],
  ['paper.factsOfCounty', { periodKey: '2026-H1' }],
  ['paper.factPlaces', { periodKey: '2026-H1', dutyId: 'branch_study', version: 1, from: 0 }],
  ['committee.waits', {}],
  ['organisation.tree', { from: 0 }],
] as const

/** A half-year is eight documents of such a county and its own; the function of the papers begins here with nothing at hand. */
function mostCalls(action: (typeof asked)[number][0]): number {
  if (action === 'committee.waits') return 20
  return functionOf(action) === 'papers' ? 14 : 12
}

test.each(asked)('%s %j of a county of 620 branches reaches a phone', async (action, data) => {
  const answer = await world.post(county, { action, contractVersion: 1, data }, functionOf(action))
  expect(answer.result?.ok).toBe(true)
  expect(Buffer.byteLength(answer.text)).toBeLessThan(PHONE)
  expect(world.lastInvocation().calls.length).toBeLessThanOrEqual(mostCalls(action))
})

test('its branches come in parts, every one once and in 组织序列, as they do at once', async () => {
  const whole = await world.get(county, 'committee.overview', { periodKey: '2026-08' })
  const parts: unknown[] = []
  for (let from: number | undefined = 0; from !== undefined;) {
    const asking = { periodKey: '2026-08', from }
    const part: ResponseOf<'committee.overview'> = await world.get(county, 'committee.overview', asking)
    parts.push(...(part.branches ?? []))
    from = part.next
  }
  expect(parts).toHaveLength(BRANCHES)
  expect(parts).toEqual(whole.branches)
})

test('年度综合考核依据 of 620 branches comes file after file, every branch once, and of a unit at once', async () => {
  const names: string[] = []
  for (let afterId: string | undefined, files = 0; files < 10; files += 1) {
    const asked = { year: '2026', as: files % 2 === 0 ? 'excel' : 'word', ...(afterId && { afterId }) }
    const part: ResponseOf<'paper.yearBasis'> = await world.get(county, 'paper.yearBasis', asked)
    expect(part.content.length).toBeLessThan(900_000)
    names.push(part.fileName)
    expect(part.branches).toBe(part.left > 0 ? 100 : 20)
    afterId = part.next
    if (afterId === undefined) break
  }
  expect(names).toHaveLength(7)
  const unit = await world.get(county, 'paper.yearBasis', { year: '2026', as: 'word', underId: 'u7' })
  expect(unit).toMatchObject({ branches: 6, left: 0 })
})
