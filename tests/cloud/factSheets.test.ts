import { convertToHtml } from 'mammoth'
import { readSheet } from 'read-excel-file/node'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { dayOf } from '@domain/time/day'
import { periodByKey, periodsIn } from '@domain/time/period'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { branchRunnersOf } from './branchRunnersOf'
import { DemoCounty } from './demoCounty'
import { formulasIn } from './formulasIn'

/**
 * 组织生活开展情况表 of the demo county, opened by readers that wrote none of it, held against the pages and against a count from the stored rows that knows
 * nothing of the evaluator.
 */
const committee = 'demo-committee'
const secretary = 'demo-secretary'
let county: DemoCounty
let own: string
beforeAll(async () => {
  county = await DemoCounty.start()
  own = (await county.who(secretary, 'secretary')).organisationId
})
afterAll(() => county.stop())

const rowsOf = <T>(collection: string, query: object = {}) =>
  county.emulator.database.find(collection, query) as unknown as T[]
/** Every fifth branch that somebody bound runs. */
const branches = () => branchRunnersOf(county).filter((_, index) => index % 5 === 0)
const file = async (data: object, by = secretary) => {
  const { fileName, content } = await county.get(by, 'paper.ofSpan', data)
  return { fileName, file: Buffer.from(content, 'base64') }
}
type Row = (string | number | boolean | Date | null)[]
const sheet = async (of: Buffer, name: string) => (await readSheet(of, name)) as Row[]
/** The lines of a sheet without its title, its headings and whom it is signed by. */
const lines = (rows: Row[]) =>
  rows.slice(3).filter((row) => row[0] !== null && !String(row[0]).includes('填报人'))

test.each(['2026-H1', '2026', '2026-H2'])(
  'every number of a branch’s sheet of %s is that of the page 支部这一年',
  async (periodKey) => {
    for (const { branchId, runner } of branches()) {
      const page = await county.get(runner, 'progress.span', { subjectId: branchId, periodKey })
      const made = await file({ branchId, periodKey, paper: 'branch' }, runner)
      const rows = lines(await sheet(made.file, '情况表'))
      const told = page.sections.flatMap(({ rows: own }) => own)
      expect(rows.length).toBe(told.length)
      for (const { label, cells } of told) {
        const row = rows.find((one) => one[1] === label)
        const begun = cells.filter(
          ({ key, state }) => periodByKey(key).from <= dayOf(demoMoment) && state !== 'not_owed',
        )
        const sum = (of: (cell: (typeof cells)[number]) => number) =>
          begun.reduce((all, cell) => all + of(cell), 0)
        expect([branchId, label, row?.[2], row?.[3]]).toEqual([
          branchId,
          label,
          sum(({ needed }) => needed ?? 0),
          sum(({ done, needed }) => Math.min(done, needed ?? done)),
        ])
        expect(Number(row?.[3]) + Number(row?.[5])).toBe(cells.reduce((all, { done }) => all + done, 0))
      }
    }
  },
)

test('the value of every formula is what counting its sheets again comes to, and 来源 has a row for each record', async () => {
  for (const paper of ['branch', 'members'])
    for (const { branchId, runner } of branches().slice(0, 4)) {
      const made = await file({ branchId, periodKey: '2026-H1', paper }, runner)
      const formulas = await formulasIn(made.file)
      expect(formulas.length).toBeGreaterThan(8)
      expect(formulas.filter(({ value, again }) => value !== again)).toEqual([])
    }
})

test('visits of a member’s row are the confirmed facts of the months, two of them at most in each, and its name stands beside each in 来源', async () => {
  const made = await file(
    { branchId: own, periodKey: '2026-04', until: '2026-08', paper: 'members' },
    secretary,
  )
  expect(made.fileName).toContain('2026年4月至8月-党员组织生活开展情况表.xlsx')
  const rows = await sheet(made.file, '党员')
  const heading = rows[2] ?? []
  const column = (title: string) => heading.indexOf(title)
  const members = rowsOf<Member>('members', { 'memberships.branchId': own })
  let told = 0
  for (const row of lines(rows)) {
    const member = members.find(({ name }) => name === row[1])
    if (!member || row[column('备注')] !== null) continue
    const visits = rowsOf<Fact>('facts', { memberId: member._id, kind: 'visit' }).filter(
      ({ confirmed, annulled }) => confirmed !== null && !annulled,
    )
    const done = periodsIn('month', { from: '2026-04-01', to: '2026-08-31' }).reduce((sum, { from, to }) => {
      const days = new Set(
        visits
          .filter(({ occurredOn }) => occurredOn >= from && occurredOn <= to)
          .map((one) => `${one.householdId} ${one.occurredOn}`),
      )
      return sum + Math.min(2, days.size)
    }, 0)
    if (row[column('帮扶走访应完成')] !== 10) continue
    expect([member.name, row[column('帮扶走访已完成')]]).toEqual([member.name, done])
    told += done
  }
  expect(told).toBeGreaterThan(20)
  const sources = lines(await sheet(made.file, '来源'))
  const names = new Set(sources.map((row) => row[1]))
  expect([...names].filter((name) => !members.some((member) => member.name === name))).toEqual([])
})

