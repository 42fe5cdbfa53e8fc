import type { Action } from '../../gateway/databaseActions'
import { databaseActions } from '../../gateway/databaseActions'
import { newDataDir } from '../../testing/startTestEmulator'
import type { Document } from '../../types'
import { Database } from '../Database'
import { decode, encode } from '../ejson'
import { Journal } from '../Journal'
import { expressionCases } from './expression.cases'
import { queryCases } from './query.cases'
import { stageCases } from './stage.cases'
import { updateCases } from './update.cases'

let journal: Journal
let actions: Record<string, Action>

beforeAll(() => {
  journal = new Journal(newDataDir())
  const collections = [{ name: 'docs' }, { name: 'others' }]
  actions = databaseActions(new Database({ journal, collections, now: () => 1000 }))
})

afterEach(async () => {
  for (const collectionName of ['docs', 'others']) {
    await ask('removeDocument', { collectionName, query: '{}', multi: true })
  }
})

afterAll(() => journal.close())

/** One action as the gateway runs it; what it sends and answers is canonical EJSON. */
async function ask(action: string, payload: object): Promise<Record<string, unknown>> {
  const answer = await actions[`database.${action}`]?.({ collectionName: 'docs', ...payload })
  return (answer as { data: Record<string, unknown> }).data
}

const add = (docs: Document[], collectionName = 'docs') =>
  docs.length === 0 ? undefined : ask('insertDocument', { collectionName, data: docs.map(encode) })

const listed = ({ list }: Record<string, unknown>): Document[] =>
  (list as string[]).map((text) => decode(text, 0) as Document)

async function find(query: Document, order: Document = {}): Promise<Document[]> {
  return listed(await ask('getDocument', { query: encode(query), order: encode(order), limit: 1000 }))
}

async function aggregate(pipeline: Document[]): Promise<Document[]> {
  const stages = pipeline.map((stage) => {
    const [stageKey = ''] = Object.keys(stage)
    return Object.keys(stage).length === 1 ? { stageKey, stageValue: encode(stage[stageKey]) } : stage
  })
  return listed(await ask('aggregateDocuments', { stages }))
}

const title = ({ page, it: text }: { page: string; it: string }) => `${page}: ${text}`
const named = <T extends { page: string; it: string }>(cases: T[]) =>
  cases.map((each) => [title(each), each] as const)

describe('queries', () => {
  it.each(named(queryCases))('%s', async (_, { docs, query, order, gives, refuses }) => {
    await add(docs.map((doc, _id) => ({ _id, ...doc })))
    if (refuses !== undefined) await expect(find(query, order)).rejects.toThrow(refuses)
    else expect((await find(query, order)).map(({ _id }) => _id)).toEqual(gives)
  })
})

describe('updates', () => {
  it.each(named(updateCases))('%s', async (_, { doc, query = {}, update, gives, refuses }) => {
    if (doc !== null) await add([{ _id: 'x', ...doc }])
    const change = {
      query: encode(doc === null ? query : { _id: 'x', ...query }),
      data: encode(update),
      multi: true,
      merge: true,
      upsert: doc === null,
    }
    if (refuses === undefined) {
      await ask('modifyDocument', change)
      const [{ _id, ...after } = {}] = await find({})
      expect(_id).toBeDefined()
      // As text: the order of the keys counts.
      expect(encode(after)).toBe(encode(gives))
      return
    }
    await expect(ask('modifyDocument', change)).rejects.toThrow(refuses)
    expect(encode((await find({}))[0])).toBe(encode({ _id: 'x', ...doc }))
  })
})

describe('expressions', () => {
  it.each(named(expressionCases))('%s', async (_, { doc = {}, expression, gives, refuses }) => {
    await add([{ _id: 1, ...doc }])
    const rows = aggregate([{ $project: { _id: 0, value: [expression] } }])
    if (refuses !== undefined) await expect(rows).rejects.toThrow(refuses)
    else if (gives !== undefined) expect(encode(await rows)).toBe(encode([{ value: [gives] }]))
    else expect(await aggregate([{ $project: { _id: 0, value: expression } }])).toEqual([{}])
  })
})

describe('stages', () => {
  it.each(named(stageCases))('%s', async (_, { docs, others = [], pipeline, gives, refuses }) => {
    await add(docs)
    await add(others, 'others')
    if (refuses !== undefined) await expect(aggregate(pipeline)).rejects.toThrow(refuses)
    else expect(encode(await aggregate(pipeline))).toBe(encode(gives))
  })
})

describe('the table', () => {
  it('has at least 120 cases, each once, 20 and more of them where mingo differs', () => {
    const all = [...queryCases, ...updateCases, ...expressionCases, ...stageCases]
    expect(all.length).toBeGreaterThanOrEqual(120)
    expect(new Set(all.map(title)).size).toBe(all.length)
    expect(all.filter(({ differs }) => differs).length).toBeGreaterThanOrEqual(20)
  })
})
