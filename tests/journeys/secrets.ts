import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { membersFile, organisationsFile, readRows } from '../../scripts/seed/readRoster'

/** What the register holds and the product must never store or say: ID numbers, full phone numbers, birth dates. */
export interface Secrets {
  numbers: Set<string>
  birthdays: Set<string>
}

export async function readSecrets(): Promise<Secrets> {
  const members = await readRows(membersFile)
  const organisations = await readRows(organisationsFile)
  const column = (title: string) =>
    members.map((row) => row[title]).filter((value) => typeof value === 'string')
  // A day on which an organisation was founded or a term ends, or somebody joined, is no secret when it is also a birthday.
  const known = new Set([
    ...organisations.flatMap((row) => [String(row['成立日期']), String(row['本届届满日期'])]),
    ...column('入党日期'),
    ...column('转正日期'),
  ])
  return {
    numbers: new Set([...column('身份证号'), ...column('联系电话')]),
    birthdays: new Set(column('出生日期').filter((day) => !known.has(day) && day < '2010')),
  }
}

/** The secrets a text holds: digits are compared whole, days in the three ways they are written. */
export function secretsIn(text: string, { numbers, birthdays }: Secrets): string[] {
  const digits = (text.match(/\d{11,18}/g) ?? []).filter((run) => numbers.has(run))
  const days = (text.match(/\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/g) ?? [])
    .map((day) =>
      day
        .split(/[-/.年月]/)
        .map((part, i) => part.padStart(i === 0 ? 4 : 2, '0'))
        .join('-'),
    )
    .filter((day) => birthdays.has(day))
  return [...digits, ...days]
}

/** Every file of a data folder, as text: the database, its journal, its snapshots. */
export const textsBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))

/** Lines of a log that hold a secret or somebody's name: a log has neither. */
export const tellingLines = (
  lines: readonly string[],
  names: readonly string[],
  secrets: Secrets,
): string[] =>
  lines.filter((line) => secretsIn(line, secrets).length > 0 || names.some((name) => line.includes(name)))
