import { at } from '@domain/testing/at'
import { openIdOf } from './people'
import { textInFile } from './textInFile'
import { branch, list, task } from './rectification'
import { newNonce, officer, secretary, World } from './world'

const county = 'openid-county'
let world: World
beforeEach(async () => {
  world = await World.start()
})
afterEach(() => world.stop())

const add = (text: string, due = '2026-10-15', nonce = newNonce()) =>
  world.get(secretary, 'list.save', { ...list, cells: task(text, due), nonce })
const rows = (more: object = {}) => world.get(secretary, 'list.rows', { ...list, from: 0, ...more })
const tile = async (id: string) =>
  (await world.get(secretary, 'list.page', branch)).tiles.find((one) => one.list === id)

test('a row is entered, counted, done, and taken up again', async () => {
  const { id, version } = await add('活动室没有党旗', '2026-09-15')
  await add('支委会记录不完整')
  expect(await tile('rectification')).toMatchObject({ rows: 2, isTask: true, overdue: 1 })
  const move = { entryId: id, version, to: 'done', nonce: newNonce() }
  const done = await world.get(secretary, 'list.move', move)
  expect(await world.get(secretary, 'list.move', move)).toEqual(done)
  expect(await tile('rectification')).toMatchObject({ rows: 1, overdue: 0 })
  expect(await rows()).toMatchObject({ total: 2, mayWrite: true })
  expect(await rows({ open: true })).toMatchObject({ total: 1 })
  await world.get(secretary, 'list.move', { entryId: id, version: 2, to: 'open', nonce: newNonce() })
  expect(await tile('rectification')).toMatchObject({ rows: 2, overdue: 1 })
})

test('it is entered once, however often it is sent; what was changed meanwhile is not written over', async () => {
  const nonce = newNonce()
  const { id } = await add('没有党旗', '2026-10-15', nonce)
  expect(await add('没有党旗', '2026-10-15', nonce)).toEqual({ id, version: 1 })
  expect(await rows()).toMatchObject({ total: 1 })
  const change = { ...list, entryId: id, version: 1, cells: task('没有书报', '2026-10-20') }
  await world.get(officer, 'list.save', { ...change, nonce: newNonce() })
  expect(await world.reason(secretary, 'list.save', { ...change, nonce: newNonce() })).toBe('row_changed')
  const remove = { entryId: id, version: 1, nonce: newNonce() }
  expect(await world.reason(secretary, 'list.remove', remove)).toBe('row_changed')
})

test('a row is not written over without saying which version was looked at', async () => {
  const { id } = await add('没有党旗')
  const change = { ...list, entryId: id, cells: task('没有书报', '2026-10-20'), nonce: newNonce() }
  expect(await world.call(secretary, 'list.save', change)).toMatchObject({
    ...{ ok: false, reason: 'invalid_request', detail: { path: 'version' } },
  })
})

test('as Excel and as Word it leaves with the rows of its page, for whoever reads it', async () => {
  await add('活动室没有党旗')
  const { id, version } = await add('支委会记录不完整')
  await world.get(secretary, 'list.move', { entryId: id, version, to: 'done', nonce: newNonce() })
  for (const [as, ending] of [
    ['excel', 'xlsx'],
    ['word', 'docx'],
  ] as const) {
    const made = await world.get(secretary, 'paper.ofList', { ...list, as })
    expect(made.fileName).toMatch(new RegExp(`问题整改\\.${ending}$`))
    const text = textInFile(made.content)
    for (const said of ['问题清单、整改清单', '共 2 条', '活动室没有党旗', '办理中', '已办结 2026-09-22'])
      expect([as, said, text.includes(said)]).toEqual([as, said, true])
  }
  expect(await world.reason(openIdOf('m4'), 'paper.ofList', { ...list, as: 'word' })).toBe('forbidden')
})

test('search finds a row by what stands in it and by whom it names', async () => {
  await add('活动室没有党旗')
  await world.get(secretary, 'list.save', {
    ...{ ...list, nonce: newNonce() },
    cells: task('支委会记录不完整', '2026-10-20', 'm5'),
  })
  const found = async (search: string) => (await rows({ search })).total
  const [first] = (await rows()).rows
  const owner = first?.names[0]?.name ?? ''
  expect(await found('党旗')).toBe(1)
  expect(await found(owner)).toBe(1)
  expect(await found('没有这句话')).toBe(0)
})

