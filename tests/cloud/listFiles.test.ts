import type { RequestOf } from '@domain/contract/actions'
import type { FileRow } from '@domain/contract/keptLists'
import { held } from '@domain/keptLists/cell'
import { templates } from '@domain/keptLists/templates/templates'
import { at } from '@domain/testing/at'
import { upload } from './importing'
import { filled, placeOf, writerOf } from './filledRows'
import { openIdOf } from './people'
import { unitOfficer, worldWithUnits } from './units'
import { newNonce, officer, secretary, type World } from './world'

const county = 'openid-county'
const list = { list: 'rectification', organisationId: 'branch1' }
let world: World

type Which = typeof list
async function send(bytes: Uint8Array | string, which: Which = list, by = secretary) {
  const nonce = newNonce()
  const ending = typeof bytes === 'string' ? ('csv' as const) : ('xlsx' as const)
  const { cloudPath } = await world.get(by, 'import.beginRows', { ...which, nonce, ending })
  return { ...which, fileId: await upload(world, by, bytes, cloudPath), nonce }
}
const read = async (bytes: Uint8Array | string, which?: Which, by?: string) =>
  world.get(by ?? secretary, 'import.rows', await send(bytes, which, by))
const csv = (...lines: string[]) => ['序号,问题,责任人,整改时限,完成情况,家庭情况', ...lines].join('\r\n')
const verdicts = (rows: readonly FileRow[]) => rows.map(({ line, verdict }) => `${line} ${verdict}`)
const freshIn = (rows: readonly FileRow[]) => rows.flatMap(({ row }) => row ?? [])
const write = (
  rows: RequestOf<'list.saveMany'>['rows'],
  nonce = newNonce(),
  which: Which = list,
  by = secretary,
) => world.get(by, 'list.saveMany', { ...which, rows, nonce })
const stored = () => world.emulator.database.find('listRows')
const shown = async (which: Which = list, by = secretary) =>
  (await world.get(by, 'list.rows', { ...which, from: 0 })).rows

const three = csv(
  '1,活动室没有党旗,李同志,2026-10-01,,妻子下岗',
  '2,书报还是去年的,陈同志,2026/9/15,已完成,',
  '3,桌椅不够,没有这个人,月底,,',
)

describe('a file of the office', () => {
  beforeEach(async () => {
    world = await worldWithUnits()
  })
  afterEach(() => world.stop())

  test('row by row: what would be written, and of what would not which cell and why; nothing is written, nothing is kept of the file', async () => {
    const before = world.emulator.database.count('imports')
    const { taken, ignored, rows } = await read(three)
    expect(taken.map(({ field }) => field)).toEqual(['什么问题', '谁来办', '完成时限', '办理情况'])
    expect(ignored).toEqual([{ title: '家庭情况', why: 'sensitive' }])
    expect(verdicts(rows)).toEqual(['4 refuse', '2 add', '3 add'])
    expect(rows[0]).toMatchObject({
      title: '桌椅不够',
      wrong: [
        { label: '谁来办', why: 'nobody' },
        { label: '完成时限', why: 'not_a_day' },
      ],
    })
    expect(rows[2]).toMatchObject({ title: '书报还是去年的', text: '陈同志，2026-09-15，已办结' })
    expect(JSON.stringify(rows)).not.toContain('下岗')
    expect(stored()).toEqual([])
    // That a file was on its way is known until the night; the file is gone.
    expect(world.emulator.database.count('imports')).toBe(before + 1)
    expect(JSON.stringify(world.emulator.database.find('imports'))).not.toMatch(/党旗|同志/)
  })

  test('写入 writes them once, however often it is sent; the same file again writes nothing', async () => {
    const { rows } = await read(three)
    const nonce = newNonce()
    expect(await write(freshIn(rows), nonce)).toEqual({ added: 2, same: 0 })
    expect(await write(freshIn(rows), nonce)).toEqual({ added: 2, same: 0 })
    expect(stored()).toHaveLength(2)
    expect((await shown()).map(({ state }) => state).sort()).toEqual(['done', 'open'])
    const again = await read(three)
    expect(verdicts(again.rows)).toEqual(['4 refuse', '2 same', '3 same'])
    // Another officer who looked at the file before.
    expect(await write(freshIn(rows), newNonce(), list, officer)).toEqual({ added: 0, same: 2 })
    expect(stored()).toHaveLength(2)
    const told = world.emulator.database.find('audit', { what: 'list' })
    expect(told.map(({ by, result }) => [by, result])).toEqual([
      ['m1', 'added'],
      ['m1', 'added'],
    ])
    expect(JSON.stringify(told)).not.toMatch(/党旗|书报/)
  })

  test('of one day what stands last in the file is first, and before it what was entered since', async () => {
    const what = ['没有党旗', '书报是去年的', '桌椅不够', '没有制度牌', '灯坏了', '门锁坏了']
    const { rows } = await read(csv(...what.map((text, i) => `${i + 1},${text},李同志,2026-10-01,,`)))
    await write(freshIn(rows))
    await world.get(secretary, 'list.save', {
      ...{ ...list, nonce: newNonce() },
      cells: [
        { field: 'what', text: '窗帘旧了' },
        { field: 'owner', pickedIds: ['m4'] },
        { field: 'due', on: '2026-10-01' },
      ],
    })
    const texts = (await shown()).map(({ cells }) => held(cells, 'what', 'text'))
    expect(texts).toEqual(['窗帘旧了', ...what.reverse()])
  })

  test('twice in a file is written once; what was closed meanwhile is known again', async () => {
    const line = '1,活动室没有党旗,李同志,2026-10-01,,'
    const { rows } = await read(csv(line, line))
    expect(verdicts(rows)).toEqual(['2 add', '3 same'])
    await write(freshIn(rows))
    const [row] = await shown()
    await world.get(secretary, 'list.move', {
      entryId: row?.id ?? '',
      version: 1,
      to: 'done',
      nonce: newNonce(),
    })
    expect(verdicts((await read(csv(line))).rows)).toEqual(['2 same'])
  })

  test.each<[string, object, string]>([
    ['a field is missing', { cells: [{ field: 'what', text: '没有党旗' }] }, 'invalid_request'],
    ['a state there is not', { state: 'settled' }, 'invalid_request'],
    ['closed tomorrow', { state: 'done', stateOn: '2026-09-23' }, 'invalid_request'],
    ['an answer nobody asks for', { answer: '已补' }, 'invalid_request'],
  ])('%s: none of the rows is written', async (_, wrong, reason) => {
    const { rows } = await read(three)
    const [first, second] = freshIn(rows)
    const bad = { ...list, rows: [first, { ...second, ...wrong }], nonce: newNonce() }
    expect(await world.reason(secretary, 'list.saveMany', bad)).toBe(reason)
    expect(stored()).toEqual([])
  })

  test('whoever writes no list reads no file and writes no row, neither does whose right has ended', async () => {
    const { rows } = await read(three)
    const member = openIdOf('m4')
    for (const by of [member, county, unitOfficer]) {
      const request = { ...list, nonce: newNonce() }
      expect(await world.reason(by, 'import.beginRows', { ...request, ending: 'csv' })).toBe('forbidden')
      expect(await world.reason(by, 'import.rows', { ...request, fileId: 'cloud://x/y' })).toBe('forbidden')
      expect(await world.reason(by, 'list.saveMany', { ...request, rows: freshIn(rows) })).toBe('forbidden')
    }
  })

  test('nobody reads what somebody else has sent, nor another file', async () => {
    const sent = await send(three)
    expect(await world.reason(officer, 'import.rows', sent)).toBe('file_unreadable')
    expect(await world.reason(secretary, 'import.rows', { ...sent, nonce: newNonce() })).toBe(
      'file_unreadable',
    )
  })

  test.each([
    ['no such titles', '姓名,手机\r\n李同志,13800001234', 'no_list_header'],
    ['nothing', '', 'file_unreadable'],
  ])('a file with %s says so', async (_, text, reason) => {
    expect(await world.reason(secretary, 'import.rows', await send(text))).toBe(reason)
  })

  test('a thousand rows come as far as a phone takes them, and say how many are left', async () => {
    const lines = Array.from({ length: 1000 }, (_, n) => `${n},第${n}件小事要办一下,李同志,2026-10-01,,`)
    const { rows, further = 0 } = await read(csv(...lines))
    expect(rows.length + further).toBe(1000)
    expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(100_000)
    expect(rows.length).toBeGreaterThan(200)
  })
})

