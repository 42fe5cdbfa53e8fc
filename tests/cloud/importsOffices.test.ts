import fs from 'node:fs'
import path from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import type { PreviewRow } from '@domain/contract/imports'
import { applyAll, readFile, rowsOf, sendRegister } from './importing'
import { withSheet } from './workbooks'
import { newNonce, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start({ env: { PHONE_KEY: 'key-of-the-tests' } })
})
afterAll(() => world.stop())

const county = 'openid-county'
const branch = '农业农村局党支部'
const fixture = (name: string) => new Uint8Array(fs.readFileSync(path.join(__dirname, 'fixtures', name)))
const read = async (bytes: Uint8Array | string) => {
  const importId = await readFile(world, county, bytes)
  return { importId, rows: await rowsOf(world, county, importId) }
}
const people = (rows: readonly PreviewRow[]) => rows.filter(({ verdict }) => verdict !== 'skip')
const told = ({ name, branchName, verdict, reasons }: PreviewRow) => [name, branchName, verdict, ...reasons]
const refusal = async (bytes: Uint8Array | string) =>
  world.call(county, 'import.read', await sendRegister(world, county, bytes))
const stored = (name: string) => world.emulator.database.find('members', { name })
const titles = ['姓名', '手机号码', '所在党支部']
const book = (rows: (string | number | Date | null)[][]) => writeXlsx({ sheets: [{ name: '名册', rows }] })

test('a workbook that counts from 1904 has the days of any other', async () => {
  const { importId, rows } = await read(fixture('05b_1904.xlsx'))
  expect(people(rows).map(({ verdict }) => verdict)).toEqual(Array(6).fill('add'))
  await applyAll(world, county, importId)
  for (const name of ['甲同志', '己同志'])
    expect(stored(name)[0]?.memberships).toMatchObject([{ branchId: 'branch1', from: '2026-03-01' }])
})

test('twenty-five thousand empty rows with borders are no rows', async () => {
  const { rows } = await read(fixture('10b_25k_bordered_rows.xlsx'))
  expect(rows).toHaveLength(31)
  expect(people(rows)).toHaveLength(30)
})

test('a stray cell in the last row of the sheet is one row, which is told', async () => {
  const sheet = (ref: string) =>
    `<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>手机</t></is></c><c r="C1" t="inlineStr"><is><t>所在支部</t></is></c></row>` +
    `<row r="2"><c r="A2" t="inlineStr"><is><t>孤行者</t></is></c><c r="B2"><v>13800007601</v></c><c r="C2" t="inlineStr"><is><t>${branch}</t></is></c></row>` +
    ref
  const stray = sheet(`<row r="1048576"><c r="C1048576" t="inlineStr"><is><t>补</t></is></c></row>`)
  const { rows } = await read(await withSheet(stray))
  expect(people(rows).map(({ name, verdict }) => [name, verdict])).toEqual([['孤行者', 'add']])
  expect(rows[rows.length - 1]).toMatchObject({ line: 1_048_576, verdict: 'skip' })
  // Somebody down there is read as anybody.
  const member = sheet(
    `<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>末行者</t></is></c><c r="B1048576"><v>13800007602</v></c><c r="C1048576" t="inlineStr"><is><t>${branch}</t></is></c></row>`,
  )
  expect(people((await read(await withSheet(member))).rows).map(({ name }) => name)).toEqual([
    '孤行者',
    '末行者',
  ])
})

test('ZIP64 and paths with backslashes are read like any other file', async () => {
  expect(people((await read(fixture('11_cd64.xlsx'))).rows).map(({ name }) => name)).toEqual([
    '甲同志',
    '乙同志',
    '丙同志',
  ])
  const bytes = Buffer.from(await book([titles, ['反斜杠', 13_800_007_603, branch]]))
  let at = 0
  while ((at = bytes.indexOf('PK\u0001\u0002', at, 'latin1')) >= 0) {
    const end = at + 46 + bytes.readUInt16LE(at + 28)
    for (let i = at + 46; i < end; i += 1) if (bytes[i] === 0x2f) bytes[i] = 0x5c
    at = end
  }
  expect(people((await read(bytes)).rows).map(({ name }) => name)).toEqual(['反斜杠'])
})

