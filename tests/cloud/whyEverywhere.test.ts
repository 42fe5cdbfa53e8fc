import type { ResponseOf } from '@domain/contract/actions'
import type { DutyLine, LifeLine } from '@domain/contract/progress'
import { eachThird, isLongRun } from '../../emulator/testing/longRun'
import { DemoCounty } from './demoCounty'

type Why = ResponseOf<'progress.why'>

let county: DemoCounty
beforeAll(async () => {
  county = await DemoCounty.start()
})
afterAll(() => county.stop())

const why = (who: string, dutyId: string, periodKey: string, subjectId: string): Promise<Why> =>
  county.get(who, 'progress.why', { dutyId, periodKey, subjectId })

/** What a sheet lists adds up to its own number. */
const expectSum = ({ line, counted, notCounted, planned }: Why) => {
  expect(counted).toHaveLength(line.done)
  expect(notCounted.filter(({ reason }) => reason === 'waiting_confirmation')).toHaveLength(line.waiting)
  const seen = [...counted, ...notCounted].map(({ id }) => id)
  expect(new Set(seen).size).toBe(seen.length)
  expect(line.next?.activityId).toBe([...planned].sort((a, b) => a.startsAt - b.startsAt)[0]?.activityId)
}

/** A line of a page, and the sheet behind it. */
async function expectSame(who: string, line: DutyLine): Promise<void> {
  const sheet = await why(who, line.dutyId, line.period.key, line.subjectId)
  expect({ ...sheet.line, next: line.next }).toEqual(line)
  if (line.next) expect(sheet.line.next).toEqual(line.next)
  expectSum(sheet)
}

async function expectSameLife(who: string, subjectId: string, { kind, period, attended, held }: LifeLine) {
  const sheet = await why(who, `life:${kind}`, period.key, subjectId)
  expect(sheet.counted).toHaveLength(attended)
  expect(sheet.counted.length + sheet.notCounted.length).toBe(held)
  expectSum(sheet)
}

/** Done of owed as a branch's closed month shows it from above: heads of members, groups, or the branch itself. */
function countOf({ duties, members }: ResponseOf<'committee.branch'>, dutyId: string): [number, number] {
  const own = duties.find((duty) => duty.dutyId === dutyId)
  const heads = members.find((duty) => duty.dutyId === dutyId)
  return own ? [Math.min(own.done, own.needed ?? 0), own.needed ?? 0] : [heads?.done ?? 0, heads?.owed ?? 0]
}

/** The same of what the branch itself holds in a quarter. */
async function heldOf(dutyId: string, periodKey: string, branchId: string): Promise<[number, number]> {
  const { done, needed } = (await why('demo-committee', dutyId, periodKey, branchId)).line
  return [Math.min(done, needed ?? 0), needed ?? 0]
}

const isNumber = <T>(value: T | undefined): value is T => value !== undefined

test.each([
  'demo-member',
  'demo-secretary',
  'demo-elder',
  'demo-all-done',
  'demo-county-leader',
  'demo-guest',
])(
  'every number of the home page of %s opens to records that add up to it, this month and in July',
  async (who) => {
    const { memberId } = await county.who(who)
    for (const month of [undefined, '2026-07']) {
      const home = await county.get(who, 'progress.home', { month })
      const sections = [home.month, home.quarter, home.year]
      const lines = sections.flatMap(({ duties }) => duties)
      expect(lines.length).toBeGreaterThan(3)
      for (const line of lines) await expectSame(who, line)
      for (const line of sections.flatMap(({ life }) => life)) await expectSameLife(who, memberId, line)
    }
  },
)

test.each(['2026-09', '2026-Q3', '2026', ...(isLongRun() ? ['2026-07', '2026-H1'] : [])])(
  'every number of the branch page in %s, of each third member and in a long run of all, opens to records that add up to it',
  async (periodKey) => {
    const who = 'demo-secretary'
    const { organisationId: branchId } = await county.who(who, 'secretary')
    const page = await county.get(who, 'progress.branch', { branchId, periodKey })
    for (const { line } of page.duties) await expectSame(who, line)
    const cells = page.rows
      .filter(eachThird)
      .flatMap(({ memberId, cells: own }) => own.map((cell) => ({ memberId, ...cell })))
    expect(cells.length).toBeGreaterThan(isLongRun() ? 90 : 30)
    for (const { memberId, dutyId, exemption, held, ...cell } of cells) {
      const sheet = await why(who, dutyId, periodKey, memberId)
      expect(sheet.line).toMatchObject(cell)
      expect(sheet.exemption).toBe(exemption)
      if (isNumber(held)) expect(sheet.counted.length + sheet.notCounted.length).toBe(held)
      expectSum(sheet)
    }
  },
)

type Told = Pick<DutyLine, 'dutyId' | 'state' | 'done' | 'needed' | 'missing'> & { key: string }

