import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { firstAdmin } from './lib/firstAdmin'

const usage = `npm run setup:admin -- --county NAME [--out FILE]
  makes the one-time token with which the first administrator enters a new environment
  --county NAME   the work committee, founded under this name when the environment is still empty
  --out FILE      the row to import into the collection invitations (.local/first-admin.json)`

function main(): void {
  const options = {
    county: { type: 'string' },
    out: { type: 'string', default: '.local/first-admin.json' },
    help: { type: 'boolean', short: 'h' },
  } as const
  const { county, out, help } = parseArgs({ options }).values
  if (help === true || county === undefined || county.trim() === '') {
    console.log(usage)
    if (help !== true) process.exitCode = 1
    return
  }
  const { token, row } = firstAdmin(county.trim(), Date.now())
  mkdirSync(path.dirname(out), { recursive: true })
  // The cloud console imports JSON lines: one document a line.
  writeFileSync(out, `${JSON.stringify(row)}\n`)
  console.log(`1. In the cloud console, import ${out} into the collection invitations (conflict mode: insert).
2. Give the first administrator this token. It is good once, for 7 days, and only while nobody runs the county:

   ${token}
`)
}

main()
