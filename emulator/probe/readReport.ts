import fs from 'node:fs'
import type { PhoneAnswers } from './phone.js'
import { phoneAnswers, type ProbeAnswers, type ProbeReport } from './runProbe'

function parse(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} is not the probe's answer`, { cause: error })
  }
}

/** The answers in a file as the cloud's console shows them, and in another what `phone.js` printed. */
export function readReport(file: string, phoneFile?: string): ProbeAnswers {
  // callFunction wraps what the function returned; the console of the cloud does not.
  const whole = Object(parse(file)) as Partial<ProbeReport> & { result?: Partial<ProbeReport> }
  const { probe, answers } = whole.result ?? whole
  if (probe !== 1 || typeof answers !== 'object') throw new Error(`${file} is not the probe's answer`)
  const phone = phoneFile === undefined ? {} : phoneAnswers(parse(phoneFile) as PhoneAnswers)
  return { ...answers, ...phone }
}
