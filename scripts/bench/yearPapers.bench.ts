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

/** The largest branch there may be, at the end of a year of three meetings a week, everybody at each. */
const now = Date.parse('2026-12-31T20:00:00+08:00')
const size = { members: 300, meetings: 150, years: [2026], now }

/** 党支部工作手册 and the .zip of a year of 150 meetings of 300 members, as a phone asks for them. */
export default async function* yearPapers(): AsyncGenerator<Figure> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const functionsDir = path.resolve('dist/cloudfunctions')
  const options = { port: 0, dataDir, functionsDir, envId: 'demo-bench', collections, at: now }
  const emulator = await startEmulator(options)
  try {
    const rows = { ...branchOf(size), duties: defaultDuties }
    for (const [name, list] of Object.entries(rows))
      emulator.database.insertMany(name, list as unknown as Rows)
    for (const paper of ['handbook', 'bundle'] as const) {
      const began = performance.now()
      const { value, peak } = await peakOf('papers', () =>
        longPaperOf(emulator, secretary, { periodKey: '2026', paper }),
      )
      const { file, parts, slowest } = value
      yield figure(`yearPapers ${paper} whole`, (performance.now() - began) / 1000, 's')
      yield figure(`yearPapers ${paper} slowest part`, slowest / 1000, 's', 30)
      yield figure(`yearPapers ${paper} parts`, parts.length, 'calls')
      yield figure(`yearPapers ${paper} peak above Node`, peak - bareNode, 'MB', 150)
      yield figure(`yearPapers ${paper} file`, file.length / 1024, 'KB')
      yield figure(`yearPapers ${paper} entries`, Object.keys(unzipSync(file)).length, 'files')
    }
  } finally {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
