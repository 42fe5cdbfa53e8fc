import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import { contractVersion } from '../../domain/contract/answer'
import { consentVersion } from '../../domain/contract/consentVersion'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { figure, type Figure } from '../lib/figure'
import { membersFile, organisationsFile, readRows } from '../seed/readRoster'
import { demoMoment } from '../seed/demoMoment'
import { peakOf } from './peakOf'

const county = 'bench-county'

/** What there is on the first day: the county's root and whoever may write below it. */
const firstDay = (now: number) => ({
  organisations: [
    {
      _id: 'county',
      type: 'work_committee',
      name: '县直机关工委',
      parentId: null,
      order: 1,
      validFrom: '2020-01-01',
    },
  ],
  identities: [
    {
      _id: county,
      state: 'bound',
      requestId: 'bench',
      requestedAt: now,
      boundAt: now,
      name: '工委',
      grants: [{ role: 'committee', organisationId: 'county', from: '2026-01-01' }],
      updatedAt: new Date(now),
    },
  ],
  consents: [{ _id: county, version: consentVersion, at: now, agreed: true }],
})

/** A county on its first day, reached as a phone reaches it. */
class Newcomer {
  /** Milliseconds of the slowest call since it was last asked. */
  slowest = 0

  private constructor(readonly emulator: Emulator) {}

  static async with<T>(work: (newcomer: Newcomer) => Promise<T>): Promise<T> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
    const functionsDir = path.resolve('dist/cloudfunctions')
    const options = { port: 0, dataDir, functionsDir, envId: 'demo-bench', collections, at: demoMoment }
    const emulator = await startEmulator(options)
    for (const [name, rows] of Object.entries(firstDay(demoMoment)))
      if (collections.some((one) => one.name === name)) emulator.database.insertMany(name, rows)
    try {
      return await work(new Newcomer(emulator))
    } finally {
      await emulator.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }

  private async ask<T>(action: string, data: object): Promise<T> {
    const began = performance.now()
    const { result } = await this.emulator.invoke(
      'imports',
      { action, contractVersion, data },
      { openid: county },
    )
    this.slowest = Math.max(this.slowest, performance.now() - began)
    const answer = result as { ok: boolean; data: T }
    if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`)
    return answer.data
  }

  /** From choosing the file to the last page applied; how many were added and changed. */
  async bring(bytes: Uint8Array): Promise<{ added: number; changed: number; ms: number }> {
    const began = performance.now()
    const nonce = `bench-${Math.random().toString(36).slice(2)}`
    const form = new FormData()
    const { cloudPath } = await this.ask<{ cloudPath: string }>('import.begin', { nonce, ending: 'xlsx' })
    form.append('cloudPath', cloudPath)
    form.append('file', new Blob([bytes as BlobPart]), 'file')
    const url = `${this.emulator.url}/client/uploadFile`
    const upload = await fetch(url, { method: 'POST', headers: { 'x-demo-openid': county }, body: form })
    const { fileID } = (await upload.json()) as { fileID: string }
    const { importId, state } = await this.ask<{ importId: string; state: string }>('import.read', {
      fileId: fileID,
      fileName: 'bench.xlsx',
      nonce,
    })
    for (let now = state; now === 'reading';)
      now = (await this.ask<{ state: string }>('import.proceed', { importId })).state
    await this.ask('import.preview', { importId, from: 0 })
    for (;;) {
      const applied = await this.ask<{ state: string; added: number; changed: number }>('import.apply', {
        importId,
      })
      if (applied.state === 'applied') return { ...applied, ms: performance.now() - began }
    }
  }
}

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '')

/** The county's members again and again, under other names and numbers: 10,000 rows in its branches. */
async function manyMembers(count: number): Promise<Uint8Array> {
  const rows = await readRows(membersFile)
  const titles = Object.keys(rows[0] ?? {})
  const marks = '甲乙丙丁戊己庚辛壬癸'
  const many = Array.from({ length: count }, (_, i) => {
    const turn = Math.floor(i / rows.length)
    const row = rows[i % rows.length] ?? {}
    if (turn === 0) return titles.map((title) => row[title] ?? null)
    const mark = marks[turn - 1] ?? ''
    // A name of their own, and households of their own.
    const households = textOf(row['联系帮扶户']).replace(/F(?=\d)/g, `F${turn}`)
    // Nor are they secretaries: a second one is asked about.
    const post = textOf(row['党内职务']) === '党支部书记' ? null : row['党内职务']
    const changed: Record<string, unknown> = {
      姓名: `${textOf(row['姓名'])}${mark}`,
      联系帮扶户: households,
      党内职务: post,
    }
    return titles.map((title) => (title in changed ? changed[title] : row[title]) ?? null)
  })
  return writeXlsx({ sheets: [{ name: '党员信息', rows: [titles, ...many] as never }] })
}

/** The register of the county as a file, in one call; how many rows it has. */
async function exported({ emulator }: Newcomer): Promise<{ rows: number; ms: number; bytes: number }> {
  const began = performance.now()
  const data = { organisationId: 'county' }
  const call = { action: 'import.export', contractVersion, data }
  const { result } = await emulator.invoke('imports', call, { openid: county })
  const answer = result as { ok: boolean; data: { rows: number; content: string } }
  if (!answer.ok) throw new Error(`import.export: ${JSON.stringify(answer)}`)
  const { rows, content } = answer.data
  return { rows, ms: performance.now() - began, bytes: Buffer.byteLength(content, 'base64') }
}

/** The county's own registers from nothing, ten times as many members, and these as a file again. Time of one call is what a function has 60 s for. */
export default async function* importBench(): AsyncGenerator<Figure> {
  const organisations = new Uint8Array(readFileSync(organisationsFile))
  const members = new Uint8Array(readFileSync(membersFile))
  const many = await manyMembers(10_000)
  yield* await Newcomer.with(async (newcomer) => {
    const first = await newcomer.bring(organisations)
    const second = await newcomer.bring(members)
    if (first.added + second.added < 1200) throw new Error('the county did not come in whole')
    const again = await newcomer.bring(members)
    if (again.added + again.changed > 0) throw new Error('the same file changed something')
    newcomer.slowest = 0
    const { value, peak } = await peakOf('imports', () => newcomer.bring(many))
    if (value.added !== 10_000 - 1046) throw new Error(`${value.added} were added`)
    const sheet = await peakOf('imports', () => exported(newcomer))
    if (sheet.value.rows !== 10_000) throw new Error(`${sheet.value.rows} rows`)
    return [
      figure('import of the whole county, both registers', (first.ms + second.ms) / 1000, 's', 60),
      figure('import of the same members again', again.ms / 1000, 's'),
      figure('import of 10,000 members', value.ms / 1000, 's'),
      figure('import of 10,000 members, slowest call', newcomer.slowest / 1000, 's', 20),
      figure('import of 10,000 members, peak memory of the function', peak, 'MB', 400),
      figure('register of 10,000 members as a file', sheet.value.ms / 1000, 's', 50),
      figure('register of 10,000 members as a file, size', sheet.value.bytes / 1024, 'KB', 640),
      figure('register of 10,000 members as a file, peak memory of the function', sheet.peak, 'MB', 400),
    ]
  })
}
