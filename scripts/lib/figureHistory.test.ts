import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { figure } from './figure'
import { addRun, kept, lastFigures, moved, readRuns } from './figureHistory'

it('a time is kept with how many reference loops it took, a count as it is', () => {
  expect(kept(figure('page', 120, 'ms'), 4)).toMatchObject({ value: 120, ratio: 30 })
  expect(kept(figure('year', 12, 's'), 4)).toMatchObject({ value: 12, ratio: 3000 })
  expect(kept(figure('calls', 6, 'calls'), 4)).toEqual({ bench: 'calls', value: 6, unit: 'calls' })
})

it('a time on a machine half as fast has not moved, one that takes twice the loops has', () => {
  const before = [kept(figure('page', 100, 'ms'), 4)]
  expect(moved(before, [kept(figure('page', 200, 'ms'), 8)])).toEqual([])
  expect(moved(before, [kept(figure('page', 200, 'ms'), 4)])).toEqual(['page: 100 ms → 200 ms (+100 %)'])
})

it('a count moves by what a time may swing, either way; what nobody measured before is new', () => {
  const of = (value: number) => [kept(figure('calls', value, 'calls'), 4)]
  expect(moved(of(6), of(6))).toEqual([])
  expect(moved(of(6), of(5))).toEqual(['calls: 6 calls → 5 calls (−17 %)'])
  expect(moved(of(0), of(2))).toEqual(['calls: 0 calls → 2 calls'])
  expect(moved([], of(5))).toEqual(['calls: new, 5 calls'])
})

it('runs are read in the order they were kept, and of each figure the last value holds', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'figures-'))
  const file = path.join(folder, 'deeper', 'bench.jsonl')
  expect(readRuns(file)).toEqual([])
  const run = (commit: string, ...figures: ReturnType<typeof kept>[]) => ({
    commit,
    at: '2026-11-30',
    figures,
  })
  const [calls, page] = [kept(figure('calls', 6, 'calls'), 4), kept(figure('page', 100, 'ms'), 4)]
  addRun(run('a', calls, page), file)
  addRun(run('b', { ...calls, value: 5 }), file)
  expect(readRuns(file).map(({ commit }) => commit)).toEqual(['a', 'b'])
  expect(lastFigures(readRuns(file))).toEqual([{ ...calls, value: 5 }, page])
  rmSync(folder, { recursive: true })
})
