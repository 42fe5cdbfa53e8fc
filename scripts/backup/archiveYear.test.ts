import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { aBranch, aFact, aMember, anActivity } from '@domain/testing/builders'
import { erased } from '@domain/org/erased'
import { archiveYear } from './archiveYear'
import { csvOf } from './csv'
import { printOfFile } from './fingerprint'
import type { Place } from './Place'

const at = (text: string) => Date.parse(`${text}+08:00`)
const updatedAt = new Date(0)
const belongs = (branchId: string, from = '2020-01-01', to?: string) => ({
  branchId,
  from,
  ...(to && { to }),
})

const rows: Record<string, object[]> = {
  organisations: [
    aBranch({ _id: 'county', type: 'work_committee', name: '工委', parentId: null }),
    aBranch({
      _id: 'open',
      type: 'branch',
      name: '新支部',
      parentId: 'county',
      past: [{ until: '2027-01-31', name: '当年支部', parentId: 'county', order: 1 }],
    }),
    aBranch({ _id: 'quiet', type: 'branch', name: '监委支部', parentId: 'county', countsOnly: true }),
    aBranch({
      _id: 'gone',
      type: 'branch',
      name: '早撤支部',
      parentId: 'county',
      validTo: '2025-12-31',
    }),
  ],
  members: [
    aMember({ _id: 'one', name: '张三', memberships: [belongs('open')], order: 2 }),
    aMember({ _id: 'two', name: '隐名甲', memberships: [belongs('quiet')], order: 3 }),
    aMember({
      _id: 'three',
      name: '隐名乙',
      memberships: [belongs('quiet', '2020-01-01', '2026-05-31'), belongs('open', '2026-06-01')],
      order: 1,
    }),
    aMember({ _id: 'left', name: '李四', memberships: [belongs('open', '2020-01-01', '2026-11-30')] }),
    erased(aMember({ _id: 'erased', name: '王五', memberships: [belongs('open')] }), '2027-01-10', 1, 'k'),
  ],
  activities: [
    anActivity({
      _id: 'in',
      branchId: 'open',
      title: '年内, "会"',
      startsAt: at('2026-12-31T15:00'),
      chairId: 'one',
    }),
    anActivity({
      _id: 'forYear',
      branchId: 'open',
      title: '=1+1',
      startsAt: at('2027-02-01T15:00'),
      forYear: 2026,
    }),
    anActivity({ _id: 'next', branchId: 'open', startsAt: at('2027-01-01T00:00') }),
    anActivity({ _id: 'quietly', branchId: 'quiet', title: '隐名甲谈话', startsAt: at('2026-03-01T15:00') }),
    anActivity({ _id: 'draft', branchId: 'open', state: 'draft', startsAt: at('2026-03-01T15:00') }),
  ],
  facts: [
    aFact({ _id: 'f1', memberId: 'one', branchId: 'open', occurredOn: '2026-12-31' }),
    aFact({
      _id: 'f2',
      memberId: 'two',
      branchId: 'quiet',
      occurredOn: '2026-01-01',
      reason: '隐名甲的原因',
    }),
    aFact({ _id: 'f3', memberId: 'erased', branchId: 'open', occurredOn: '2026-06-01' }),
    aFact({
      _id: 'f4',
      memberId: 'one',
      branchId: 'open',
      occurredOn: '2027-01-03',
      periodKey: '2026-12',
      kind: 'tick',
    }),
    aFact({ _id: 'f5', memberId: 'one', branchId: 'open', occurredOn: '2027-01-03' }),
  ],
  audit: [
    {
      _id: 'a1',
      what: 'strike',
      by: 'one',
      at: at('2026-12-31T23:59'),
      memberId: 'two',
      from: { n: 1 },
      updatedAt,
    },
    { _id: 'a2', what: 'strike', by: 'one', at: at('2027-01-01T00:00'), updatedAt },
  ],
}

const place = {
  county: '甲县',
  envId: 'county-1',
  environment: {
    command: async (name: string, _type: string, command: string) => {
      const { filter } = JSON.parse(command) as { filter: { _id?: unknown } }
      return filter._id === undefined ? (rows[name] ?? []).map((row) => JSON.stringify(row)) : []
    },
  },
} as unknown as Place

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'archive-'))
const folder = path.join(home, '2026')
const now = at('2027-02-15T10:00')
const text = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8')
const column = (file: string, number: number) =>
  text(file)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[number])

beforeAll(() => archiveYear({ place, year: 2026, folder, now }))
afterAll(() => fs.rmSync(home, { recursive: true }))

test('the archive has the organisations and the register of the year’s last day, under the names of then', () => {
  expect(column('组织.csv', 2)).toEqual(['工委', '当年支部', '监委支部'])
  expect(column('名册.csv', 0)).toEqual(['three', 'erased', 'one', 'two'].sort((a, b) => order(a) - order(b)))
})
const order = (id: string) =>
  (rows.members as { _id: string; order: number }[]).find(({ _id }) => _id === id)?.order ?? 0

test('it has what belongs to the year, whenever it was entered, and no draft', () => {
  expect(column('活动.csv', 0).sort()).toEqual(['forYear', 'in', 'quietly'])
  expect(column('事项.csv', 0).sort()).toEqual(['f1', 'f2', 'f3', 'f4'])
  expect(column('操作记录.csv', 0)).toEqual(['a1'])
})

test('no name and no text of a branch that reports numbers only is in it, nor of somebody who once was there', () => {
  const whole = fs.readdirSync(folder).map(text).join()
  expect(whole).not.toContain('隐名')
  expect(column('名册.csv', 1).filter((name) => name === '一名党员')).toHaveLength(2)
  expect(whole).toContain('张三')
})

test('a deleted member is a shell: the id and what was counted, no name', () => {
  expect(fs.readdirSync(folder).map(text).join()).not.toContain('王五')
  expect(text('事项.csv')).toContain('erased,已删除的同志')
})

test('its manifest gives rows and hash of each table', () => {
  const { tables, county, year } = JSON.parse(text('manifest.json')) as Awaited<
    ReturnType<typeof archiveYear>
  >
  expect([county, year]).toEqual(['甲县', 2026])
  for (const { file, sha256 } of tables)
    expect([file, printOfFile(fs.readFileSync(path.join(folder, file)))]).toEqual([file, sha256])
  expect(tables.map(({ file, rows: count }) => [file, count])).toEqual([
    ['组织.csv', 3],
    ['名册.csv', 4],
    ['活动.csv', 3],
    ['事项.csv', 4],
    ['操作记录.csv', 1],
  ])
})

test('a year that is not over, and a folder that holds something, are refused in a sentence', async () => {
  await expect(archiveYear({ place, year: 2027, folder: home, now })).rejects.toThrow('2027 年还没有过完')
  await expect(archiveYear({ place, year: 2026, folder, now })).rejects.toThrow(/已有内容/)
})

test('a cell that a spreadsheet would take for a formula is text, and quotes are doubled', () => {
  expect(csvOf(['a'], [['=1+1'], ['-5'], ['x "y", z'], [undefined]])).toBe(
    '\uFEFFa\r\n\'=1+1\r\n-5\r\n"x ""y"", z"\r\n\r\n',
  )
})
