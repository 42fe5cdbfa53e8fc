import { readSheet } from 'read-excel-file/node'
import type { FactMembers, FactPlaces, FactRecords } from '@domain/contract/factTable'
import { branchRunnersOf } from './branchRunnersOf'
import { DemoCounty } from './demoCounty'
import { everyPart } from './everyPart'

/** The page 组织生活开展情况表 of the demo county, held against its files as another reader opens them. */
const committee = 'demo-committee'
let county: DemoCounty
beforeAll(async () => {
  county = await DemoCounty.start()
})
afterAll(() => county.stop())

type Row = (string | number | boolean | Date | null)[]
const lines = (rows: Row[]) => rows.filter((row) => typeof row[0] === 'number')
const sheet = async ({ content }: { content: string }, name: string) =>
  (await readSheet(Buffer.from(content, 'base64'), name)) as Row[]
const branches = () => branchRunnersOf(county).filter((_, index) => index % 25 === 0)

test.each([{ periodKey: '2026-H1' }, { periodKey: '2026-02', until: '2026-09' }])(
  '支部一张 of %j shows the lines of its file, and each opens to the rows of its 来源',
  async (months) => {
    for (const { branchId, runner } of branches()) {
      const { lines: told } = await county.get(runner, 'paper.factsOfBranch', { branchId, ...months })
      const file = await county.get(runner, 'paper.ofSpan', { branchId, ...months, paper: 'branch' })
      const rows = lines(await sheet(file, '情况表'))
      expect(
        told.map(({ label, when, needed, done, late, besides, waits, open, free }) => [
          when === '' ? label : `${label}（${when}）`,
          ...[needed ?? '定期', done, late, besides, waits],
          ...[open.join('、') || null, free.join('、') || null],
        ]),
      ).toEqual(rows.map((row) => row.slice(1, 9)))
      const sources = lines(await sheet(file, '来源'))
      for (const [place, { dutyId, version, done, late, besides }] of told.entries()) {
        if (place % 3 !== 0) continue
        const records = await everyPart<FactRecords['rows'][number]>((from) =>
          county.get(runner, 'paper.factRecords', { branchId, ...months, dutyId, version, from }),
        )
        expect(records.map(({ period, title, fills }) => [period, title, fills ? '是' : '另有'])).toEqual(
          sources.filter((row) => row[0] === place + 1).map((row) => [row[2], row[4], row[6]]),
        )
        const filling = records.filter(({ fills }) => fills)
        expect([filling.length, filling.filter((one) => one.late).length]).toEqual([done, late])
        expect(records.length - filling.length).toBe(besides)
      }
    }
  },
)

test('a record opens where its reader may read it: whoever runs the branch its page, those above as it is seen from there', async () => {
  const [{ branchId, runner } = { branchId: '', runner: '' }] = branches()
  const asked = { branchId, periodKey: '2026-H1', dutyId: 'theme_party_day', version: 1, from: 0 }
  const own = await county.get(runner, 'paper.factRecords', asked)
  const above = await county.get(committee, 'paper.factRecords', asked)
  expect(own.rows.length).toBeGreaterThan(3)
  expect([...new Set(own.rows.map(({ opens }) => opens))]).toEqual(['record'])
  expect([...new Set(above.rows.map(({ opens }) => opens))]).toEqual(['seen'])
  for (const { id } of own.rows) {
    await county.get(runner, 'activity.record', { activityId: id })
    await county.get(committee, 'committee.meeting', { activityId: id })
  }
})

test('党员一张 shows the 合计 of its file, and each opens to its members, whose rows they are', async () => {
  for (const { branchId, runner } of branches().slice(0, 2)) {
    const months = { branchId, periodKey: '2026-H1' }
    const { lines: told, people } = await county.get(runner, 'paper.factsOfMembers', months)
    const file = await county.get(runner, 'paper.ofSpan', { ...months, paper: 'members' })
    const rows = await sheet(file, '党员')
    const heading = rows[2] ?? []
    const total = rows.find((row) => row[1] === '合计') ?? []
    expect(people).toBe(lines(rows).length)
    expect(told.length).toBeGreaterThan(0)
    for (const { dutyId, label, owing, needed, done } of told) {
      const at = heading.indexOf(`${label}应完成`)
      expect([label, needed, done]).toEqual([label, total[at], total[at + 1]])
      const members = await everyPart<FactMembers['rows'][number]>((from) =>
        county.get(runner, 'paper.factMembers', { ...months, dutyId, from }),
      )
      expect(members.filter((one) => one.needed !== 0)).toHaveLength(owing)
      for (const one of members) {
        const own = lines(rows).find((row) => row[1] === one.name)
        expect([one.name, own?.[at + 1]]).toEqual([one.name, one.done])
        if (one.needed !== null && one.needed > 0) expect(own?.[at]).toBe(one.needed)
      }
    }
  }
})

test('全县直汇总 shows the 合计 of its file, each group once, and each opens to the branches, whose rows they are', async () => {
  for (const months of [{ periodKey: '2026-H1' }, { periodKey: '2026' }]) {
    const table = await county.get(committee, 'paper.factsOfCounty', months)
    const file = await county.get(committee, 'paper.ofCounty', { ...months, paper: 'county' })
    expect(table.groups.map(({ of }) => of)).toEqual(['branches', 'members', 'units'])
    for (const { name, places, lines: told } of table.groups) {
      const rows = await sheet(file, name)
      const heading = rows[2] ?? []
      const total = rows.find((row) => row[1] === '合计') ?? []
      expect(lines(rows)).toHaveLength(places)
      for (const [place, { dutyId, version, label, when, done, owed }] of told.entries()) {
        const at = heading.indexOf(`${when === '' ? label : `${label}（${when}）`}应`)
        expect([label, owed, done]).toEqual([label, total[at], total[at + 1]])
        if (place % 6 !== 0) continue
        const behind = await everyPart<FactPlaces['rows'][number]>((from) =>
          county.get(committee, 'paper.factPlaces', { ...months, dutyId, version, from }),
        )
        const owing = lines(rows).filter((row) => Number(row[at]) > 0)
        expect(behind.map((one) => [one.name, one.owed, one.done])).toEqual(
          owing.map((row) => [row[2], row[at], row[at + 1]]),
        )
      }
    }
  }
  const running = await county.get(committee, 'paper.factsOfCounty', { periodKey: '2026' })
  expect([running.closedUntil, running.left.includes('9月')]).toEqual(['2026-08', true])
})
