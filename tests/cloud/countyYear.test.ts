import { readSheet } from 'read-excel-file/node'
import { kindLabels } from '@domain/activity/kindLabels'
import type { BranchPaper } from '@domain/contract/paper'
import type { Duty } from '@domain/duty/duty'
import type { Organisation } from '@domain/org/organisation'
import { type Period, periodByKey, periodKinds, periodsIn } from '@domain/time/period'
import { eachThird, isLongRun } from '../../emulator/testing/longRun'
import { branchRunnersOf } from './branchRunnersOf'
import { CountyYear } from './CountyYear'
import { everyPart } from './everyPart'
import { DoneByMembers } from './recount/doneByMembers'
import { HeldMeetings } from './recount/heldMeetings'
import { OfPapers } from './recount/papers'
import { dayAt, placeOn } from './recount/rows'
import { LOOKED_AT } from './recount/plantedYear'
import { inTime } from './recount/inTime'
import { bothOf, type Counted, nothing, sumOf, type Tally, tallyOf } from './recount/sums'
import { Waiting } from './recount/waiting'

/**
 * The branches of the demo county over a year in which branches were merged and founded, people moved and rules changed: each number of each sheet is
 * the page's, and the page's is what the stored rows come to when they are counted by something that has never heard of the evaluator.
 */
// Thousands of calls, beside whatever else the machine does.
jest.setTimeout(1_800_000)

const committee = 'demo-committee'
const YEAR = '2026'
const year = periodByKey(YEAR)
const periods: Period[] = periodKinds.flatMap((kind) => periodsIn(kind, year))
let county: CountyYear
let held: HeldMeetings
let byMembers: DoneByMembers
let stored: Counted
let papers: OfPapers
let runners: { branchId: string; runner: string }[]
beforeAll(async () => {
  county = await CountyYear.start()
  held = new HeldMeetings(county.rows, LOOKED_AT)
  byMembers = new DoneByMembers(county.rows, held)
  const waiting = new Waiting(county.rows, held, byMembers)
  stored = { held, byMembers, waiting, inTime: inTime(county.rows, LOOKED_AT) }
  papers = new OfPapers(county.rows, held, year)
  runners = branchRunnersOf(county, dayAt(LOOKED_AT))
})
afterAll(() => county.stop())

const places = (type: Organisation['type']) => county.rows.organisations.filter((one) => one.type === type)
type Row = (string | number | boolean | Date | null)[]
const sheet = async ({ content }: { content: string }, name: string) =>
  (await readSheet(Buffer.from(content, 'base64'), name)) as Row[]
const numbered = (rows: Row[]) => rows.filter((row) => typeof row[0] === 'number')
const ofBranch = (by: string, branchId: string, paper: BranchPaper) =>
  county.get(by, 'paper.ofBranch', { branchId, periodKey: YEAR, paper })

test('支部这一年 of each third branch, in a long run of all, shows in each cell what its stored meetings come to', async () => {
  let cells = 0
  const wrong: unknown[] = []
  for (const branch of places('branch').filter(eachThird)) {
    const page = await county.get(committee, 'progress.span', { subjectId: branch._id, periodKey: YEAR })
    const shown = new Map(
      page.sections.flatMap(({ rows }) =>
        rows.flatMap(({ dutyId, cells: own }) => own.map((cell) => [`${dutyId} ${cell.key}`, cell])),
      ),
    )
    for (const period of periods)
      for (const duty of held.rulesOf('branch', period)) {
        const told = held.told(branch, duty, period)
        const cell = shown.get(`${duty.id} ${period.key}`)
        const isAsked = cell !== undefined && cell.state !== 'not_owed'
        const page = isAsked ? { needed: cell.needed, done: cell.done } : null
        if (JSON.stringify(page) !== JSON.stringify(told))
          wrong.push([branch.name, duty.id, period.key, { page, told }])
        if (told) cells += 1
      }
  }
  expect(wrong).toEqual([])
  expect(cells).toBeGreaterThan(isLongRun() ? 3500 : 1160)
})

test('支部一张 of each third branch, in a long run of all, has the sums of these cells, in its file as on its page, each version of a rule on its own line', async () => {
  let lines = 0
  const wrong: unknown[] = []
  for (const branch of places('branch').filter(eachThird)) {
    const asked = { branchId: branch._id, periodKey: YEAR }
    const page = await county.get(committee, 'paper.factsOfBranch', asked)
    const file = await county.get(committee, 'paper.ofSpan', { ...asked, paper: 'branch' })
    const rows = numbered(await sheet(file, '情况表'))
    expect(rows.map((row) => [row[2], row[3], row[4], row[5]])).toEqual(
      page.lines.map(({ needed, done, late, besides }) => [needed ?? '定期', done, late, besides]),
    )
    for (const { dutyId, version, needed, done } of page.lines) {
      const told = periods.flatMap((period) =>
        held
          .rulesOf('branch', period)
          .filter((duty) => duty.id === dutyId && duty.version === version)
          .map((duty) => held.told(branch, duty, period)),
      )
      const sum = sumOf(told)
      if (sum.needed !== needed || sum.done !== done)
        wrong.push([branch.name, dutyId, version, { needed, done }, sum])
      lines += 1
    }
  }
  expect(wrong).toEqual([])
  expect(lines).toBeGreaterThan(isLongRun() ? 700 : 230)
})

