import type { RowReason } from '../contract/imports'
import type { Standing } from '../contract/words'
import { addDays, type Day } from '../time/day'
import { type Cell, harmless, textOf, withoutSpaces } from './cell'
import type { Field } from './columns'
import type { MemberEntry } from './entry'
import { parseCadre, parseHouseholds, parseStanding } from './memberCells'
import { parseDay } from './parseDay'
import { parseName } from './parseName'
import { parsePhone } from './parsePhone'
import { parsePosts } from './parsePosts'

/** The cell of a field; undefined where the register has no such column. */
export type CellOf = (field: Field) => Cell | undefined

/** How telephones of a sheet are read. */
export interface PhoneReading {
  /** The title asks for the last four digits alone. */
  isTailColumn: boolean
  /** Keyed hash of a whole number; undefined without a key. */
  hashOf: (whole: string) => string | undefined
}

const dates = ['joinedOn', 'regularOn', 'since'] as const
type Dates = Partial<Record<(typeof dates)[number], Day>>

/** Collects all that is wrong with a row: one look at the preview mends it. */
class Faults {
  /** What keeps the row from being taken. */
  readonly stops: RowReason[] = []
  /** What is left out of it. */
  readonly flaws: RowReason[] = []

  /** `value`, unless it is null: then the reason counts. */
  stop<T>(value: T | null, reason: RowReason): T | undefined {
    if (value === null) this.stops.push(reason)
    return value ?? undefined
  }
}

/** Date columns of a member; what is not kept is still checked, for it says the row is not in order. */
function datesOf(cell: CellOf, today: Day, { stops }: Faults): Dates {
  const found: Dates = {}
  for (const field of dates) {
    const day = parseDay(cell(field))
    if (day === null) stops.push('date_not_a_date')
    // 转正 may be planned; one cannot have joined or come tomorrow.
    else if (day !== undefined && day > today && field !== 'regularOn') stops.push('date_in_future')
    else if (day !== undefined) found[field] = day
  }
  const { joinedOn, regularOn } = found
  if (joinedOn !== undefined && regularOn !== undefined && regularOn < joinedOn)
    stops.push('regular_before_joined')
  return found
}

/** Where the register does not say 正式 or 预备, its dates may: nobody is on probation for more than two years. */
function standingByDates(cell: CellOf, today: Day, { joinedOn, regularOn }: Dates): Standing | undefined {
  if (regularOn !== undefined) return regularOn <= today ? 'full' : 'probationary'
  if (cell('regularOn') === undefined || joinedOn === undefined) return undefined
  return joinedOn > addDays(today, -365) ? 'probationary' : undefined
}

function phoneOf(text: string, { isTailColumn, hashOf }: PhoneReading, faults: Faults): Partial<MemberEntry> {
  if (text === '') {
    faults.stops.push('no_phone')
    return {}
  }
  const phone = faults.stop(parsePhone(text, isTailColumn), 'phone_not_a_number')
  if (phone?.tail === undefined) {
    if (phone) faults.flaws.push('short_number')
    return phone?.short?.length === 4 ? { shortNumber: phone.short } : {}
  }
  const phoneHash = phone.whole === undefined ? undefined : hashOf(phone.whole)
  return { phoneTail: phone.tail, ...(phoneHash !== undefined && { phoneHash }) }
}

function postsOf(text: string, branch: string, { flaws }: Faults): Partial<MemberEntry> {
  const { posts, others } = parsePosts(text, branch === '' ? undefined : branch)
  if (others.length > 0) flaws.push('other_post')
  return {
    ...(posts.length > 0 && { posts }),
    ...(others.length > 0 && { otherPosts: others.join('、').slice(0, 40) }),
  }
}

/** What a row says of a member, or all the reasons why it cannot be taken. Cells of other columns are not looked at. */
export function memberEntry(cell: CellOf, today: Day, phones: PhoneReading): MemberEntry | RowReason[] {
  const text = (field: Field) => textOf(cell(field))
  const place = (field: Field) => harmless(withoutSpaces(text(field)), 40)
  const faults = new Faults()
  const written = text('name')
  if (written === '') faults.stops.push('no_name')
  const name = written === '' ? undefined : faults.stop(parseName(written), 'name_not_a_name')
  const phone = phoneOf(text('phone'), phones, faults)
  const standing = faults.stop(parseStanding(text('standing')), 'unknown_standing')
  const on = datesOf(cell, today, faults)
  const households = parseHouseholds(text('households'))
  if (households === null) faults.flaws.push('household_not_a_code')
  const posts = postsOf(text('post'), place('branch'), faults)
  if (faults.stops.length > 0 || name === undefined) return [...new Set([...faults.stops, ...faults.flaws])]
  const is = standing ?? standingByDates(cell, today, on)
  const cadre = parseCadre(text('cadre'))
  return {
    name,
    ...phone,
    ...posts,
    ...(place('branch') && { branch: place('branch') }),
    ...(place('group') && { group: place('group') }),
    ...(place('community') && { community: place('community') }),
    ...(is && { standing: is }),
    ...(on.since && { since: on.since }),
    ...(cadre && { cadre }),
    ...(households && households.length > 0 && { households }),
    ...(faults.flaws.length > 0 && { flaws: faults.flaws }),
  }
}
