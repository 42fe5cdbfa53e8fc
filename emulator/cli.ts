import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startEmulator } from './index'
import { isSnapshotCommand, runSnapshotCommand, snapshotUsage } from './snapshot/parseCommand'
import type { CollectionDeclaration } from './types'

const usage = `usage: npm run emulator -- [command] --data DIR
  --port N             8686; 0 takes a free one
  --functions DIR      the built functions (DIR/functions of --data)
  --env demo-ID        demo-local
  --static DIR         the built page, served at /
  --collections FILE   the collections there are and their indexes, in JSON
  --timers             timers of functions run by themselves
commands, with --data alone, also while the emulator runs:
${snapshotUsage}`

function readCollections(file: string | undefined): CollectionDeclaration[] {
  return file === undefined ? [] : (JSON.parse(fs.readFileSync(file, 'utf8')) as CollectionDeclaration[])
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
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
  if (values.data === undefined || !Number.isInteger(port)) throw new Error(usage)
  if (positionals.length > 0) {
    if (!isSnapshotCommand(positionals[0])) throw new Error(usage)
    console.log(await runSnapshotCommand(positionals, path.resolve(values.data)))
    return
  }
  const emulator = await startEmulator({
    port,
    dataDir: path.resolve(values.data),
    functionsDir: path.resolve(values.functions ?? path.join(values.data, 'functions')),
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
