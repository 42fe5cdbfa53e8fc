import fs from 'node:fs'
import path from 'node:path'
import { defaultDuties } from '../../duty/defaultDuties'
import { judgeCase } from '../../testing/cases/judgeCase'
import { readCases } from '../../testing/cases/readCases'
import type { Verdict } from '../../testing/cases/readCases'
import { notOwedWords, reasonWords, stateWords } from '../../testing/cases/words'
import type { Progress } from '../progress'

const topics = fs.readdirSync(__dirname).filter((file) => file.endsWith('.txt') && file !== 'README.txt')
const read = (topic: string) => readCases(fs.readFileSync(path.join(__dirname, topic), 'utf8'))
const all = topics.flatMap(read)

const verdictOf = (progress: Progress | null): Verdict | null =>
  progress && {
    state: progress.state,
    ...(progress.notOwed ? { notOwed: progress.notOwed } : {}),
    done: progress.done,
    needed: progress.needed,
    missing: progress.missing,
    notCounted: progress.notCounted.map(({ reason }) => reason).sort(),
    planned: progress.planned.length,
    madeUp: progress.counted.filter(({ madeUp }) => madeUp).length,
    backfilled: progress.counted.filter(({ backfilled }) => backfilled).length,
  }

describe.each(topics)('%s', (topic) => {
  const named = read(topic).map((one) => [`${one.world.dutyId}: ${one.situation}`, one] as const)
  test.each(named)('%s', (_name, one) => {
    const { verdict } = one
    const progress = judgeCase(one)
    expect(verdictOf(progress)).toEqual(verdict && { ...verdict, notCounted: [...verdict.notCounted].sort() })
    // What is listed adds up to the number, and nothing is listed twice.
    if (!progress) return
    expect(progress.counted).toHaveLength(progress.done)
    const seen = [...progress.counted, ...progress.notCounted].map(({ id }) => id)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

test('there are at least 150 cases, and no two tell the same', () => {
  expect(all.length).toBeGreaterThanOrEqual(150)
  const told = all.map(({ world, situation }) => `${world.dutyId} ${situation}`)
  expect(told.filter((one, i) => told.indexOf(one) !== i)).toEqual([])
})

test('every default duty, every state and every reason has a case', () => {
  const asked = new Set(all.map(({ world }) => world.dutyId))
  expect(defaultDuties.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([])
  const verdicts = all.flatMap(({ verdict }) => verdict ?? [])
  const missing = (words: object, found: ReadonlySet<string | undefined>) =>
    Object.keys(words).filter((word) => !found.has(word))
  expect(missing(stateWords, new Set(verdicts.map(({ state }) => state)))).toEqual([])
  expect(missing(notOwedWords, new Set(verdicts.map(({ notOwed }) => notOwed)))).toEqual([])
  expect(missing(reasonWords, new Set<string>(verdicts.flatMap(({ notCounted }) => notCounted)))).toEqual([])
})

test('every row of the quota table has a case, and so have those that bear on it', () => {
  const rows = new Set(all.map(({ row }) => row))
  const table = defaultDuties.map(({ order }) => order)
  // 10 双重组织生活, 26 联系点, 28 服务类别, 31 驻村, 52 转接, 55 分类指导
  expect([...new Set([...table, 10, 26, 28, 31, 52, 55])].filter((row) => !rows.has(row))).toEqual([])
})