test('sheets named like dates stay apart: everybody in their own branch, and each question answered on its own', async () => {
  const { rows } = await read(fixture('15_digit_sheet_names.xlsx'))
  expect(people(rows).map(({ name, branchName }) => [name, branchName])).toEqual([
    ['财甲', '县财政局第一党支部'],
    ['财乙', '县财政局第一党支部'],
    ['教甲', '县教育局党支部'],
    ['教乙', '县教育局党支部'],
  ])
  const { importId, rows: asked } = await read(fixture('50_ask_same_line.xlsx'))
  const questions = people(asked)
  expect(questions.map(({ line, verdict }) => [line, verdict])).toEqual([
    [2, 'ask'],
    [2, 'ask'],
  ])
  for (const { sheet, line } of questions)
    await world.get(county, 'import.choose', { importId, sheet, line, key: 'new' })
  expect(people(await rowsOf(world, county, importId)).map(({ verdict }) => verdict)).toEqual(['add', 'add'])
})

test('two tables side by side are four people', async () => {
  const { importId, rows } = await read(fixture('17_side_by_side.xlsx'))
  expect(people(rows).map(told)).toEqual([
    ['甲同志', branch, 'ask', 'same_name'],
    ['乙同志', branch, 'ask', 'same_name'],
    ['丙同志', branch, 'ask', 'same_name'],
    ['丁同志', branch, 'ask', 'same_name'],
  ])
  expect(new Set(people(rows).map(({ sheet, line }) => `${sheet}!${line}`)).size).toBe(4)
  for (const { sheet, line } of people(rows))
    await world.get(county, 'import.choose', { importId, sheet, line, key: 'new' })
  expect(await applyAll(world, county, importId)).toMatchObject({ added: 4 })
})

test('whoever has a name and a phone is a row, whatever the first cell reminds of', async () => {
  const { rows } = await read(fixture('18_footer_like_branch.xlsx'))
  expect(people(rows).map(({ name, verdict, reasons }) => [name, verdict, reasons[0]])).toEqual(
    ['甲同志', '乙同志', '丙同志', '丁同志', '戊同志'].map((name) => [name, 'refuse', 'unknown_branch']),
  )
})

test('numbers that a spreadsheet has wrapped are numbers', async () => {
  const text = Buffer.from(fixture('33_eq_quote.csv')).toString().replace(/同志/g, '引者')
  const { rows } = await read(text)
  expect(people(rows).map(({ changes }) => changes.find(({ field }) => field === 'phone')?.after)).toEqual([
    '8031',
    '8032',
    '8033',
    '8034',
  ])
})

test('a quote that never closes, or closes rows later, is refused with the line in which it begins', async () => {
  expect(await refusal(fixture('35_unclosed_quote.csv'))).toMatchObject({
    reason: 'quote_open',
    detail: { line: 3 },
  })
  const later = [
    titles.join(),
    `引甲,"13800007611,${branch}`,
    `引乙,13800007612,${branch}`,
    `引丙,13800007613",${branch}`,
  ]
  expect(await refusal(later.join('\r\n'))).toMatchObject({ reason: 'quote_open', detail: { line: 2 } })
  // A line break within a cell is none of that.
  const broken = [titles.join(), `"引\n丁",13800007614,"${branch}"`]
  expect(people((await read(broken.join('\r\n'))).rows).map(({ name, verdict }) => [name, verdict])).toEqual([
    ['引丁', 'add'],
  ])
})

test('one name and the same last digits in two branches is asked about, not refused', async () => {
  const { importId, rows } = await read(fixture('52_same_tail_two_branches.xlsx'))
  const [, second] = people(rows)
  expect(people(rows).map(told)).toEqual([
    ['王伟', branch, 'add'],
    ['王伟', '县财政局第一党支部', 'ask', 'same_in_file'],
  ])
  const pick = (key: string) =>
    world.get(county, 'import.choose', { importId, sheet: second?.sheet, line: second?.line, key })
  await pick('same')
  expect(people(await rowsOf(world, county, importId)).map(({ verdict }) => verdict)).toEqual(['add'])
  await pick('new')
  expect(await applyAll(world, county, importId)).toMatchObject({ added: 2 })
  expect(
    stored('王伟')
      .map(({ memberships }) => (memberships as { branchId: string }[])[0]?.branchId)
      .sort(),
  ).toEqual(['branch1', 'branch2'])
  const again = await read(fixture('52_same_tail_two_branches.xlsx'))
  expect(people(again.rows).map(({ verdict }) => verdict)).toEqual(['same', 'same'])
})