describe('every list', () => {
  beforeAll(async () => {
    world = await worldWithUnits()
  })
  afterAll(() => world.stop())

  test.each(templates.map((template) => [template.id, template] as const))(
    '%s: handed out as Excel and read back it is the same rows, into an empty list too',
    async (id, template) => {
      const by = writerOf(template)
      const which = { list: id, organisationId: placeOf(template) }
      const form = await world.get(by, 'list.form', which)
      for (const n of [1, 2])
        await world.get(by, 'list.save', {
          ...{ ...which, nonce: newNonce() },
          cells: form.shape.fields.map((field) => filled(field, form, n)),
        })
      const [first] = await shown(which, by)
      const mover = id === 'inspections' ? secretary : by
      const { row } = await world.get(mover, 'list.form', { ...which, entryId: first?.id ?? '' })
      const [move] = row?.moves ?? []
      if (row && move)
        await world.get(mover, 'list.move', {
          ...{ entryId: row.id, version: 1, to: move.to, nonce: newNonce() },
          ...(move.asks !== undefined && { answer: '会开了，记录已补' }),
        })
      const said = async () =>
        (await shown(which, by)).map(({ cells, state, stateOn, answer }) => ({
          cells,
          state,
          stateOn,
          answer,
        }))
      const before = await said()
      world.emulator.clock.set(at('2026-09-28 10:00'))
      const { content } = await world.get(by, 'paper.ofList', { ...which, as: 'excel' })
      const file = new Uint8Array(Buffer.from(content, 'base64'))
      const known = await read(file, which, by)
      expect(known.rows.filter(({ verdict }) => verdict !== 'skip').map(({ verdict }) => verdict)).toEqual([
        'same',
        'same',
      ])
      for (const one of await shown(which, by))
        await world.get(by, 'list.remove', {
          ...{ entryId: one.id, nonce: newNonce() },
          version: one.version,
        })
      const { rows } = await read(file, which, by)
      expect(await write(freshIn(rows), newNonce(), which, by)).toEqual({ added: 2, same: 0 })
      const inOrder = (all: typeof before) => all.map((one) => JSON.stringify(one.cells)).sort()
      const after = await said()
      expect(inOrder(after)).toEqual(inOrder(before))
      const moved = (all: typeof before) => all.find(({ state }) => state === move?.to)
      if (move) expect(moved(after)).toEqual(moved(before))
    },
  )
})