test('what was entered by mistake is shown no more, and who removed it stays', async () => {
  const { id, version } = await add('重复了')
  const remove = { entryId: id, version, nonce: newNonce() }
  expect(await world.get(secretary, 'list.remove', remove)).toEqual({ id })
  expect(await world.get(secretary, 'list.remove', remove)).toEqual({ id })
  expect(await rows()).toMatchObject({ total: 0 })
  expect(world.emulator.database.find('audit', { what: 'list' }).map(({ result }) => result)).toEqual([
    'added',
    'removed',
  ])
})

test('no text stands in the audit', async () => {
  await add('活动室没有党旗')
  expect(JSON.stringify(world.emulator.database.find('audit', {}))).not.toContain('党旗')
})

test('督查指导 is told by the county and answered by the branch, in a line', async () => {
  const noted = await world.get(county, 'list.save', {
    ...{ ...branch, list: 'inspections', nonce: newNonce() },
    cells: [
      { field: 'on', on: '2026-09-20' },
      { field: 'about', pickedIds: ['meetings'] },
      { field: 'what', text: '3月党小组会没有记录' },
    ],
  })
  const answer = { entryId: noted.id, version: 1, to: 'answered', nonce: newNonce() }
  expect(await world.reason(county, 'list.move', { ...answer, answer: '已补' })).toBe('forbidden')
  expect(await world.reason(secretary, 'list.move', answer)).toBe('invalid_request')
  await world.get(secretary, 'list.move', { ...answer, answer: '会开了，记录已补' })
  const seen = await world.get(county, 'list.rows', { ...branch, list: 'inspections', from: 0 })
  expect(seen.rows[0]).toMatchObject({ state: 'answered', answer: '会开了，记录已补' })
  expect(seen.rows[0]?.moves.map(({ to }) => to)).toEqual(['closed'])
})

test('a list the county has switched off is there for nobody; its own choice may be chosen', async () => {
  const setting = { list: 'comparisons', labels: [], nonce: newNonce() }
  await world.get(county, 'list.saveSetting', { ...setting, isOn: false, more: [] })
  world.emulator.clock.set(at('2026-09-22 12:05'))
  expect(await world.reason(secretary, 'list.rows', { ...branch, list: 'comparisons', from: 0 })).toBe(
    'forbidden',
  )
  expect(await tile('comparisons')).toBeUndefined()
  const own = { field: 'kind', id: 'attitude', label: '比态度' }
  await world.get(county, 'list.saveSetting', { ...setting, isOn: true, more: [own], nonce: newNonce() })
  world.emulator.clock.set(at('2026-09-22 12:10'))
  await world.get(secretary, 'list.save', {
    ...{ ...branch, list: 'comparisons', nonce: newNonce() },
    cells: [
      { field: 'kind', pickedIds: ['attitude'] },
      { field: 'on', on: '2026-09-20' },
    ],
  })
  expect(await tile('comparisons')).toMatchObject({ rows: 1 })
})

test.each([
  ['a choice under the id of ours', { field: 'kind', id: 'skill', label: '比' }],
  ['a choice of a day', { field: 'on', id: 'other', label: '某天' }],
  ['of a field there is not', { field: 'family', id: 'other', label: '家庭' }],
])('the county adds no %s', async (_, more) => {
  const setting = { list: 'comparisons', isOn: true, labels: [], more: [more], nonce: newNonce() }
  expect(await world.reason(county, 'list.saveSetting', setting)).toBe('invalid_request')
})

test.each<[string, object]>([
  ['a choice', { more: [{ field: 'kind', id: 'home', label: '家庭困难' }] }],
  ['a label', { labels: [{ field: 'on', label: '健康状况' }] }],
  ['a name', { name: '群众意见和打分' }],
])(
  '%s of the county that asks for what no list may hold is refused, and nothing changes',
  async (_, asked) => {
    const setting = { list: 'comparisons', isOn: true, labels: [], more: [], ...asked, nonce: newNonce() }
    expect(await world.reason(county, 'list.saveSetting', setting)).toBe('private_inside')
    expect(world.emulator.database.count('settings', { kind: 'list' })).toBe(0)
  },
)

test('of others’ lists a member reads nothing', async () => {
  await add('没有党旗')
  const member = openIdOf('m4')
  expect(await world.reason(member, 'list.page', branch)).toBe('forbidden')
  expect(await world.reason(member, 'list.rows', { ...list, from: 0 })).toBe('forbidden')
  expect(await world.reason(member, 'list.form', list)).toBe('forbidden')
})
