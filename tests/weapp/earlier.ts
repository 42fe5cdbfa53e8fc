import { spawn } from 'node:child_process'
import path from 'node:path'
import type { County } from '../../scripts/lib/openCounty'
import { WeappHost } from './host'
import type { Network } from './host/cloud'

/**
 * What is done on the phone before the mini-program is closed: a tab, a tap, something that has to stand there, a code scanned by WeChat, or the network
 * that is lost or found.
 */
type Step = { tab: string } | { tap: string } | { see: string } | { scan: string } | { network: Network }

/** WeChat’s own scan of a code. */
const BY_SCAN = 1011

interface Given {
  url: string
  openid: string
  /** How far the phone's clock is from this machine's, ms. */
  ahead: number
  steps: Step[]
}

const program = path.resolve('tests/weapp/earlier.ts')

async function hold({ url, openid, ahead, steps }: Given): Promise<void> {
  const host = new WeappHost({ cloud: { url, openid }, now: () => Date.now() + ahead })
  await host.launch()
  for (const step of steps) {
    if ('tab' in step) await host.openTab(step.tab)
    else if ('tap' in step) await host.tap(step.tap)
    else if ('network' in step) await host.setNetwork(step.network)
    else if ('scan' in step) await host.reopen('pages/home/index', { q: step.scan }, BY_SCAN)
    else await host.until(() => host.has(step.see))
  }
  await host.settle()
  process.stdout.write(JSON.stringify([...host.storage]))
}

/** Opens the mini-program on a phone in a process of its own, does these steps and closes it: what then stands in the phone's storage. */
export async function earlier(
  { emulator }: County,
  openid: string,
  steps: Step[],
): Promise<[string, unknown][]> {
  const ahead = emulator.clock.now() - Date.now()
  const given: Given = { url: emulator.url, openid, ahead, steps }
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(given)])
  const read = (stream: NodeJS.ReadableStream) => {
    const parts: string[] = []
    stream.on('data', (part: Buffer) => parts.push(part.toString()))
    return parts
  }
  const [out, wrong] = [read(child.stdout), read(child.stderr)]
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`the earlier phone ended with ${String(code)}: ${wrong.join('')}`)
  return JSON.parse(out.join('')) as [string, unknown][]
}

if (process.argv[1] === program)
  hold(JSON.parse(process.argv[2] ?? '') as Given).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