/** What a page of a period that has begun says, against the cell of the half-year or year it lies in. */
async function expectInside(who: string, subjectId: string, span: string, told: readonly DutyLine[]) {
  const { sections } = await county.get(who, 'progress.span', { subjectId, periodKey: span })
  const cells = sections.flatMap(({ rows }) =>
    rows.flatMap(({ dutyId, cells: own }) =>
      own.map(({ key, state, done, needed, missing }): Told => ({
        dutyId,
        key,
        state,
        done,
        needed,
        missing,
      })),
    ),
  )
  const lines = told.map(({ dutyId, period, state, done, needed, missing }): Told => ({
    ...{ dutyId, key: period.key },
    ...{ state, done, needed, missing },
  }))
  const keys = new Set(lines.map(({ key }) => key))
  const byName = (one: Told, other: Told) =>
    `${one.key} ${one.dutyId}`.localeCompare(`${other.key} ${other.dutyId}`)
  expect(lines.length).toBeGreaterThan(3)
  expect(cells.filter(({ key }) => keys.has(key)).sort(byName)).toEqual([...lines].sort(byName))
}

const monthsOf = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => `2026-0${first + i}`)

test.each([
  ['2026', [...monthsOf(1, 9), '2026-Q1', '2026-Q2', '2026-Q3', '2026-H1', '2026-H2', '2026']],
  ['2026-H1', [...monthsOf(1, 6), '2026-Q1', '2026-Q2', '2026-H1']],
])('a branch’s %s says of each period inside what the page of that period says', async (span, keys) => {
  const who = 'demo-secretary'
  const { organisationId: branchId } = await county.who(who, 'secretary')
  const told: DutyLine[] = []
  for (const periodKey of keys) {
    const { duties, period } = await county.get(who, 'progress.branch', { branchId, periodKey })
    told.push(...duties.flatMap(({ line }) => (line.period.key === period.key ? line : [])))
  }
  await expectInside(who, branchId, span, told)
})

test.each(['demo-member', 'demo-elder', 'demo-county-leader'])(
  'the year of %s says of each period inside what the home page said of it',
  async (who) => {
    const { memberId } = await county.who(who)
    const told = new Map<string, DutyLine>()
    for (const month of [...monthsOf(1, 8), undefined]) {
      const home = await county.get(who, 'progress.home', { month })
      for (const line of [home.month, home.quarter, home.year].flatMap(({ duties }) => duties))
        told.set(`${line.dutyId} ${line.period.key}`, line)
    }
    await expectInside(who, memberId, '2026', [...told.values()])
  },
)

test('the year of a unit says of each period inside what its page says', async () => {
  const who = 'demo-unit-officer'
  const { organisationId: unitId } = await county.who(who, 'unit_officer')
  const told: DutyLine[] = []
  for (const periodKey of [...monthsOf(1, 9), '2026-Q1', '2026-Q2', '2026-Q3', '2026']) {
    const { duties } = await county.get(who, 'unit.page', { unitId, periodKey })
    told.push(...duties.flatMap(({ line }) => (line.period.key === periodKey ? line : [])))
  }
  await expectInside(who, unitId, '2026', told)
})

test('the last record of a period that is over lies in it or before', async () => {
  const { organisationId: branchId } = await county.who('demo-secretary', 'secretary')
  for (const periodKey of ['2026-07', '2026-Q2', '2026-H1']) {
    const { rows, period } = await county.get('demo-secretary', 'progress.branch', { branchId, periodKey })
    const last = rows.flatMap(({ lastOn }) => lastOn ?? [])
    expect(last.length).toBeGreaterThan(10)
    expect(last.filter((on) => on > period.to)).toEqual([])
  }
})

test('every number a group leader reads opens to records of the own group alone', async () => {
  const who = 'demo-leader'
  const { organisationId: groupId } = await county.who(who, 'group_leader')
  const { memberId } = await county.who(who)
  const branchId = ((await county.get(who, 'identity.me')) as { branch?: { id: string } }).branch?.id ?? ''
  const page = await county.get(who, 'progress.branch', { branchId })
  expect(page.scope).toBe('group')
  expect(page.rows.map((row) => row.memberId)).toContain(memberId)
  for (const { line } of page.duties) await expectSame(who, line)
  for (const row of page.rows)
    for (const { dutyId, state, done, needed, missing } of row.cells) {
      const sheet = await why(who, dutyId, '2026-09', row.memberId)
      expect(sheet.line).toMatchObject({ state, done, needed, missing })
      expectSum(sheet)
    }
  expectSum(await why(who, 'group_meeting', '2026-09', groupId))
})

test('every number of a unit opens to records that add up to it, in this month, in July and in the year', async () => {
  const who = 'demo-unit-officer'
  const { organisationId: unitId } = await county.who(who, 'unit_officer')
  for (const periodKey of ['2026-09', '2026-07', '2026']) {
    const { duties, meetings } = await county.get(who, 'unit.page', { unitId, periodKey })
    expect(duties.length).toBeGreaterThan(0)
    for (const { line } of duties) await expectSame(who, line)
    for (const { expected, attended } of meetings) expect(attended).toBeLessThanOrEqual(expected)
  }
})