test('four digits of an office bind nobody: the member is taken, without a tail, and found again', async () => {
  const rows = [
    ['姓名', '联系电话', '所在党支部'],
    ['短号者', '8123', branch],
  ]
  const first = await read(await book(rows))
  expect(people(first.rows).map(told)).toEqual([['短号者', branch, 'flawed', 'short_number']])
  await applyAll(world, county, first.importId)
  expect(stored('短号者')).toMatchObject([{ phoneTail: '' }])
  expect(people((await read(await book(rows))).rows).map(told)).toEqual([
    ['短号者', branch, 'same', 'short_number'],
  ])
  expect(
    await world.reason('stranger-short', 'identity.request', {
      branchId: 'branch1',
      name: '短号者',
      phoneTail: '8123',
    }),
  ).toBe('roster_mismatch')
})

test('43 seconds before midnight are the next day, and a day that is none is refused everywhere', async () => {
  const late = new Date(Date.parse('2026-03-01T00:00:00Z') - 43_000)
  const { importId, rows } = await read(
    await book([
      [...titles, '转入日期'],
      ['晚到者', 13_800_007_621, branch, late],
      ['无日者', 13_800_007_622, branch, '2026-02-30'],
    ]),
  )
  expect(people(rows).map(({ name, reasons }) => [name, ...reasons])).toEqual([
    ['晚到者'],
    ['无日者', 'date_not_a_date'],
  ])
  await applyAll(world, county, importId)
  expect(stored('晚到者')[0]?.memberships).toMatchObject([{ from: '2026-03-01' }])
  const form = { name: '无日', phoneTail: '7622', standing: 'full', householdIds: [], contactBranchIds: [] }
  expect(
    await world.call(county, 'roster.save', {
      branchId: 'branch1',
      form,
      since: '2026-02-30',
      nonce: newNonce(),
    }),
  ).toMatchObject({ reason: 'invalid_request', detail: { path: 'since' } })
})

test('people in a sheet without titles are told, not passed over', async () => {
  const sheets = [
    { name: '有题', rows: [titles, ['有题者', 13_800_007_631, branch]] },
    { name: '无题', rows: [['无题者', 13_800_007_632, branch], ['以上共一人']] },
  ]
  const { rows } = await read(await writeXlsx({ sheets }))
  expect(
    rows
      .filter(({ sheet }) => sheet === '无题')
      .map(({ line, verdict, reasons }) => [line, verdict, ...reasons]),
  ).toEqual([
    [1, 'refuse', 'no_titles'],
    [2, 'skip', 'no_register'],
  ])
})

test('what cannot be taken stands first in the preview, what was passed over last', async () => {
  const { importId } = await read(
    await book([
      titles,
      ['排甲', 13_800_007_641, branch],
      ['排乙', '不知道', branch],
      ['排丙', '668', branch],
      ['合计：3人'],
    ]),
  )
  const preview = await world.get(county, 'import.preview', { importId, from: 0 })
  expect(preview.rows.map(({ verdict }) => verdict)).toEqual(['refuse', 'flawed', 'add', 'skip', 'skip'])
  expect(preview.totals).toEqual({ refuse: 1, flawed: 1, add: 1, skip: 2 })
  const rest = await world.get(county, 'import.preview', { importId, from: 2 })
  expect(rest.rows.map(({ verdict }) => verdict)).toEqual(['add', 'skip', 'skip'])
})

test('of a whole number a keyed hash is kept, which the preview never shows', async () => {
  const row = ['整号者', 13_800_007_651, branch]
  const { importId, rows } = await read(await book([titles, row]))
  await applyAll(world, county, importId)
  const hash = String(stored('整号者')[0]?.phoneHash)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(rows)).not.toContain(hash)
  const moved = await read(await book([titles, ['整号者', 13_900_007_651, branch]]))
  expect(people(moved.rows)[0]).toMatchObject({
    verdict: 'change',
    changes: [{ field: 'phoneHash', before: '能', after: '换了号码' }],
  })
  expect(JSON.stringify(moved.rows)).not.toContain(hash)
})
