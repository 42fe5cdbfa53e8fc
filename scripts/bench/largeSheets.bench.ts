import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import { writeExcel } from '@cloud/lib/papers/write/writeExcel'
import type { FilePiece } from '../../domain/contract/paper'
import { defaultDuties } from '../../domain/duty/defaultDuties'
import { dutiesFor } from '../../domain/duty/dutiesFor'
import { memberSheet } from '../../domain/papers/memberSheet'
import { participation } from '../../domain/papers/participation'
import { paperSpan } from '../../domain/papers/paperSpan'
import { aBranch, aFact, aMember } from '../../domain/testing/builders'
import { type Period, periodByKey, periodKinds, periodsIn } from '../../domain/time/period'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { figure, type Figure } from '../lib/figure'
import { askPapers, bareNode, branchOf, secretary } from './branchPapers'
import { peakOf } from './peakOf'

type Rows = Record<string, unknown>[]

const BRANCHES = 620
const MEMBERS = 1000
const ROWS = 10_000
const committee = 'bench-committee'
/** After the year is closed for entering. */
const now = Date.parse('2027-02-20T20:00:00+08:00')
const year = periodByKey('2026')

const ids = Array.from({ length: BRANCHES }, (_, i) => `b${i}`)

/** What the roll-ups hold of a period: everybody owes everything. */
function rollupOf({ key, kind, from, to }: Period) {
  const duties = dutiesFor(defaultDuties, { from, kind }).filter(({ subject }) => subject !== 'unit')
  const own = Object.fromEntries(
    duties.map(({ id, subject }) => [id, subject === 'member' ? [19, 25] : [1, 1]]),
  )
  return {
    ...{ _id: key, periodKey: key, kind, from, to, watermark: now, run: 1, differences: 0 },
    branches: Object.fromEntries(ids.map((id) => [id, own])),
    members: Object.fromEntries(ids.map((id) => [id, 25])),
    updatedAt: new Date(now),
  }
}

/** A branch of 1,000 with a year of meetings and a deed of each a month, and a county of 620 branches with its sums. */
function rows(): Record<string, object[]> {
  const branch = branchOf({ members: MEMBERS, meetings: 60, years: [2026], now })
  const deeds = Array.from({ length: MEMBERS * 12 }, (_, i) => {
    const memberId = `member${i % MEMBERS}`
    const day = `2026-${String(Math.floor(i / MEMBERS) + 1).padStart(2, '0')}-08`
    return aFact({
      ...{
        _id: `deed${i}`,
        kind: 'deed',
        memberId,
        branchId: 'branch',
        hostId: 'branch',
        activityId: undefined,
      },
      ...{
        occurredAt: Date.parse(`${day}T10:00:00+08:00`),
        occurredOn: day,
        confirmed: { at: now, by: 'x' },
      },
    })
  })
  const others = ids.map((_id, order) =>
    aBranch({ _id, parentId: 'county', name: `县直第${order + 1}机关单位党支部`, order }),
  )
  const stored = periodKinds.flatMap((kind) => periodsIn(kind, year)).map(rollupOf)
  const grant = { role: 'committee', organisationId: 'county', from: '2020-01-01' }
  return {
    ...branch,
    facts: [...branch.facts, ...deeds],
    organisations: [...branch.organisations, ...others],
    identities: [
      ...branch.identities,
      {
        ...{ _id: committee, state: 'bound', requestId: 'bench', grants: [grant] },
        ...{ requestedAt: now, boundAt: now, updatedAt: new Date(now) },
      },
    ],
    consents: [secretary, committee].map((_id) => ({ ...branch.consents[0], _id })),
    duties: defaultDuties,
    rollups: stored,
  }
}

