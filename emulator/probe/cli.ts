import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { compareAnswers, type Difference } from './compareAnswers'
import { readReport } from './readReport'
import { type ProbeAnswers, runProbe } from './runProbe'

const usage = `usage: npm run probe -- …
  --against emulator     runs it in the emulator and compares with the real cloud's answers, once there are any (default)
  --against FILE         compares the emulator with answers in a file, and keeps nothing
  --deploy --county deploy/NAME.json [--secrets FILE]   puts the probe into a real environment and prints what to paste
  --remove --county deploy/NAME.json [--secrets FILE]   takes it out again
  --save FILE            keeps what the paste printed as the golden answers
  --accept               keeps the emulator's own answers as the expected ones`

const golden = path.join(__dirname, 'golden.json')
const expected = path.join(__dirname, 'expected.json')

const read = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as ProbeAnswers
const write = (file: string, answers: ProbeAnswers) =>
  fs.writeFileSync(file, `${JSON.stringify(answers, null, 2)}\n`)

function report(differences: Difference[], others: string): number {
  for (const { name, kind, first, second } of differences) {
    console.log(`${kind === 'words' ? 'said otherwise' : kind}: ${name}`)
    if (first) console.log(`  ${others}: ${JSON.stringify(first)}`)
    if (second) console.log(`  emulator: ${JSON.stringify(second)}`)
  }
  const real = differences.filter(({ kind }) => kind !== 'words').length
  console.log(`${real} differ, ${differences.length - real} only in words`)
  return real === 0 ? 0 : 1
}

async function compare(against: string): Promise<number> {
  const answers = await runProbe()
  console.log(`${Object.keys(answers).length} operations`)
  if (against !== 'emulator') return report(compareAnswers(readReport(against), answers), against)
  if (fs.existsSync(golden)) return report(compareAnswers(read(golden), answers), 'real cloud')
  console.log(
    'Never yet compared with a real environment: there is no golden.json. Against the expected answers:',
  )
  return report(compareAnswers(read(expected), answers), 'expected')
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      against: { type: 'string', default: 'emulator' },
      save: { type: 'string' },
      accept: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(usage)
  else if (values.save !== undefined) write(golden, readReport(values.save))
  else if (values.accept) write(expected, await runProbe())
  else return compare(values.against)
  return 0
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    process.exit(1)
  },
)
