import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmulator } from '../index'
import { type PhoneAnswers, type PhoneCall, probePhone } from './phone.js'

/** What an operation was answered, or the code and the words it was refused with. */
export type ProbeAnswer = { answer: unknown } | { refused: { code: unknown; words: string } }
export type ProbeAnswers = Record<string, ProbeAnswer>

/** What the function `probe` answers. */
export interface ProbeReport {
  probe: 1
  sdk: string
  ms: number
  setUp: string[]
  answers: ProbeAnswers
}

export const functionFolder = path.join(__dirname, 'function')

const CALLER = 'probe-caller'
/** Seconds. */
const SHORT = 2

/** What a phone was told, in the form of the function's answers. */
export function phoneAnswers(phone: PhoneAnswers): ProbeAnswers {
  return Object.fromEntries(
    Object.entries(phone).map(([name, told]): [string, ProbeAnswer] => [
      name,
      told === 'answered' ? { answer: told } : { refused: told },
    ]),
  )
}

function setTimeLimit(folder: string, timeout: number): void {
  const file = path.join(folder, 'config.json')
  const config = JSON.parse(fs.readFileSync(file, 'utf8')) as object
  fs.writeFileSync(file, JSON.stringify({ ...config, timeout }))
}

async function callAsPhone(url: string, { name, data }: PhoneCall): Promise<unknown> {
  const response = await fetch(`${url}/client/callFunction`, {
    method: 'POST',
    headers: { 'x-demo-openid': CALLER },
    body: JSON.stringify({ name, data }),
  })
  const answer = (await response.json()) as { errCode?: number; errMsg: string }
  if (answer.errCode !== undefined) throw Object.assign(new Error(answer.errMsg), answer)
  return answer
}

const documents = ['probe_items', 'probe_others']
const files = (dataDir: string) => fs.readdirSync(path.join(dataDir, 'storage'))

/** Runs the probe in an emulator of its own, as a function and as a phone would see it. */
export async function runProbe(): Promise<ProbeAnswers> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probe-'))
  const functionsDir = path.join(folder, 'functions')
  const target = path.join(functionsDir, 'probe')
  fs.cpSync(functionFolder, target, { recursive: true })
  const dataDir = path.join(folder, 'data')
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir,
    envId: 'demo-probe',
    collections: [],
  })
  try {
    const { result } = await emulator.invoke('probe', {}, { openid: CALLER })
    const left = [...documents.flatMap((name) => emulator.database.find(name)), ...files(dataDir)]
    if (left.length > 0) throw new Error(`the probe left behind: ${JSON.stringify(left)}`)
    // Read at each call: the phone need not wait for the time a whole run may take.
    setTimeLimit(target, SHORT)
    const phone = await probePhone((call) => callAsPhone(emulator.url, call), SHORT * 1000 + 500)
    return { ...(result as ProbeReport).answers, ...phoneAnswers(phone) }
  } finally {
    await emulator.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
