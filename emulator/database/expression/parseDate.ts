import { requestFailed } from '../../cloudError'
import { fromLocal } from './zone'

interface Parts {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
  zone?: string
}

const ISO =
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T ](?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)? ?(?<zone>Z|GMT|UTC|[+-]\d{2}(?::?\d{2})?)?$/

const letters: Record<string, string> = {
  Y: '(?<year>\\d{4})',
  m: '(?<month>\\d{1,2})',
  d: '(?<day>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  M: '(?<minute>\\d{1,2})',
  S: '(?<second>\\d{1,2})',
  L: '(?<fraction>\\d{1,3})',
  z: '(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)',
  '%': '%',
}

function patternOf(format: string): RegExp {
  const source = format.replace(/%(.?)|[^%]/gs, (piece, letter: string | undefined) => {
    if (letter === undefined) return piece.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')
    const part = letters[letter]
    if (part === undefined) throw requestFailed(`Invalid format character '%${letter}' in format string`)
    return part
  })
  return new RegExp(`^${source}$`)
}

function partsOf(source: string, pattern: RegExp): Parts | undefined {
  const groups = pattern.exec(source)?.groups
  if (groups?.year === undefined || groups.month === undefined || groups.day === undefined) return undefined
  const at = (name: string) => Number(groups[name] ?? 0)
  const parts: Parts = {
    year: at('year'),
    month: at('month'),
    day: at('day'),
    hour: at('hour'),
    minute: at('minute'),
    second: at('second'),
    ms: Number((groups.fraction ?? '').padEnd(3, '0').slice(0, 3)),
  }
  const days = new Date(Date.UTC(parts.year, parts.month, 0)).getUTCDate()
  const isValid =
    parts.month >= 1 &&
    parts.month <= 12 &&
    parts.day >= 1 &&
    parts.day <= days &&
    parts.hour < 24 &&
    parts.minute < 60
  if (!isValid || parts.second >= 60) return undefined
  return groups.zone === undefined ? parts : { ...parts, zone: groups.zone }
}

/** ISO 8601, or as the format says: UTC milliseconds, undefined when the text is no date. */
export function parseDate(source: string, format?: string, zone?: string): number | undefined {
  const parts = partsOf(source.trim(), format === undefined ? ISO : patternOf(format))
  if (parts === undefined) return undefined
  if (parts.zone !== undefined && zone !== undefined)
    throw requestFailed(
      'you cannot pass in a date/time string with time zone information together with a timezone',
    )
  const { year, month, day, hour, minute, second, ms } = parts
  return fromLocal(Date.UTC(year, month - 1, day, hour, minute, second, ms), parts.zone ?? zone ?? 'UTC')
}
