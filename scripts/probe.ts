import { parseArgs } from 'node:util'
import { openEnvironment } from './deploy/openEnvironment'
import { RequestError, sentenceOf } from './deploy/Management'
import { prepareProbe, removeProbe } from './deploy/probe'
import { Stop } from './deploy/Stop'

const options = {
  deploy: { type: 'boolean', default: false },
  remove: { type: 'boolean', default: false },
  county: { type: 'string' },
  secrets: { type: 'string' },
} as const

async function inRealEnvironment(work: typeof prepareProbe, county: string | undefined, secrets?: string) {
  if (county === undefined) throw new Stop('请用 --county 指定县文件。')
  const { environment } = await openEnvironment(county, secrets)
  await work(environment, (line) => console.log(line))
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options, strict: false })
  const { deploy, remove, county, secrets } = values as Partial<Record<keyof typeof options, string>>
  if (deploy) return inRealEnvironment(prepareProbe, county, secrets)
  if (remove) return inRealEnvironment(removeProbe, county, secrets)
  // Everything else is between the probe and the emulator.
  await import('../emulator/probe/cli')
}

main().catch((error: unknown) => {
  const isExpected = error instanceof Stop || error instanceof RequestError
  console.error(isExpected ? sentenceOf(error, '放置探测函数') : error)
  process.exit(1)
})
