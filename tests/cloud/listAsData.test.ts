import fs from 'node:fs'
import path from 'node:path'
import type { Cell } from '@domain/contract/keptLists'
import type { ListTemplate } from '@domain/keptLists/template'
import { templates } from '@domain/keptLists/templates/templates'
import { at } from '@domain/testing/at'
import { buildFunctions } from '../../scripts/buildCloud'
import { upload } from './importing'
import { askPart, longPaper } from './longPaper'
import { openIdOf } from './people'
import { textInFile } from './textInFile'
import { newNonce, officer, secretary, World } from './world'

/** A list that no line of the product knows: as somebody would add it, a row of data. */
const borrowed: ListTemplate = {
  ...{ id: 'borrowed_books', row: 51, heading: 'site', icon: 'book', keptBy: 'branch' },
  ...{ name: '图书借阅登记', short: '图书借阅', title: 'book', on: 'on', due: 'due', owner: 'person' },
  reads: ['branch_runner', 'committee'],
  writes: ['branch_runner'],
  fields: [
    { id: 'book', label: '书名', is: 'text', max: 20 },
    { id: 'person', label: '借书人', is: 'person', most: 1 },
    { id: 'on', label: '借出日期', is: 'day', past: true },
    { id: 'due', label: '归还日期', is: 'day', past: false },
  ],
  states: [
    { id: 'out', label: '借出', isOver: false },
    { id: 'back', label: '已归还', isOver: true },
  ],
  moves: [{ from: 'out', to: 'back', label: '归还' }],
  note: '借一本记一行',
}

const county = 'openid-county'
const kept = { list: borrowed.id, organisationId: 'branch1' }
const cells = (book: string, due = '2026-09-25'): Cell[] => [
  { field: 'book', text: book },
  { field: 'person', pickedIds: ['m4'] },
  { field: 'on', on: '2026-09-01' },
  { field: 'due', on: due },
]

