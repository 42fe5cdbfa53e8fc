/** One field of an expression: the values that match, ascending. `isAny` is a plain `*`. */
interface Field {
  values: number[]
  isAny: boolean
}

/** A timer expression of seven fields, read in UTC+8 as the cloud does. */
export interface Cron {
  seconds: number[]
  minutes: number[]
  hours: number[]
  matchesDay: (day: Date) => boolean
}

const EAST_8 = 8 * 3_600_000
const DAY = 86_400_000

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const weekdays = 'SUN MON TUE WED THU FRI SAT'.split(' ')

const bounds: [name: string, from: number, to: number, names?: string[]][] = [
  ['seconds', 0, 59],
  ['minutes', 0, 59],
  ['hours', 0, 23],
  ['days', 1, 31],
  ['months', 1, 12, ['', ...months]],
  ['weekdays', 0, 6, weekdays],
  ['years', 1970, 2099],
]

function fieldOf(text: string, [name, least, most, names = []]: (typeof bounds)[number]): Field {
  const wrong = () => new Error(`"${text}" is not a field of ${name} (${least}-${most})`)
  const numberOf = (word: string): number => {
    const named = word === '' ? -1 : names.indexOf(word.toUpperCase())
    const value = named >= 0 ? named : /^\d+$/.test(word) ? Number(word) : Number.NaN
    if (!(value >= least && value <= most)) throw wrong()
    return value
  }
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const [range = '', step, ...more] = part.split('/')
    const by = step === undefined ? 1 : Number(step)
    if (!Number.isInteger(by) || by < 1 || more.length > 0) throw wrong()
    const [first = '', last, ...rest] = range.split('-')
    if (rest.length > 0) throw wrong()
    const from = range === '*' ? least : numberOf(first)
    // `5/10` goes on to the end, as `5-59/10` does.
    const to = range === '*' ? most : last === undefined ? (step === undefined ? from : most) : numberOf(last)
    if (from > to) throw wrong()
    for (let value = from; value <= to; value += by) values.add(value)
  }
  return { values: [...values].sort((a, b) => a - b), isAny: text === '*' }
}

/** Reads 秒 分 时 日 月 星期 年; throws with the field that is wrong. Day and weekday both given: either of them will do. */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/)
  if (parts.length !== bounds.length) throw new Error(`"${text}" has ${parts.length} fields instead of 7`)
  const fields = bounds.map((bound, i) => fieldOf(parts[i] ?? '', bound))
  const [seconds, minutes, hours, days, monthsOf, weekdaysOf, years] = fields as [
    Field,
    Field,
    Field,
    Field,
    Field,
    Field,
    Field,
  ]
  const matchesDay = (day: Date): boolean => {
    if (!years.values.includes(day.getUTCFullYear()) || !monthsOf.values.includes(day.getUTCMonth() + 1))
      return false
    const byDate = days.values.includes(day.getUTCDate())
    const byWeekday = weekdaysOf.values.includes(day.getUTCDay())
    return days.isAny || weekdaysOf.isAny ? byDate && byWeekday : byDate || byWeekday
  }
  return { seconds: seconds.values, minutes: minutes.values, hours: hours.values, matchesDay }
}

/** The start of the Shanghai day of an instant, as the same wall clock in UTC. */
const dayOf = (at: number): number => Math.floor((at + EAST_8) / DAY) * DAY

function* instantsOf(cron: Cron, day: number, isForward: boolean): Generator<number> {
  if (!cron.matchesDay(new Date(day))) return
  const ordered = (values: number[]) => (isForward ? values : [...values].reverse())
  for (const hour of ordered(cron.hours))
    for (const minute of ordered(cron.minutes))
      for (const second of ordered(cron.seconds))
        yield day - EAST_8 + ((hour * 60 + minute) * 60 + second) * 1000
}

/** The last instant (ms) at which it was due, after `after` and not later than `until`; undefined when there was none. */
export function lastDue(cron: Cron, after: number, until: number): number | undefined {
  for (let day = dayOf(until); day >= dayOf(after); day -= DAY) {
    for (const instant of instantsOf(cron, day, false)) {
      if (instant <= after) return undefined
      if (instant <= until) return instant
    }
  }
  return undefined
}

/** The next instant (ms) at which it is due, within two years. */
export function nextDue(cron: Cron, after: number): number | undefined {
  for (let day = dayOf(after), days = 0; days < 731; day += DAY, days += 1) {
    for (const instant of instantsOf(cron, day, true)) if (instant > after) return instant
  }
  return undefined
}
