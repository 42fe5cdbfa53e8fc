import { cleanUp, runScript, startTestEmulator } from './startTestEmulator'
import type { Emulator } from '../types'

interface Line {
  bench: string
  value: number
  unit: string
}

const lines: Line[] = []

function report(bench: string, value: number, unit = 'ms'): void {
  lines.push({ bench, value: Math.round(value * 100) / 100, unit })
}

function quantile(samples: number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function repeat(times: number, work: () => unknown): Promise<number[]> {
  const samples: number[] = []
  for (let i = 0; i < times; i += 1) samples.push(await timed(work))
  return samples
}

async function processes(emulator: Emulator): Promise<void> {
  report('function process, cold: empty function', await timed(() => emulator.invoke('slow', { ms: 0 }, {})))
  report(
    'function process, cold: with the SDK',
    await timed(() => emulator.invoke('whoami', {}, { openid: 'x' })),
  )
  const warm = await repeat(300, () => emulator.invoke('whoami', {}, { openid: 'x' }))
  report('warm call without database, median', quantile(warm, 0.5))
  report('warm call without database, p99', quantile(warm, 0.99))
  const phone = JSON.stringify({ name: 'whoami', data: {} })
  const overHttp = await repeat(300, async () =>
    (await fetch(`${emulator.url}/client/callFunction`, { method: 'POST', body: phone })).json(),
  )
  report('warm call over HTTP, median', quantile(overHttp, 0.5))
}

async function calls(emulator: Emulator): Promise<void> {
  const inside = (work: string) =>
    runScript<number[]>(
      emulator,
      `const samples = []
      for (let i = 0; i < 300; i += 1) { const began = performance.now(); ${work}; samples.push(performance.now() - began) }
      return samples.slice(20)`,
    )
  const gets = await inside(`await db.collection('items').doc('d' + i).get()`)
  report('get by _id through the SDK, median', quantile(gets, 0.5))
  report('get by _id through the SDK, p99', quantile(gets, 0.99))
  const adds = await inside(`await db.collection('notes').add({ data: { i, at: Date.now() } })`)
  report('add through the SDK, synced to disk, median', quantile(adds, 0.5))
  const lists = await inside(`await db.collection('items').where({ owner: 'o1', day: '2026-02-01' }).get()`)
  report('indexed query of 100 rows through the SDK, median', quantile(lists, 0.5))
}

async function volume(emulator: Emulator): Promise<void> {
  const docs = Array.from({ length: 60_000 }, (_, n) => ({
    _id: `d${n}`,
    owner: `o${n % 62}`,
    day: `2026-0${(n % 9) + 1}-01`,
    code: n,
    at: 1790059800000 + n,
  }))
  report('insertMany of 60,000', await timed(() => emulator.database.insertMany('items', docs)))
  const groups = await runScript<number>(
    emulator,
    `const began = performance.now()
    await db.collection('items').aggregate().group({ _id: '$owner', n: $.sum(1) }).limit(100).end()
    return performance.now() - began`,
  )
  report('aggregate of 60,000 by owner through the SDK', groups)
}

async function main(): Promise<void> {
  const emulator = await startTestEmulator()
  await volume(emulator)
  await processes(emulator)
  await calls(emulator)
  await cleanUp()
  for (const line of lines) console.log(JSON.stringify(line))
}

void main()
