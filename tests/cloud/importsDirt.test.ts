import fs from 'node:fs'
import path from 'node:path'
import { aMember } from '@domain/testing/builders'
import { writeXlsx } from 'hucre/xlsx'
import { dirt, dirtyBook, firstLine, secrets } from './importDirt'
import { applyAll, readFile, rowsOf } from './importing'
import { World } from './world'
import type { PreviewRow } from '@domain/contract/imports'

const county = 'openid-county'
let world: World
let importId: string
let rows: PreviewRow[]

const namesake = (_id: string) =>
  aMember({
    _id,
    name: '重名者',
    phoneTail: '8888',
    memberships: [{ branchId: 'branch3', from: '2020-01-01' }],
    alias: `alias-${_id}`,
  })

beforeAll(async () => {
  world = await World.start()
  world.emulator.database.insertMany('members', [namesake('x1'), namesake('x2')] as never)
  importId = await readFile(world, county, await writeXlsx({ sheets: dirtyBook() }), '党员花名册(1).xlsx')
  rows = await rowsOf(world, county, importId)
})
afterAll(() => world.stop())

it('there are forty kinds of dirt and more', () => {
  expect(new Set(dirt.map(({ what }) => what)).size).toBe(dirt.length)
  expect(dirt.length).toBeGreaterThanOrEqual(40)
})

it.each(dirt.map((one, i): [string, typeof one, number] => [one.what, one, i]))('%s', (_, one, i) => {
  const row = rows.find(({ line }) => line === i + firstLine)
  const { verdict, reasons, name } = row ?? {}
  expect({ verdict, reasons }).toEqual({ verdict: one.verdict, reasons: one.reasons })
  if (one.name) expect(name).toBe(one.name)
})

it('title, subtitle and both lines of titles above, and the footers below, are passed over', () => {
  const register = rows.filter(({ sheet }) => sheet === '党员花名册')
  const first = register.filter(({ line }) => line <= 4)
  expect(first.map(({ reasons }) => reasons)).toEqual(Array(4).fill(['title_row']))
  expect(register.slice(-3).map(({ reasons }) => reasons)).toEqual(Array(3).fill(['footer_row']))
  expect(register).toHaveLength(dirt.length + 7)
  // Neither the sheet of explanations nor the hidden one is a register; both are said to be passed over.
  const others = rows.filter(({ sheet }) => sheet !== '党员花名册')
  expect(others.map(({ sheet, line, reasons }) => [sheet, line, reasons[0]])).toEqual([
    ['代码表', 1, 'hidden_sheet'],
    ['填写说明', 1, 'no_register'],
    ['填写说明', 2, 'no_register'],
  ])
})

it('columns are taken by their titles; the others are named, with why', async () => {
  const { taken, ignored } = await world.get(county, 'import.preview', { importId, from: 0 })
  expect(taken).toEqual([
    { title: '* 姓 名(必填)', field: 'name' },
    { title: '入党时间', field: 'joinedOn' },
    { title: '转正时间', field: 'regularOn' },
    { title: '人员类别', field: 'standing' },
    { title: '组织关系所在支部', field: 'branch' },
    { title: '所在小组', field: 'group' },
    { title: '党内职务', field: 'post' },
    { title: '联系方式手机', field: 'phone' },
    { title: '报到社区', field: 'community' },
    { title: '帮扶户', field: 'households' },
  ])
  expect(ignored).toEqual([
    { title: '性别', why: 'unknown' },
    { title: '身份证号', why: 'sensitive' },
    { title: '民族', why: 'sensitive' },
    { title: '出生年月', why: 'sensitive' },
    { title: '办公电话', why: 'unknown' },
    { title: '备注', why: 'remarks' },
  ])
})

it('what is asked can be chosen, and the yes does what the preview said', async () => {
  const asked = rows.filter(({ verdict }) => verdict === 'ask')
  const before = world.emulator.database.count('members')
  for (const { sheet, line, options, reasons } of asked) {
    // Everybody is somebody who is there already; half a name of a branch means the one offered.
    expect(options.length).toBeGreaterThan(0)
    await world.get(county, 'import.choose', { importId, sheet, line, key: options[0]?.key })
    expect(reasons).toHaveLength(1)
  }
  const chosen = await rowsOf(world, county, importId)
  expect(chosen.filter(({ verdict }) => verdict === 'ask')).toEqual([])
  const count = (verdict: string) => chosen.filter((row) => row.verdict === verdict).length
  const answer = await applyAll(world, county, importId)
  expect(answer).toMatchObject({ added: count('add') + count('flawed'), changed: count('change') })
  expect(answer.changed).toBe(3)
  expect(world.emulator.database.count('members')).toBe(before + count('add') + count('flawed'))
  // The one of another branch came over; the other branch's days stay.
  const [moved] = world.emulator.database.find('members', { _id: 'm4' })
  expect(moved?.memberships).toEqual([
    { branchId: 'branch1', groupId: 'group1', from: '2020-01-01', to: '2026-09-21' },
    { branchId: 'branch3', from: '2026-09-22' },
  ])
  const [renumbered] = world.emulator.database.find('members', { _id: 'm3' })
  expect(renumbered?.phoneTail).toBe('7777')
  const households = world.emulator.database.find('households', { registerCode: { $exists: true } })
  expect(households.map(({ registerCode }) => registerCode).sort()).toEqual(['F0901', 'F0902', 'F0903'])
  expect(world.emulator.database.find('organisations', { name: '白云村' })).toMatchObject([
    { type: 'village' },
  ])
})

it('the same file again changes nothing', async () => {
  const members = world.emulator.database.find('members', {})
  const again = await readFile(world, county, await writeXlsx({ sheets: dirtyBook() }))
  const verdicts = new Set((await rowsOf(world, county, again)).map(({ verdict }) => verdict))
  expect([...verdicts].filter((verdict) => verdict === 'add' || verdict === 'change')).toEqual([])
  expect(await applyAll(world, county, again)).toMatchObject({ added: 0, changed: 0 })
  expect(world.emulator.database.find('members', {})).toEqual(members)
})

it('no sensitive cell, remark or whole number lies in the store, its files, the logs or any answer', () => {
  const { dataDir } = world
  const files = fs
    .readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(dataDir, file))
  const stored = files
    .filter((file) => fs.statSync(file).isFile())
    .map((file) => fs.readFileSync(file).toString('latin1'))
  const logged = JSON.stringify(world.emulator.invocations())
  const answered = JSON.stringify(rows)
  const phones = ['13800005000', '13800006001', '13800009999', '13800009998']
  for (const secret of [...Object.values(secrets), ...phones]) {
    const bytes = Buffer.from(secret).toString('latin1')
    expect(stored.filter((content) => content.includes(bytes))).toEqual([])
    expect(logged).not.toContain(secret)
    expect(answered).not.toContain(secret)
  }
})