let world: World
let entryId = ''
beforeAll(async () => {
  fs.mkdirSync(path.join('.local', 'cloud-tests'), { recursive: true })
  const functions = path.resolve(fs.mkdtempSync(path.join('.local', 'cloud-tests', 'functions-')))
  // The one file in which the lists stand, with one row more.
  await buildFunctions(functions, [
    {
      name: 'one list more',
      setup: ({ onLoad }) =>
        onLoad({ filter: /keptLists\/templates\/templates\.ts$/ }, () => ({
          contents: `export const templates = ${JSON.stringify([...templates, borrowed])}`,
        })),
    },
  ])
  world = await World.start({ functions })
  const { id } = await world.get(secretary, 'list.save', {
    ...kept,
    cells: cells('党史读本'),
    nonce: newNonce(),
  })
  entryId = id
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(at('2026-09-22 14:30')))

test('it has a tile on the page and a form, and whoever may not read it sees nothing of it', async () => {
  const { tiles } = await world.get(secretary, 'list.page', { organisationId: 'branch1' })
  expect(tiles.find(({ list }) => list === borrowed.id)).toMatchObject({
    ...{ heading: 'site', short: '图书借阅', icon: 'book', rows: 1, isTask: true, overdue: 0 },
  })
  const { shape, people } = await world.get(secretary, 'list.form', kept)
  expect(shape.fields.map(({ label }) => label)).toEqual(['书名', '借书人', '借出日期', '归还日期'])
  expect(people.some(({ id }) => id === 'm4')).toBe(true)
  for (const who of [openIdOf('m5'), openIdOf('n1')])
    expect([who, await world.reason(who, 'list.rows', { ...kept, from: 0 })]).toEqual([who, 'forbidden'])
})

test('who reads and who writes is what the row says', async () => {
  expect(await world.get(county, 'list.rows', { ...kept, from: 0 })).toMatchObject({
    ...{ total: 1, mayWrite: false },
  })
  const more = { ...kept, cells: cells('党章'), nonce: newNonce() }
  expect(await world.reason(county, 'list.save', more)).toBe('forbidden')
  const elsewhere = cells('党章').map((cell) =>
    cell.field === 'person' ? { field: 'person', pickedIds: ['n1'] } : cell,
  )
  expect(await world.reason(officer, 'list.save', { ...more, cells: elsewhere })).toBe('not_in_branch')
  expect(await world.reason(officer, 'list.save', { ...more, cells: more.cells.slice(1) })).toBe(
    'invalid_request',
  )
})

test('it is found by what stands in it and by whom it tells of, and what was written is told without its text', async () => {
  const found = (search: string) => world.get(secretary, 'list.rows', { ...kept, search, from: 0 })
  expect(await found('党史')).toMatchObject({ total: 1 })
  expect(await found('孙同志')).toMatchObject({ total: 1 })
  expect(await found('没有这本')).toMatchObject({ total: 0 })
  const [told] = world.emulator.database.find('audit', { what: 'list' })
  expect(told).toMatchObject({ by: 'm1', result: 'added' })
  expect(JSON.stringify(told)).toContain(borrowed.id)
  expect(JSON.stringify(told)).not.toContain('党史')
})

test('past its day it stands in the 消息 of whoever has it, who closes it; on their page in the register it stands as well', async () => {
  world.emulator.clock.set(at('2026-09-26 09:00'))
  const owner = openIdOf('m4')
  const overdue = async () =>
    (await world.get(owner, 'reminder.inbox')).items.filter(
      (item) => item.type === 'notice' && item.target === 'listRow',
    )
  expect(await overdue()).toMatchObject([{ text: expect.stringContaining('图书借阅：党史读本') as string }])
  await world.get(owner, 'list.move', { entryId, version: 1, to: 'back', nonce: newNonce() })
  expect(await overdue()).toEqual([])
  const { rows } = await world.get(secretary, 'list.ofMember', { memberId: 'm4', from: 0 })
  expect(rows).toMatchObject([{ list: borrowed.id, entryId, name: '图书借阅', text: '党史读本' }])
})

test('its file is written and read again by the titles of the row, and nothing is entered twice', async () => {
  const made = await world.get(secretary, 'paper.ofList', { ...kept, as: 'excel' })
  expect(textInFile(made.content)).toMatch(/图书借阅登记[^]*书名[^]*党史读本[^]*孙同志/)
  const nonce = newNonce()
  const { cloudPath } = await world.get(secretary, 'import.beginRows', { ...kept, nonce, ending: 'csv' })
  const file =
    '书名,借书人,借出日期,归还日期,办理情况\r\n党史读本,孙同志,2026-09-01,2026-09-25,已归还\r\n党章,孙同志,2026-09-02,2026-10-02,借出'
  const fileId = await upload(world, secretary, file, cloudPath)
  const { rows } = await world.get(secretary, 'import.rows', { ...kept, fileId, nonce })
  expect(rows.map(({ title, verdict }) => [title, verdict]).sort()).toEqual([
    ['党史读本', 'same'],
    ['党章', 'add'],
  ])
  const fresh = rows.flatMap(({ row }) => row ?? [])
  await world.get(secretary, 'list.saveMany', { ...kept, rows: fresh, nonce: newNonce() })
  expect(await world.get(secretary, 'list.rows', { ...kept, from: 0 })).toMatchObject({ total: 2 })
})

test('it stands in 述职材料 and in the 手册 of the year', async () => {
  const year = { branchId: 'branch1', periodKey: '2026' }
  const report = await world.get(secretary, 'paper.ofSpan', { ...year, paper: 'report' })
  expect(textInFile(report.content)).toContain('图书借阅')
  const handbook = await longPaper(askPart(world, secretary), { ...year, paper: 'handbook' })
  expect(textInFile(handbook?.file ?? new Uint8Array())).toMatch(/图书借阅登记[^]*党史读本/)
})

test('the work committee names it otherwise, and switches it off', async () => {
  const setting = { list: borrowed.id, isOn: true, name: '图书室借阅', labels: [], more: [] }
  await world.get(county, 'list.saveSetting', { ...setting, nonce: newNonce() })
  const tiles = async () => (await world.get(secretary, 'list.page', { organisationId: 'branch1' })).tiles
  expect((await tiles()).some(({ list }) => list === borrowed.id)).toBe(true)
  const { shape } = await world.get(secretary, 'list.rows', { ...kept, from: 0 })
  expect(shape.name).toBe('图书室借阅')
  await world.get(county, 'list.saveSetting', { ...setting, isOn: false, nonce: newNonce() })
  expect((await tiles()).some(({ list }) => list === borrowed.id)).toBe(false)
})
