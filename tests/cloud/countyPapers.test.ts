import readXlsxFile, { readSheet } from 'read-excel-file/node'
import type { BranchPaper } from '@domain/contract/paper'
import type { Member } from '@domain/org/member'
import { isLongRun } from '../../emulator/testing/longRun'
import { branchRunnersOf } from './branchRunnersOf'
import { DemoCounty } from './demoCounty'
import { longPaper } from './longPaper'
import { textInFile } from './textInFile'

/** Papers of the whole demo county, opened by a reader that wrote none of them, held against the branches' pages. */
let county: DemoCounty
let branches: { branchId: string; runner: string }[]
beforeAll(async () => {
  county = await DemoCounty.start()
  branches = branchRunnersOf(county).filter((_, index) => isLongRun() || index % EVERY === 0)
})
afterAll(() => county.stop())

/** Every sixth branch of the register, and in a long run all of them. */
const EVERY = 6
const rowsOf = <T>(collection: string, query: object = {}) =>
  county.emulator.database.find(collection, query) as unknown as T[]

const make = async (by: string, branchId: string, periodKey: string, paper: BranchPaper) => {
  const { content } = await county.get(by, 'paper.ofBranch', { branchId, periodKey, paper })
  return Buffer.from(content, 'base64')
}

test.each(['2026-Q2', '2026-Q3'])(
  'the ledgers of %s say what the pages of their branches say',
  async (periodKey) => {
    expect(branches.length).toBeGreaterThan(10)
    for (const { branchId, runner } of branches) {
      const file = await make(runner, branchId, periodKey, 'ledger')
      const lines = (await readSheet(file, '汇总')).slice(3)
      const page = await county.get(runner, 'progress.branch', { branchId, periodKey })
      const held = page.duties.filter(
        ({ line }) => line.doneBy === 'holding' && line.period.key === periodKey,
      )
      expect(held.length).toBeGreaterThan(0)
      for (const { line } of held) {
        const [, needed, done] = lines.find(([label]) => label === line.label) ?? []
        expect([branchId, line.label, needed, done]).toEqual([
          branchId,
          line.label,
          line.needed ?? '定期',
          line.done,
        ])
      }
    }
  },
)

test('no paper of the county holds digits of a phone, an OPENID, an alias or a key', async () => {
  const secrets = rowsOf<Member>('members').flatMap(({ alias, codeKey, phoneHash }) => [
    alias,
    codeKey,
    ...(phoneHash === undefined ? [] : [phoneHash]),
  ])
  for (const { branchId, runner } of branches.slice(0, 4)) {
    const tails = rowsOf<Member>('members')
      .filter(({ memberships }) => memberships.some((one) => one.branchId === branchId))
      .flatMap(({ phoneTail }) => (phoneTail === '' ? [] : [phoneTail]))
    const asked = { branchId, periodKey: '2026-09' }
    for (const text of [
      textInFile(await make(runner, branchId, '2026-09', 'ledger')),
      (await longPaper((data) => county.get(runner, 'paper.part', data), { ...asked, paper: 'bundle' }))
        ?.text ?? '',
      (await longPaper((data) => county.get(runner, 'paper.part', data), { ...asked, paper: 'handbook' }))
        ?.text ?? '',
    ]) {
      expect(text.length).toBeGreaterThan(1000)
      expect(text).not.toMatch(/demo-|\b1[3-9]\d{9}\b/)
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
      const numbers = new Set(text.match(/\b\d{4}\b/g))
      expect(tails.filter((tail) => numbers.has(tail) && !/^20[23]\d$/.test(tail))).toEqual([])
    }
  }
})

/** Numbers of a column, by the name that stands beside them. */
const columnOf = async (file: Buffer, sheet: string, title: string) => {
  const [, , heading = [], ...rows] = await readSheet(file, sheet)
  return rows.map((row) => [row[1], row[heading.indexOf(title)]] as const)
}

test('who took part in the year adds up to 应到 and 实到 of every meeting in the ledger', async () => {
  for (const { branchId, runner } of branches.slice(0, 3)) {
    const file = await make(runner, branchId, '2026', 'participation')
    const ledger = await make(runner, branchId, '2026', 'ledger')
    for (const [title, total] of [
      ['实到', '到会合计'],
      ['应到', '应到合计'],
    ] as const) {
      const [last, ...people] = (await columnOf(file, '情况表', total)).reverse()
      const sum = people.reduce((all, [, value]) => all + Number(value), 0)
      expect([branchId, title, sum]).toEqual([branchId, title, await sumOfLedger(ledger, title)])
      expect(last?.[1]).toBe(sum)
    }
  }
})

/** Over the sheets of a ledger, each meeting once: where it is carried by another it stands again. */
async function sumOfLedger(ledger: Buffer, title: string): Promise<number> {
  let sum = 0
  for (const { data } of (await readXlsxFile(ledger)).slice(1)) {
    const heading = data[2] ?? []
    for (const row of data.slice(3))
      if (!String(row[heading.indexOf('备注')] ?? '').startsWith('随'))
        sum += Number(row[heading.indexOf(title)])
  }
  return sum
}

test('the register of the dues has as many ticks in a month as its page', async () => {
  for (const { branchId, runner } of branches.slice(0, 3)) {
    const file = await make(runner, branchId, '2026', 'dues')
    for (const [month, title] of [
      ['2026-04', '4月'],
      ['2026-09', '9月'],
    ] as const) {
      const { rows } = await county.get(runner, 'deed.ticks', { branchId, month })
      const [last, ...people] = (await columnOf(file, '党费登记表', title)).reverse()
      const ticked = people.filter(([, cell]) => String(cell).startsWith('✓')).map(([name]) => name)
      const onPage = rows.filter(({ ticked: is, waits }) => is && !waits).map(({ name }) => name)
      expect([branchId, ticked.reverse()]).toEqual([branchId, onPage])
      expect(last?.[1]).toBe(ticked.length)
    }
  }
})