test('党员一张 of each third branch, in a long run of all, says of each member what their stored facts come to, in its file as on its page', async () => {
  let members = 0
  const wrong: unknown[] = []
  for (const { branchId, runner } of runners.filter(eachThird)) {
    const asked = { branchId, periodKey: YEAR }
    const { lines } = await county.get(runner, 'paper.factsOfMembers', asked)
    const file = await county.get(runner, 'paper.ofSpan', { ...asked, paper: 'members' })
    const [, , heading = [], ...rows] = await sheet(file, '党员')
    for (const { dutyId, label } of lines) {
      const [needs, has] = ['应完成', '已完成'].map((side) => heading.indexOf(`${label}${side}`))
      const page = await everyPart((from) =>
        county.get(runner, 'paper.factMembers', { ...asked, dutyId, from }),
      )
      const byFile = numbered(rows).map((row) => [row[1], row[needs ?? 0], row[has ?? 0]])
      for (const { id, name, needed, done } of page) {
        const member = county.rows.members.find(({ _id }) => _id === id)
        const told = periods.flatMap((period) =>
          byMembers
            .rulesOf(period)
            .filter(
              (duty) => duty.id === dutyId && member && placeOn(member, period.to)?.branchId === branchId,
            )
            .map((duty) => (member ? byMembers.told(member, duty, period) : null)),
        )
        const sum = sumOf(told)
        if (sum.needed !== needed || sum.done !== done) wrong.push([name, dutyId, { needed, done }, sum])
        const cell = needed === 0 ? '不要求' : (needed ?? '定期')
        if (!byFile.some((row) => row[0] === name && row[1] === cell && row[2] === done))
          wrong.push([name, label, 'in the file', byFile.filter((row) => row[0] === name)])
        members += 1
      }
    }
  }
  expect(wrong).toEqual([])
  expect(members).toBeGreaterThan(700)
})

test('members’ own 这一年 shows in each cell what their stored facts come to', async () => {
  let cells = 0
  const wrong: unknown[] = []
  for (const { branchId, runner } of runners.filter(eachThird)) {
    const [member, other] = byMembers.of(branchId, year).filter((_, index) => index % 7 === 3)
    for (const one of [member, other].flatMap((each) => each ?? [])) {
      const page = await county.get(runner, 'progress.span', { subjectId: one._id, periodKey: YEAR })
      for (const { rows } of page.sections)
        for (const { dutyId, cells: own } of rows)
          for (const { key, needed, done, state } of own) {
            const period = periodByKey(key)
            const duty = byMembers.rulesOf(period).find(({ id }) => id === dutyId)
            const told = duty ? byMembers.told(one, duty, period) : null
            const shown = state === 'not_owed' || state === 'not_held' ? null : { needed, done }
            if (JSON.stringify(shown) !== JSON.stringify(told))
              wrong.push([one.name, dutyId, key, { state, shown, told }])
            cells += 1
          }
    }
  }
  expect(wrong).toEqual([])
  expect(cells).toBeGreaterThan(isLongRun() ? 3000 : 1000)
})

/** What the year comes to for a place by some rules: of its members, or its own. */
function recounted(
  place: Organisation,
  of: 'branches' | 'members' | 'units',
  isOf: (duty: Duty) => boolean,
): Tally {
  const rulesOf = (period: Period) =>
    of === 'members' ? byMembers.rulesOf(period) : held.rulesOf(of === 'units' ? 'unit' : 'branch', period)
  return periods
    .flatMap((period) =>
      rulesOf(period)
        .filter(isOf)
        .map((duty) => tallyOf(place, duty, period, stored)),
    )
    .reduce(bothOf, nothing)
}

