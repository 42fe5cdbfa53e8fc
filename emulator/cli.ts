import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startEmulator } from './index'
import type { CollectionDeclaration } from './types'

const usage = `usage: tsx emulator/cli.ts --data DIR --functions DIR [--port N] [--env demo-ID] [--static DIR] [--collections FILE] [--timers]`

function readCollections(file: string | undefined): CollectionDeclaration[] {
  return file === undefined ? [] : (JSON.parse(fs.readFileSync(file, 'utf8')) as CollectionDeclaration[])
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8686' },
      data: { type: 'string' },
      functions: { type: 'string' },
      env: { type: 'string', default: 'demo-local' },
      static: { type: 'string' },
      collections: { type: 'string' },
      timers: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (values.data === undefined || values.functions === undefined || !Number.isInteger(port))
    throw new Error(usage)
  const emulator = await startEmulator({
    port,
    dataDir: path.resolve(values.data),
    functionsDir: path.resolve(values.functions),
    envId: values.env,
    ...(values.static === undefined ? {} : { staticDir: path.resolve(values.static) }),
    collections: readCollections(values.collections),
    timers: values.timers,
    log: (line) => console.log(line),
  })
  console.log(`gateway ${emulator.url}/admin\nconsole ${emulator.url}/console`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
