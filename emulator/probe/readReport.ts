import fs from 'node:fs'
import type { PhoneAnswers } from './phone.js'
import { phoneAnswers, type ProbeAnswers, type ProbeReport } from './runProbe'

interface Printed {
  report: ProbeReport
  phone: PhoneAnswers
}

function parse(file: string): Partial<Printed> {
  try {
    return Object(JSON.parse(fs.readFileSync(file, 'utf8'))) as Partial<Printed>
  } catch (error) {
    throw new Error(`${file} is not the probe's answer`, { cause: error })
  }
}

/** The answers in a file as the paste printed them. */
export function readReport(file: string): ProbeAnswers {
  const { report, phone } = parse(file)
  if (report?.probe !== 1 || typeof report.answers !== 'object' || typeof phone !== 'object')
    throw new Error(`${file} is not the probe's answer`)
  return { ...report.answers, ...phoneAnswers(phone) }
}