test.each(['demo-member', 'demo-county-leader', 'demo-elder'])(
  'a record of %s opens the numbers it is said to count towards, and is counted in each',
  async (who) => {
    const { memberId } = await county.who(who)
    const { records } = await county.get(who, 'progress.records', { year: 2026 })
    const parts = records.flatMap(({ id, countsTowards }) =>
      countsTowards.flatMap(({ of }) => (of ? { id, ...of } : [])),
    )
    expect(parts.length).toBeGreaterThan(8)
    for (const { id, dutyId, periodKey } of parts.slice(0, 25)) {
      const sheet = await why(who, dutyId, periodKey, memberId)
      expect([dutyId, ...sheet.counted.map((record) => record.id)]).toContain(id)
    }
  },
)

test('the numbers at the contact points open as well', async () => {
  const { duties } = await county.get('demo-county-leader', 'unit.contact')
  expect(duties.map(({ dutyId }) => dutyId)).toContain('leader_contact_lecture')
  for (const line of duties) await expectSame('demo-county-leader', line)
})

test.each(['2026-09', '2026-08', '2026-Q2', '2026-H1', '2026'])(
  'every number of the county in %s is the sum of its parts, and a part is what the page of that branch shows',
  async (periodKey) => {
    const who = 'demo-committee'
    const page = await county.get(who, 'committee.overview', { periodKey })
    expect(page.county.length).toBeGreaterThan(2)
    for (const tally of page.county) {
      const sheet = await county.get(who, 'committee.why', { periodKey, dutyId: tally.dutyId })
      expect(sheet.tally).toEqual(tally)
      const sum = (field: 'done' | 'owed') =>
        (sheet.parts ?? []).reduce((total, part) => total + part[field], 0)
      if (sheet.parts) expect([sum('done'), sum('owed')]).toEqual([tally.done, tally.owed])
      const rows = [...(page.branches ?? []), ...(page.units ?? [])]
      const cells = rows.flatMap(({ id, cells: own }) => own.map((cell) => ({ id, ...cell })))
      for (const { id, done, owed } of page.branches ? (sheet.parts ?? []) : [])
        expect(cells).toContainEqual({ id, dutyId: tally.dutyId, done, owed })
    }
    // A part opens to the branch's own numbers; six branches all over the county.
    for (const { id, cells } of (page.branches ?? []).filter((_, i) => i % 12 === 0)) {
      const month =
        page.period.kind === 'month' &&
        (await county.get(who, 'committee.branch', { branchId: id, month: periodKey }))
      for (const { dutyId, done, owed } of cells) {
        // What its members did in a quarter is nobody's above.
        const isOfMembers = page.county.some((one) => one.dutyId === dutyId && one.of === 'members')
        if (owed === 0 || (!month && isOfMembers)) continue
        const told = month ? countOf(month, dutyId) : await heldOf(dutyId, periodKey, id)
        expect([id, dutyId, ...told]).toEqual([id, dutyId, done, owed])
      }
    }
  },
)

/** A member's 学时 of a year counted from the rows alone: registrations that stand, at studies and lectures that took place, each meeting once. */
function hoursFromRows(memberId: string, year: string): number {
  const { database } = county.emulator
  const hours = new Map<unknown, number>()
  for (const fact of database.find('facts', { memberId, kind: 'attendance' })) {
    const [meeting] = database.find('activities', { _id: fact.activityId })
    if (!meeting || fact.annulled || fact.confirmed === null || !String(fact.occurredOn).startsWith(year))
      continue
    const isStudy =
      meeting.kind === 'study' || (meeting.kind === 'lecture' && (meeting.lecturerId ?? meeting.lecturerName))
    if (meeting.state === 'cancelled' || !isStudy) continue
    const planned = (Number(meeting.endsAt) - Number(meeting.startsAt)) / 1_800_000
    hours.set(meeting.jointOf ?? meeting._id, Math.floor(planned) / 2)
  }
  return [...hours.values()].reduce((sum, one) => sum + one, 0)
}

test('学时 of every member of a branch is what the rows add up to, and the meetings named add up to it', async () => {
  const who = 'demo-secretary'
  const { organisationId: branchId } = await county.who(who, 'secretary')
  const { rows } = await county.get(who, 'progress.branch', { branchId, periodKey: '2026' })
  expect(rows.length).toBeGreaterThan(20)
  for (const { memberId } of rows) {
    const { study } = await county.get(who, 'progress.span', { subjectId: memberId, periodKey: '2026' })
    expect(study?.hours).toBe(hoursFromRows(memberId, '2026'))
    expect(study?.meetings.reduce((sum, { hours }) => sum + hours, 0)).toBe(study?.hours)
  }
})
