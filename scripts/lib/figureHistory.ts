import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Figure } from './figure'

/** A figure as it is kept; `ratio`: of a time, how many reference loops of the same process it took. */
export interface KeptFigure {
  bench: string
  value: number
  unit: string
  ratio?: number
}

/** One run: of which commit, when (ISO), and what it measured. */
export interface KeptRun {
  commit: string
  at: string
  figures: KeptFigure[]
}

const inMs: Partial<Record<string, number>> = { s: 1000, ms: 1, 'ns a fact': 1e-6 }
/** By how much a figure has to change to have moved: times are noisy, counts and bytes are not. */
const NOISE = { time: 0.25, count: 0.02 }

export function kept({ bench, value, unit }: Figure, referenceMs: number): KeptFigure {
  const factor = inMs[unit]
  if (factor === undefined || referenceMs === 0) return { bench, value, unit }
  return { bench, value, unit, ratio: Number(((value * factor) / referenceMs).toPrecision(4)) }
}

/** What moved since a run before, as lines to read: `branch page, database calls: 6 calls → 5 calls (−17 %)`. */
export function moved(before: readonly KeptFigure[], after: readonly KeptFigure[]): string[] {
  const known = new Map(before.map((one) => [one.bench, one]))
  return after.flatMap((now) => {
    const then = known.get(now.bench)
    if (!then) return [`${now.bench}: new, ${now.value} ${now.unit}`]
    const isTime = then.ratio !== undefined && now.ratio !== undefined
    const [from, to] = isTime ? [then.ratio, now.ratio] : [then.value, now.value]
    const change = (to ?? 0) / (from ?? 0) - 1
    if (from === to || Math.abs(change) <= (isTime ? NOISE.time : NOISE.count)) return []
    const percent = Number.isFinite(change)
      ? ` (${change > 0 ? '+' : '−'}${Math.round(Math.abs(change) * 100)} %)`
      : ''
    return [`${now.bench}: ${then.value} ${then.unit} → ${now.value} ${now.unit}${percent}`]
  })
}

const FILE = path.join('docs', 'figures', 'bench.jsonl')

/** The runs kept so far, the last one last. */
export const readRuns = (file = FILE): KeptRun[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as KeptRun)
    : []

/** The last value of each figure: a run need not have measured them all. */
export const lastFigures = (runs: readonly KeptRun[]): KeptFigure[] => [
  ...new Map(runs.flatMap(({ figures }) => figures.map((one) => [one.bench, one]))).values(),
]

export function addRun(run: KeptRun, file = FILE): void {
  mkdirSync(path.dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify(run)}\n`)
}
