import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import { defaultDuties } from '../../domain/duty/defaultDuties'
import { startEmulator } from '../../emulator/index'
import { figure, type Figure } from '../lib/figure'
import { bareNode, branchOf, longPaperOf, secretary } from './branchPapers'
import { peakOf } from './peakOf'

type Rows = Record<string, unknown>[]

/** 2024 to 2026 of a branch: its usual meetings of each year where it is small, three a week where it is the largest there may be. */
const sizes = [
  { members: 26, meetings: 60 },
  { members: 300, meetings: 150 },
] as const
const years = [2024, 2025, 2026]
const now = Date.parse('2026-12-31T20:00:00+08:00')

/** 巡察资料包 of three years, as a phone asks for it part by part. */
export default async function* patrol(): AsyncGenerator<Figure> {
  const functionsDir = path.resolve('dist/cloudfunctions')
  for (const { members, meetings } of sizes) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
    const options = { port: 0, dataDir, functionsDir, envId: 'demo-bench', collections, at: now }
    const emulator = await startEmulator(options)
    try {
      const rows: Record<string, object[]> = {
        ...branchOf({ members, meetings, years, now }),
        duties: defaultDuties.map((duty) => ({ ...duty, validFrom: '2020-01-01' })),
      }
      for (const [name, list] of Object.entries(rows)) emulator.database.insertMany(name, list as Rows)
      const asked = { periodKey: '2024', until: '2026', paper: 'patrol' } as const
      const began = performance.now()
      const { value, peak } = await peakOf('papers', () => longPaperOf(emulator, secretary, asked))
      const of = `patrol ${members} members`
      yield figure(`${of} whole`, (performance.now() - began) / 1000, 's')
      yield figure(`${of} slowest part`, value.slowest / 1000, 's', 30)
      yield figure(`${of} parts`, value.parts.length, 'calls', 400)
      yield figure(`${of} peak above Node`, peak - bareNode, 'MB', 250)
      yield figure(`${of} file`, value.file.length / 1024, 'KB')
      yield figure(`${of} largest request`, value.largestRequest / 1024, 'KB', 100)
      yield figure(`${of} files`, Object.keys(unzipSync(value.file)).length, 'files')
    } finally {
      await emulator.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
