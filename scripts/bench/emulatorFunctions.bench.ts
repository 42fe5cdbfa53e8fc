import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmulator } from '../../emulator/index'
import type { Emulator } from '../../emulator/types'
import { contractVersion } from '../../domain/contract/answer'
import { mintActivityCode } from '../../domain/checkin/code'
import { type Figure, figure, quantile } from '../lib/figure'
import { type BenchCounty, withCounty } from './county'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

/** What a phone gets: over HTTP, as the app calls. */
async function callAs(emulator: Emulator, openid: string, name: string, data: object): Promise<unknown> {
  const response = await fetch(`${emulator.url}/client/callFunction`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-demo-openid': openid },
    body: JSON.stringify({ name, data }),
  })
  return ((await response.json()) as { result?: unknown }).result
}

/** Times (ms) from sending to the answer, less what the function itself says it worked, in a warm process. */
async function overheads(emulator: Emulator, body: string, turns: number): Promise<number[]> {
  const samples: number[] = []
  const timed = `const began = performance.now(); ${body}; return performance.now() - began`
  for (let turn = 0; turn < turns + 20; turn++) {
    const began = performance.now()
    const own = await callAs(emulator, 'bench', 'script', { body: timed })
    if (turn >= 20) samples.push(performance.now() - began - Number(own))
  }
  return samples
}

async function* overhead(): AsyncGenerator<Figure> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir: path.resolve('emulator/testing/functions'),
    envId: 'demo-bench',
    collections: [{ name: 'notes' }],
  })
  try {
    const idle = await overheads(emulator, '', 300)
    yield figure('function overhead, warm, nothing to do, median', quantile(idle, 0.5), 'ms', 3)
    const reading = await overheads(emulator, `await db.collection('notes').limit(1).get()`, 300)
    yield figure('function overhead, warm, one query, median', quantile(reading, 0.5), 'ms', 3)
    yield figure('function overhead, warm, one query, p99', quantile(reading, 0.99), 'ms')
  } finally {
    await emulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

interface Scan {
  openid: string
  activityId: string
  code: () => string
}

/** The phone of each member; who has none yet is given one, on which the privacy text was agreed to. */
function givePhones({ emulator }: BenchCounty): Map<string, string> {
  const identities = emulator.database.find('identities', { state: 'bound' })
  const phones = new Map(identities.map(({ _id, memberId }) => [String(memberId), String(_id)]))
  const [sample] = identities
  const [agreed] = emulator.database.find('consents', { _id: sample?._id })
  for (const { _id, memberships } of emulator.database.find('members')) {
    const memberId = String(_id)
    if (phones.has(memberId)) continue
    const branchId = (memberships as { branchId: string }[]).slice(-1)[0]?.branchId
    const phone = { ...sample, _id: `bench-${memberId}`, requestId: `bench-${memberId}`, memberId, branchId }
    emulator.database.insertMany('identities', [phone])
    emulator.database.insertMany('consents', [{ ...agreed, _id: phone._id }])
    phones.set(memberId, phone._id)
  }
  return phones
}

/** Everybody who is expected in a meeting within the hour and not there yet, the meetings open. */
async function scansOf(county: BenchCounty): Promise<Scan[]> {
  const { emulator, ask } = county
  const now = emulator.clock.now()
  const phones = givePhones(county)
  const registered = new Set(
    emulator.database
      .find('facts')
      .map(({ activityId, memberId }) => `${String(activityId)} ${String(memberId)}`),
  )
  const scans: Scan[] = []
  const meetings = emulator.database
    .find('activities', { state: { $in: ['published', 'open'] } })
    .filter(({ startsAt }) => Math.abs(Number(startsAt) - now) < 3_600_000)
  for (const { _id, state, createdBy, expected } of meetings) {
    const activityId = String(_id)
    const organiser = phones.get(String(createdBy))
    if (organiser === undefined) continue
    if (state !== 'open') await ask(organiser, 'activity.setState', { activityId, to: 'open' })
    const { codeKey } = await ask<{ codeKey: string }>(organiser, 'activity.board', { activityId })
    const code = () => mintActivityCode({ activityId, codeKey, now: emulator.clock.now() })
    for (const { memberId } of expected as { memberId: string }[]) {
      const openid = phones.get(memberId)
      if (openid !== undefined && !registered.has(`${activityId} ${memberId}`))
        scans.push({ openid, activityId, code })
    }
  }
  return scans
}

interface Answer<T> {
  ok: boolean
  data: T
}

/** Scan and registration of one member; false when either was refused or lost. */
async function register(emulator: Emulator, { openid, code }: Scan): Promise<boolean> {
  const call = <T>(action: string, data: object) =>
    callAs(emulator, openid, 'api', { action, contractVersion, data }) as Promise<Answer<T> | undefined>
  const opened = await call<{ ticket: string }>('checkin.open', { code: code() })
  if (opened?.ok !== true) return false
  const nonce = `bench-${openid}`
  const answer = await call('checkin.register', { ticket: opened.data.ticket, nonce })
  return answer?.ok === true
}

/** Offers the scans over `within` ms, one after the other at even distances, whether or not earlier ones are answered. */
async function offer(
  emulator: Emulator,
  scans: Scan[],
  within: number,
): Promise<{ took: number[]; refused: number; lost: number }> {
  const took: number[] = []
  let refused = 0
  const began = performance.now()
  const run = async (scan: Scan, at: number) => {
    await pause(at - (performance.now() - began))
    const sent = performance.now()
    if (!(await register(emulator, scan))) refused += 1
    took.push(performance.now() - sent)
  }
  await Promise.all(scans.map((scan, i) => run(scan, (i * within) / scans.length)))
  const isKept = ({ openid, activityId }: Scan) => {
    const [identity] = emulator.database.find('identities', { _id: openid })
    return emulator.database.count('facts', { activityId, memberId: identity?.memberId }) === 1
  }
  return { took, refused, lost: scans.filter((scan) => !isKept(scan)).length }
}

async function* crowd(): AsyncGenerator<Figure> {
  yield* withCounty(async function* (county) {
    const scans = await scansOf(county)
    if (scans.length < 140)
      throw new Error(`only ${scans.length} members of the demo county can register now`)
    const runs: [name: string, scans: Scan[], within: number, budget: number | null][] = [
      ['100 registrations in 10 s', scans.slice(0, 100), 10_000, 1500],
      ['40 registrations at once', scans.slice(100, 140), 0, null],
    ]
    for (const [name, chosen, within, budget] of runs) {
      const { took, refused, lost } = await offer(county.emulator, chosen, within)
      yield figure(`${name}, refused`, refused, 'registrations', 0)
      yield figure(`${name}, lost`, lost, 'registrations', 0)
      yield figure(`${name}, scan and registration, median`, quantile(took, 0.5), 'ms')
      yield figure(`${name}, scan and registration, p95`, quantile(took, 0.95), 'ms', budget)
    }
  })
}

/** What the cloud on this machine adds to a function, and how it stands a crowd at the door. */
export default async function* emulatorFunctions(): AsyncGenerator<Figure> {
  yield* overhead()
  yield* crowd()
}