test('the county’s sheet of one closed month is its page, and of a half-year that of the half-year; every formula comes to its value', async () => {
  const make = async (data: object) => {
    const { content } = await county.get(committee, 'paper.ofCounty', { ...data, paper: 'county' })
    return Buffer.from(content, 'base64')
  }
  const sums = async (of: Buffer, name: string) => {
    const rows = await sheet(of, name)
    const heading = rows[2] ?? []
    const last = rows.find((row) => row[1] === '合计') ?? []
    return (label: string) => ['已', '应'].map((side) => last[heading.indexOf(`${label}${side}`)])
  }
  const sheetOf = (of: string) => (of === 'members' ? '党员事项' : of === 'units' ? '单位事项' : '支部事项')
  const month = await county.get(committee, 'committee.overview', { periodKey: '2026-07' })
  const made = await make({ periodKey: '2026-07' })
  for (const { label, of, done, owed } of month.county) {
    expect([label, ...(await sums(made, sheetOf(of)))(label)]).toEqual([label, done, owed])
  }
  const rows = lines(await sheet(made, '支部事项'))
  expect(rows.map((row) => row[2])).toEqual(month.branches?.map(({ name }) => name))
  const half = await make({ periodKey: '2026-H1' })
  const page = await county.get(committee, 'committee.overview', { periodKey: '2026-H1' })
  for (const { label, of, done, owed } of page.county)
    expect([label, ...(await sums(half, sheetOf(of)))(label)]).toEqual([label, done, owed])
  for (const one of [made, half]) {
    const formulas = await formulasIn(one)
    expect(formulas.length).toBeGreaterThan(200)
    expect(formulas.filter(({ value, again }) => value !== again)).toEqual([])
  }
  // 县 = Σ 支部: every rule of a branch asks for one here.
  const column = (await sheet(half, '支部事项'))[2]?.indexOf('集中学习已') ?? 0
  const names = new Map(month.branches?.map(({ id, name }) => [id, name]))
  for (const { branchId } of branches()) {
    const row = lines(await sheet(half, '支部事项')).find((one) => one[2] === names.get(branchId))
    const asked = { branchId, periodKey: '2026-H1', paper: 'branch' }
    const branch = lines(await sheet((await file(asked, committee)).file, '情况表'))
    expect([branchId, row?.[column]]).toEqual([branchId, branch.find((one) => one[1] === '集中学习')?.[3]])
  }
})

test('a running month is not in the county’s sheet, and of it alone the sheet says so and nothing else', async () => {
  const make = async (periodKey: string) => {
    const { content } = await county.get(committee, 'paper.ofCounty', { periodKey, paper: 'county' })
    return Buffer.from(content, 'base64')
  }
  const [, note] = await sheet(await make('2026-H2'), '支部事项')
  expect(note?.[0]).toMatch(/录入还没有截止、不在表内：9月、第三季度/)
  const [, alone, , ...rows] = await sheet(await make('2026-09'), '依据')
  expect(alone?.[0]).toMatch(/录入还没有截止、不在表内：9月$/)
  expect(rows).toEqual([])
})

test('述职材料 names the day of every record it counts, leaves rows for the hand, and says no word of praise', async () => {
  const branch = await file({ branchId: own, periodKey: '2026-H1', paper: 'report' }, secretary)
  expect(branch.fileName).toMatch(/-2026年上半年-述职材料\.docx$/)
  const { value: html } = await convertToHtml({ buffer: branch.file })
  const sources = lines(
    await sheet((await file({ branchId: own, periodKey: '2026-H1', paper: 'branch' })).file, '来源'),
  )
  const days = sources.filter((row) => row[6] === '是').map((row) => String(row[3]))
  expect(days.length).toBeGreaterThan(10)
  for (const day of days) expect(html).toContain(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`)
  for (const heading of ['基本情况', '履职情况', '主要做法', '存在问题及原因', '下一步打算'])
    expect(html).toContain(heading)
  const { content } = await county.get(committee, 'paper.ofCounty', { periodKey: '2026-H1', paper: 'report' })
  const { value: ofCounty } = await convertToHtml({ buffer: Buffer.from(content, 'base64') })
  const page = await county.get(committee, 'committee.overview', { periodKey: '2026-Q1' })
  expect(ofCounty).toContain('支部：主题党日')
  expect(page.county.length).toBeGreaterThan(0)
  for (const text of [html, ofCounty]) expect(text).not.toMatch(/优秀|良好|落后|排名|得分|到会率|第一名/)
})