test('全县直汇总 has of every branch and unit what is counted of it, in its file as on its page', async () => {
  const page = await county.get(committee, 'paper.factsOfCounty', { periodKey: YEAR })
  expect(page.left).toEqual([])
  const file = await county.get(committee, 'paper.ofCounty', { periodKey: YEAR, paper: 'county' })
  let numbers = 0
  const wrong: unknown[] = []
  for (const { of, name, lines } of page.groups) {
    const [, , heading = [], ...rows] = await sheet(file, name)
    const sources = numbered(await sheet(file, `${name}来源`))
    for (const { dutyId, version, label, when, done, owed, late, waits } of lines) {
      const title = when === '' ? label : `${label}（${when}）`
      const column = (side: string) => heading.indexOf(`${title}${side}`)
      const behind = await everyPart((from) =>
        county.get(committee, 'paper.factPlaces', { periodKey: YEAR, dutyId, version, from }),
      )
      let sum: Tally = nothing
      for (const place of places(of === 'units' ? 'unit' : 'branch')) {
        const own = recounted(place, of, (duty) => duty.id === dutyId && duty.version === version)
        const shown = behind.find(({ id }) => id === place._id)
        const row = numbered(rows).find((one) => one[2] === shown?.name)
        if (shown ? shown.done !== own.done || shown.owed !== own.owed : own.owed !== 0)
          wrong.push([place.name, title, { shown, own }])
        if (shown && (row?.[column('已')] !== shown.done || row[column('应')] !== shown.owed))
          wrong.push([place.name, title, 'in the file', row?.[column('已')], row?.[column('应')]])
        const entered = shown && sources.filter((one) => one[2] === shown.name && one[3] === title)
        const [inSources, waiting] = [7, 8].map((at) =>
          (entered ?? []).reduce((all, one) => all + Number(one[at]), 0),
        )
        if (inSources !== own.late || waiting !== own.waits)
          wrong.push([place.name, title, 'late, waits', { inSources, waiting }, own])
        sum = bothOf(sum, own)
        numbers += 1
      }
      const under = (name: string) => rows.find((one) => one[1] === name)?.[column('已')]
      expect([title, { done, owed, late, waits }]).toEqual([title, sum])
      expect([title, under('其中补录'), under('另有待确认（条）')]).toEqual([title, sum.late, sum.waits])
    }
  }
  expect(wrong).toEqual([])
  expect(numbers).toBeGreaterThan(1400)
})

test('年度综合考核依据 says of every branch in a row a 事项 what is counted of it, with what was entered afterwards and what waits', async () => {
  const file = await county.get(committee, 'paper.yearBasis', { year: YEAR, as: 'excel' })
  expect(file.left).toBe(0)
  const labels = new Map<string, { of: 'branches' | 'members'; id: string; version: number }>()
  const page = await county.get(committee, 'paper.factsOfCounty', { periodKey: YEAR })
  for (const { of, lines } of page.groups)
    for (const { dutyId: id, version, label, when } of lines)
      if (of !== 'units') labels.set(when === '' ? label : `${label}（${when}）`, { of, id, version })
  let lines = 0
  for (const branch of places('branch'))
    for (const [, name, owed, done, late, waits] of numbered(await sheet(file, branch.name))) {
      const item = labels.get(String(name))
      const own =
        item && recounted(branch, item.of, ({ id, version }) => id === item.id && version === item.version)
      expect([branch.name, name, { done, owed, late, waits }]).toEqual([branch.name, name, own])
      lines += 1
    }
  expect(lines).toBeGreaterThan(500)
})

test('三会一课台账 of each third branch, in a long run of all, has each meeting with 应到 and 实到 of its stored registrations, and counts those that count', async () => {
  let meetings = 0
  for (const { branchId, runner } of runners.filter(eachThird)) {
    const file = await ofBranch(runner, branchId, 'ledger')
    const branch = places('branch').find(({ _id }) => _id === branchId)
    if (!branch) throw new Error(branchId)
    for (const [label, , done] of (await sheet(file, '汇总')).slice(3)) {
      const rules = county.rows.duties.filter((one) => one.label === label && one.counts.what === 'held')
      const counted = periods.flatMap((period) =>
        held
          .rulesOf('branch', period)
          .filter((duty) => rules.includes(duty))
          .flatMap((duty) => held.counted(branch, duty, period).map(({ _id }) => _id)),
      )
      expect([branch.name, label, done]).toEqual([branch.name, label, new Set(counted).size])
    }
    for (const kind of new Set(papers.meetings(branchId).map((one) => one.kind))) {
      const [, , heading = [], ...rows] = await sheet(file, kindLabels[kind])
      const cells = (row: Row) => ['会议名称', '应到', '实到'].map((title) => row[heading.indexOf(title)])
      for (const meeting of papers.meetings(branchId).filter((one) => one.kind === kind)) {
        const told = [meeting.title, meeting.expected.length, papers.cameOf(meeting).length]
        const ofDay = rows.filter((row) => row[1] === dayAt(meeting.startsAt)).map(cells)
        expect(ofDay).toContainEqual(told)
        meetings += 1
      }
    }
  }
  expect(meetings).toBeGreaterThan(isLongRun() ? 2000 : 660)
})

test('党员参加组织生活情况表 of each third branch, in a long run of all, has of each member how often they were expected and came', async () => {
  for (const { branchId, runner } of runners.filter(eachThird)) {
    const file = await ofBranch(runner, branchId, 'participation')
    const [, , heading = [], ...rows] = await sheet(file, '情况表')
    const cells = (row: Row) => [
      row[1],
      ...['到会合计', '应到合计'].map((title) => row[heading.indexOf(title)]),
    ]
    expect(numbered(rows).map(cells)).toEqual(papers.participation(branchId))
  }
})

test('党费登记表 of every branch has a tick where one is stored, and no word where they paid elsewhere', async () => {
  for (const { branchId, runner } of runners) {
    const rows = numbered(await sheet(await ofBranch(runner, branchId, 'dues'), '党费登记表'))
    const signs = rows.map((row) =>
      row.slice(2, 14).map((cell) => (String(cell).startsWith('✓') ? '✓' : cell)),
    )
    expect([branchId, signs]).toEqual([branchId, papers.dues(branchId)])
  }
})
