import type { Cell, ListField, ListForm } from '@domain/contract/keptLists'
import type { ListTemplate } from '@domain/keptLists/template'
import { templates } from '@domain/keptLists/templates/templates'
import { at } from '@domain/testing/at'
import { filled, placeOf, writerOf } from './filledRows'
import { askPart, longPaper } from './longPaper'
import { openIdOf } from './people'
import { textInFile } from './textInFile'
import { worldWithUnits } from './units'
import { newNonce, secretary, type World } from './world'

/** Every list there is: the way of one entry, what is refused of it, its reminder where it has a day, and its papers. */
let world: World
beforeAll(async () => {
  world = await worldWithUnits()
})
afterEach(() => world.emulator.clock.set(at('2026-09-22 14:30')))
afterAll(() => world.stop())

const isText = ({ is }: ListField) => is === 'text'
/** What a refusal says, and of which field. */
const refusal = async (by: string, request: object) => {
  const answer = await world.call(by, 'list.save', request)
  return answer.ok ? 'ok' : [answer.reason, answer.detail?.path].filter(Boolean).join(' ')
}
/** What is found at a branch is answered there; all else goes on with whoever wrote it. */
const moverOf = (template: ListTemplate, to: string) => (to === 'answered' ? secretary : writerOf(template))

describe.each(templates.map((template) => [template.short, template] as const))('%s', (short, template) => {
  const by = writerOf(template)
  const kept = { list: template.id, organisationId: placeOf(template) }
  const ownerField = template.owner
  let form: ListForm
  let cells: Cell[]
  let entryId = ''
  beforeAll(async () => {
    form = await world.get(by, 'list.form', kept)
    cells = form.shape.fields.map((field) => filled(field, form, 1))
  })

  const total = async () => (await world.get(by, 'list.rows', { ...kept, from: 0 })).total
  const other = (field: string, cell: Cell): Cell[] => cells.map((one) => (one.field === field ? cell : one))

  test('what does not fit is refused with the field it is about, and nothing is kept', async () => {
    const refused = (wrong: Cell[]) => refusal(by, { ...kept, cells: wrong, nonce: newNonce() })
    for (const { id, is, optional, ...rest } of form.shape.fields) {
      if (optional !== true)
        expect([id, await refused(cells.filter(({ field }) => field !== id))]).toEqual([
          id,
          `invalid_request ${id}`,
        ])
      expect(await refused([...cells, ...cells.filter(({ field }) => field === id)])).toBe(
        `invalid_request ${id}`,
      )
      if ('past' in rest && rest.past)
        expect(await refused(other(id, { field: id, on: '2026-09-23' }))).toBe(`invalid_request ${id}`)
      if (is === 'person' || is === 'branch')
        expect(await refused(other(id, { field: id, pickedIds: ['n-nobody'] }))).toBe('not_in_branch')
      if (is === 'choice')
        expect(await refused(other(id, { field: id, pickedIds: ['family'] }))).toBe(`invalid_request ${id}`)
      if (is === 'text')
        expect(await refused(other(id, { field: id, text: '请打13800001234' }))).toBe(`private_inside ${id}`)
      if (is === 'name')
        expect(await refused(other(id, { field: id, name: '13800001234' }))).toBe(`private_inside ${id}`)
    }
    expect(await refused([...cells, { field: 'family', text: '三口人' }])).toBe('invalid_request family')
    for (const stranger of [openIdOf('m5'), openIdOf('n1'), 'openid-nobody'])
      expect(['forbidden', 'unbound']).toContain(
        await refusal(stranger, { ...kept, cells, nonce: newNonce() }),
      )
    expect(await total()).toBe(0)
  })

  test('an entry is counted on its tile, found by what it says, told in the audit without a text, and kept once', async () => {
    const request = { ...kept, cells, nonce: newNonce() }
    entryId = (await world.get(by, 'list.save', request)).id
    expect(await world.get(by, 'list.save', request)).toEqual({ id: entryId, version: 1 })
    const { tiles } = await world.get(by, 'list.page', { organisationId: kept.organisationId })
    expect(tiles.find(({ list }) => list === template.id)).toMatchObject({ short, rows: 1, overdue: 0 })
    const says = cells.flatMap((cell) => ('text' in cell ? cell.text : 'name' in cell ? cell.name : []))
    for (const search of says)
      expect(
        await world.get(by, 'list.rows', { ...kept, search: search.slice(0, 20), from: 0 }),
      ).toMatchObject({
        total: 1,
      })
    const told = world.emulator.database
      .find('audit', { what: 'list', placeId: kept.organisationId })
      .filter(({ to }) => (to as { list: string }).list === template.id)
    expect(told.map(({ result }) => result)).toEqual(['added'])
    for (const text of says) expect(JSON.stringify(told)).not.toContain(text)
  })

  test('past its day it stands in the 消息 of whoever is to do it; a list without a day reminds nobody', async () => {
    world.emulator.clock.set(at('2026-10-12 09:00'))
    const [ownerId = 'm1'] = cells.flatMap((cell) =>
      cell.field === ownerField && 'pickedIds' in cell ? cell.pickedIds : [],
    )
    const overdue = async () =>
      (await world.get(openIdOf(ownerId), 'reminder.inbox')).items.filter(
        (item) => item.type === 'notice' && item.target === 'listRow' && item.row?.list === template.id,
      )
    expect(await overdue()).toHaveLength(template.due === undefined ? 0 : 1)
    if (template.due === undefined) return
    await world.get(openIdOf(ownerId), 'list.move', { entryId, version: 1, to: 'done', nonce: newNonce() })
    expect(await overdue()).toEqual([])
    await world.get(openIdOf(ownerId), 'list.move', { entryId, version: 2, to: 'open', nonce: newNonce() })
  })

  test('it goes every way there is from state to state, and no other', async () => {
    const { moves = [], states = [] } = template
    const row = async (who: string) => (await world.get(who, 'list.form', { ...kept, entryId })).row
    const left = [...moves]
    for (let now = await row(by); left.length > 0; now = await row(by)) {
      const { state = '', version = 0 } = now ?? {}
      const next = left.find(({ from }) => from === state) ?? moves.find(({ from }) => from === state)
      if (!next) break
      const step = { entryId, version, nonce: newNonce() }
      const strange = states.find(({ id }) => !moves.some(({ from, to }) => from === state && to === id))
      if (strange)
        expect(['wrong_state', 'forbidden']).toContain(
          await world.reason(by, 'list.move', { ...step, to: strange.id }),
        )
      const answer = next.asks === undefined ? {} : { answer: '会开了，记录已补' }
      const mover = moverOf(template, next.to)
      if (next.asks !== undefined)
        expect(
          await world.reason(mover, 'list.move', { ...step, to: next.to, answer: '请打13800001234' }),
        ).toBe('private_inside')
      await world.get(mover, 'list.move', { ...step, to: next.to, ...answer })
      if (left.includes(next)) left.splice(left.indexOf(next), 1)
    }
    expect(left).toEqual([])
  })

  test('as Excel and as Word it has its titles, what stands in it and what became of it', async () => {
    const { row } = await world.get(by, 'list.form', { ...kept, entryId })
    const state = template.states?.find(({ id }) => id === row?.state)?.label ?? ''
    for (const as of ['excel', 'word'] as const) {
      const { fileName, content } = await world.get(by, 'paper.ofList', { ...kept, as })
      expect(fileName).toContain(short)
      const text = textInFile(content)
      const said = [template.name, ...template.fields.map(({ label }) => label), state]
      for (const one of said) expect([as, one, text.includes(one)]).toEqual([as, one, true])
      for (const { id } of template.fields.filter(isText)) {
        const cell = cells.find(({ field }) => field === id)
        expect(text).toContain(cell && 'text' in cell ? cell.text : id)
      }
    }
    expect(await world.reason(openIdOf('m5'), 'paper.ofList', { ...kept, as: 'word' })).toBe('forbidden')
  })
})

test('the tiles stand in the order of 五个基本, as the speech names them', async () => {
  const { tiles } = await world.get(secretary, 'list.page', { organisationId: 'branch1' })
  const places = tiles.map(({ heading }) =>
    ['organisation', 'team', 'site', 'system', 'support'].indexOf(heading),
  )
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(new Set(places).size).toBe(5)
})

test('述职材料 and the 手册 of the year tell of every list that the branch keeps', async () => {
  const year = { branchId: 'branch1', periodKey: '2026' }
  const report = await world.get(secretary, 'paper.ofSpan', { ...year, paper: 'report' })
  const handbook = await longPaper(askPart(world, secretary), { ...year, paper: 'handbook' })
  const texts = [textInFile(report.content), textInFile(handbook?.file ?? new Uint8Array())]
  for (const { name } of templates.filter(({ keptBy }) => keptBy === 'branch'))
    expect([name, ...texts.map((text) => text.includes(name))]).toEqual([name, true, true])
})