/** Every piece of a file, one after the other. */
async function fileOf(emulator: Emulator, openid: string, action: string, data: object) {
  const pieces: Buffer[] = []
  let [slowest, next] = [0, undefined as FilePiece | undefined]
  do {
    const began = performance.now()
    const made: { content: string; next?: FilePiece } = await askPapers(emulator, openid, action, {
      ...data,
      ...(next && { piece: next }),
    })
    slowest = Math.max(slowest, performance.now() - began)
    pieces.push(Buffer.from(made.content, 'base64'))
    next = made.next
  } while (next)
  const file = Buffer.concat(pieces)
  return { file, slowest, pieces: pieces.length, sheets: Object.keys(unzipSync(file)).length }
}

async function* asked(emulator: Emulator, name: string, openid: string, action: string, data: object) {
  const { value, peak } = await peakOf('papers', () => fileOf(emulator, openid, action, data))
  yield figure(`largeSheets ${name} slowest piece`, value.slowest / 1000, 's', 50)
  yield figure(`largeSheets ${name} pieces`, value.pieces, 'calls', 10)
  yield figure(`largeSheets ${name} peak above Node`, peak - bareNode, 'MB', 400)
  yield figure(`largeSheets ${name} file`, value.file.length / 1024, 'KB')
}

/** 党员一张 of so many rows, written alone: what the writer takes of time and memory. */
async function* written(): AsyncGenerator<Figure> {
  const span = paperSpan('2026')
  const duty = defaultDuties.find(({ id }) => id === 'practical_deed')
  if (!span || !duty) return
  const base = { organisation: '党支部', span, asOf: '2026年12月31日' }
  const people = Array.from({ length: ROWS }, (_, i) => {
    const counted = periodsIn('quarter', year).map((period) => ({
      ...{ period, fills: true },
      record: { id: `r${i}`, title: '为群众办实事', at: Date.parse(`${period.from}T10:00:00+08:00`) },
    }))
    const line = { duty, when: '', needed: 4, done: 4, late: 0, waits: 0, counted, open: [], free: [] }
    return { name: `党员${i}`, member: aMember({ _id: `m${i}` }), remark: '', lines: [line] }
  })
  const participants = people.map(({ name }, i) => ({
    ...{ id: `m${i}`, name, standing: 'full' as const, elsewhere: 0, madeUp: 0, remark: '' },
  }))
  const before = process.memoryUsage().rss
  const began = performance.now()
  const sheet = memberSheet(
    { ...base, people },
    participation({ ...base, meetings: [], people: participants }),
  )
  const file = await writeExcel(sheet, now)
  const peak = process.resourceUsage().maxRSS * 1024 - before
  yield figure(`largeSheets ${ROWS} members written`, (performance.now() - began) / 1000, 's', 30)
  yield figure(`largeSheets ${ROWS} members peak`, peak / 1024 ** 2, 'MB', 400)
  yield figure(`largeSheets ${ROWS} members file`, file.length / 1024, 'KB')
}

/** 全县直 of a year of 620 branches and 党员一张 of 1,000 members, in pieces as a phone asks for them; and the writer with 10,000 rows. */
export default async function* largeSheets(): AsyncGenerator<Figure> {
  yield* written()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const functionsDir = path.resolve('dist/cloudfunctions')
  const options = { port: 0, dataDir, functionsDir, envId: 'demo-bench', collections, at: now }
  const emulator = await startEmulator(options)
  try {
    for (const [name, list] of Object.entries(rows())) emulator.database.insertMany(name, list as Rows)
    const months = { periodKey: '2026' }
    yield* asked(emulator, `county of ${BRANCHES}`, committee, 'paper.ofCounty', {
      ...months,
      paper: 'county',
    })
    yield* asked(emulator, `county of ${BRANCHES} as Word`, committee, 'paper.ofCounty', {
      ...months,
      paper: 'countyText',
    })
    for (const paper of ['members', 'membersText'])
      yield* asked(emulator, `${MEMBERS} members ${paper}`, secretary, 'paper.ofSpan', {
        ...{ branchId: 'branch', ...months, paper },
      })
  } finally {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
