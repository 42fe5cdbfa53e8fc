import { cleanUp, runScript, startTestEmulator } from '../../emulator/testing/startTestEmulator'
import type { Emulator } from '../../emulator/types'
import { type Figure, figure, quantile } from '../lib/figure'

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function repeat(times: number, work: () => unknown): Promise<number[]> {
  const samples: number[] = []
  for (let turn = 0; turn < times; turn++) samples.push(await timed(work))
  return samples
}

/** The samples of a line of code run in a function process, the first ones left out. */
function inside(emulator: Emulator, line: string): Promise<number[]> {
  return runScript<number[]>(
    emulator,
    `const samples = []
    for (let i = 0; i < 220; i += 1) { const began = performance.now(); ${line}; samples.push(performance.now() - began) }
    return samples.slice(20)`,
  )
}

async function* processes(emulator: Emulator): AsyncGenerator<Figure> {
  const empty = await timed(() => emulator.invoke('slow', { ms: 0 }, {}))
  yield figure('function process, cold: empty function', empty, 'ms')
  const withSdk = await timed(() => emulator.invoke('whoami', {}, { openid: 'x' }))
  yield figure('function process, cold: with the SDK', withSdk, 'ms')
  const body = JSON.stringify({ name: 'whoami', data: {} })
  const address = `${emulator.url}/client/callFunction`
  const overHttp = await repeat(300, async () => (await fetch(address, { method: 'POST', body })).json())
  yield figure('warm call over HTTP, median', quantile(overHttp, 0.5), 'ms')
}

async function* documents(emulator: Emulator): AsyncGenerator<Figure> {
  const docs = Array.from({ length: 60_000 }, (_, n) => ({
    _id: `d${n}`,
    owner: `o${n % 62}`,
    day: `2026-0${(n % 9) + 1}-01`,
    code: n,
    at: 1790059800000 + n,
  }))
  yield figure('insert 60,000', await timed(() => emulator.database.insertMany('items', docs)), 'ms')
  const adds = await inside(emulator, `await db.collection('notes').add({ data: { i, at: Date.now() } })`)
  yield figure('add through the SDK, synced to disk, median', quantile(adds, 0.5), 'ms')
  const lists = await inside(
    emulator,
    `await db.collection('items').where({ owner: 'o1', day: '2026-02-01' }).get()`,
  )
  yield figure('indexed query of 100 rows through the SDK, median', quantile(lists, 0.5), 'ms')
}

/** What a call costs by its kind: starting a process, adding, listing. */
export default async function* emulatorCalls(): AsyncGenerator<Figure> {
  const emulator = await startTestEmulator()
  try {
    yield* processes(emulator)
    yield* documents(emulator)
  } finally {
    await cleanUp()
  }
}
