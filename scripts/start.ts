import { buildStale } from './lib/buildTargets'
import { haveFirstAdmin } from './lib/firstAdmin'
import { type County, openCounty } from './lib/openCounty'
import { startOptions, usage, UsageError } from './lib/startOptions'
import { demoIdentities } from './seed/identities'

const shanghai = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** Widths as a terminal draws them: Chinese takes two columns. */
function padded(text: string, columns: number): string {
  const width = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(1, columns - width))
}

function greet({ emulator, seed }: County, dataDir: string): void {
  console.log(`
先锋双岗 is running (data in ${dataDir}, clock at ${shanghai(emulator.clock.now())} +08:00)

  mini-program  ${emulator.url}/
  console       ${emulator.url}/console   identities, clock, outbox, collections, function log
`)
  if (seed !== 'none') {
    console.log('Be one of the demo people:')
    for (const { openid, label } of demoIdentities) {
      console.log(`  ${padded(label, 34)}${emulator.url}/?as=${encodeURIComponent(openid)}`)
    }
  }
  const token = haveFirstAdmin(emulator)
  if (token !== undefined) {
    console.log(
      `\nNobody runs this county yet. The first administrator enters with this token, once, within 7 days:\n  ${token}`,
    )
  }
  console.log('\nCtrl-C stops it all.')
}

async function main(): Promise<void> {
  const options = startOptions(process.argv.slice(2))
  if (options.help) {
    console.log(usage)
    return
  }
  const running: { county?: County } = {}
  let isStopping = false
  const stop = () => {
    // The terminal, npm and tsx each pass Ctrl-C on: the second one must not cut the first one's closing short.
    if (isStopping) return
    isStopping = true
    // Whatever hangs, the terminal comes back.
    setTimeout(() => process.exit(1), 2500).unref()
    void Promise.resolve(running.county?.emulator.close()).then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  const log = (line: string) => console.log(line)
  await buildStale(['cloud', 'h5'], log)
  running.county = await openCounty({ ...options, timers: true }, log)
  greet(running.county, options.dataDir)
}

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? `npm start: ${error.message}` : error)
  process.exit(1)
})
