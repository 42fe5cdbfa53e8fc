import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { declarations as collections } from '@cloud/lib/store/collections/collections'
import type { ResponseOf } from '../../domain/contract/actions'
import { contractVersion } from '../../domain/contract/answer'
import { consentVersion } from '../../domain/contract/consentVersion'
import type { LongPaper } from '../../domain/contract/paper'
import { defaultDuties } from '../../domain/duty/defaultDuties'
import { aBranch, aFact, aMember, anActivity } from '../../domain/testing/builders'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { figure, type Figure } from '../lib/figure'
import { peakOf } from './peakOf'

const MEMBERS = 300
const MEETINGS = 150
const now = Date.parse('2026-12-31T20:00:00+08:00')
const secretary = 'bench-secretary'
const branchId = 'branch'
const ids = Array.from({ length: MEMBERS }, (_, i) => `member${i}`)

type Rows = Record<string, unknown>[]
type Part = ResponseOf<'paper.part'>

/** The largest branch there may be, at the end of a year of three meetings a week, everybody at each. */
function year(): Record<string, object[]> {
  const expected = ids.map((memberId) => ({ memberId, standing: 'full' as const }))
  const meetings = Array.from({ length: MEETINGS }, (_, i) => {
    const startsAt = Date.parse('2026-01-02T15:00:00+08:00') + i * 2 * 86_400_000
    return anActivity({
      ...{ _id: `meeting${i}`, branchId, hostId: branchId, kind: 'study', state: 'recorded', expected },
      ...{ title: `第${i + 1}次集中学习`, carries: [], startsAt, endsAt: startsAt + 5_400_000 },
      agenda: [{ text: '学习习近平总书记重要讲话精神', minutes: 40 }],
    })
  })
  const members = ids.map((_id, i) =>
    aMember({
      ...{ _id, order: i, memberships: [{ branchId, from: '2020-01-01' }], alias: `a${i}`, households: [] },
      posts: i === 0 ? [{ post: 'secretary', organisationId: branchId, from: '2024-01-01' }] : [],
    }),
  )
  const facts = meetings.flatMap(({ _id: activityId, startsAt }) =>
    ids.map((memberId) =>
      aFact({
        ...{ _id: `${activityId}_${memberId}`, kind: 'attendance', activityId, memberId, branchId },
        ...{ hostId: branchId, occurredAt: startsAt, activityKind: 'study' },
      }),
    ),
  )
  const county = { _id: 'county', type: 'work_committee', name: '县直机关工委', parentId: null, order: 1 }
  return {
    organisations: [{ ...county, validFrom: '2020-01-01' }, aBranch({ _id: branchId, parentId: 'county' })],
    duties: defaultDuties,
    ...{ activities: meetings, members, facts },
    identities: [
      {
        ...{ _id: secretary, state: 'bound', requestId: 'bench', memberId: 'member0', grants: [] },
        ...{ requestedAt: now, boundAt: now, updatedAt: new Date(now) },
      },
    ],
    consents: [{ _id: secretary, version: consentVersion, at: now }],
  }
}

async function make(emulator: Emulator, paper: LongPaper): Promise<{ parts: Part[]; slowest: number }> {
  const parts: Part[] = []
  let slowest = 0
  while (parts.at(-1)?.end === undefined) {
    const soFar = parts.at(-1)?.soFar
    const data = { branchId, periodKey: '2026', paper, ...(soFar && { soFar }) }
    const began = performance.now()
    const request = { action: 'paper.part', contractVersion, data }
    const { result } = await emulator.invoke('papers', request, { openid: secretary })
    slowest = Math.max(slowest, performance.now() - began)
    const answer = result as { ok: boolean; data: Part }
    if (!answer.ok) throw new Error(`${paper}: ${JSON.stringify(answer)}`)
    parts.push(answer.data)
  }
  return { parts, slowest }
}

const fileOf = (parts: readonly Part[]): Buffer =>
  Buffer.concat(
    [
      ...parts.map(({ content }) => content),
      ...parts.map(({ directory }) => directory),
      ...parts.map(({ end = '' }) => end),
    ].map((piece) => Buffer.from(piece, 'base64')),
  )

/** A bare process of Node, before it has loaded anything. */
const BARE_MB = 45

/** 党支部工作手册 and the .zip of a year of 150 meetings of 300 members, as a phone asks for them. */
export default async function* yearPapers(): AsyncGenerator<Figure> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const functionsDir = path.resolve('dist/cloudfunctions')
  const options = { port: 0, dataDir, functionsDir, envId: 'demo-bench', collections, at: now }
  const emulator = await startEmulator(options)
  try {
    for (const [name, rows] of Object.entries(year())) emulator.database.insertMany(name, rows as Rows)
    for (const paper of ['handbook', 'bundle'] as const) {
      const began = performance.now()
      const { value, peak } = await peakOf('papers', () => make(emulator, paper))
      const file = fileOf(value.parts)
      yield figure(`yearPapers ${paper} whole`, (performance.now() - began) / 1000, 's')
      yield figure(`yearPapers ${paper} slowest part`, value.slowest / 1000, 's', 30)
      yield figure(`yearPapers ${paper} parts`, value.parts.length, 'calls')
      yield figure(`yearPapers ${paper} peak above Node`, peak - BARE_MB, 'MB', 150)
      yield figure(`yearPapers ${paper} file`, file.length / 1024, 'KB')
      yield figure(`yearPapers ${paper} entries`, Object.keys(unzipSync(file)).length, 'files')
    }
  } finally {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
