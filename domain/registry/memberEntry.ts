import type { RowReason } from '../contract/imports'
import type { Standing } from '../org/member'
import type { Day } from '../org/organisation'
import { addDays } from '../period/day'
import { type Cell, harmless, textOf, withoutSpaces } from './cell'
import type { Field } from './columns'
import type { HouseholdCode, MemberEntry, RegisterPost } from './entry'
import { parseCadre, parseHouseholds, parsePosts, parseStanding } from './memberCells'
import { parseDay } from './parseDay'
import { parseName } from './parseName'
import { parsePhone } from './parsePhone'

/** The cell of a field; undefined where the register has no such column. */
export type CellOf = (field: Field) => Cell | undefined

/** Date columns of a member; what is not kept is still checked, for it says the row is not in order. */
function dates(cell: CellOf, today: Day): { joinedOn?: Day; regularOn?: Day; since?: Day } | RowReason {
  const found: Partial<Record<'joinedOn' | 'regularOn' | 'since', Day>> = {}
  for (const field of ['joinedOn', 'regularOn', 'since'] as const) {
    const day = parseDay(cell(field))
    if (day === null) return 'date_not_a_date'
    // 转正 may be planned; one cannot have joined or come tomorrow.
    if (day !== undefined && day > today && field !== 'regularOn') return 'date_in_future'
    if (day !== undefined) found[field] = day
  }
  return found
}

/** Where the register does not say 正式 or 预备, its dates may: nobody is on probation for more than two years. */
function standingByDates(cell: CellOf, today: Day, joinedOn?: Day, regularOn?: Day): Standing | undefined {
  if (regularOn !== undefined) return regularOn <= today ? 'full' : 'probationary'
  if (cell('regularOn') === undefined || joinedOn === undefined) return undefined
  return joinedOn > addDays(today, -365) ? 'probationary' : undefined
}

/** What a row says of a member, or why it cannot be taken. Cells of other columns are not looked at. */
export function memberEntry(cell: CellOf, today: Day): MemberEntry | RowReason {
  const text = (field: Field) => textOf(cell(field))
  const written = text('name')
  if (written === '') return 'no_name'
  const name = parseName(written)
  if (name === null) return 'name_not_a_name'
  if (text('phone') === '') return 'no_phone'
  const phoneTail = parsePhone(text('phone'))
  if (phoneTail === null) return 'phone_not_a_number'
  const standing = text('standing') === '' ? undefined : parseStanding(text('standing'))
  if (standing === null) return 'unknown_standing'
  const on = dates(cell, today)
  if (typeof on === 'string') return on
  const posts = parsePosts(text('post'))
  if (posts === null) return 'unknown_post'
  const households = parseHouseholds(text('households'))
  if (households === null) return 'household_not_a_code'
  return entry({ name, phoneTail }, text, {
    standing: standing ?? standingByDates(cell, today, on.joinedOn, on.regularOn),
    since: on.since,
    posts,
    households,
  })
}

interface Parsed {
  standing: Standing | undefined
  since: Day | undefined
  posts: RegisterPost[]
  households: HouseholdCode[]
}

function entry(
  who: Pick<MemberEntry, 'name' | 'phoneTail'>,
  text: (field: Field) => string,
  { standing, since, posts, households }: Parsed,
): MemberEntry {
  const place = (field: Field) => harmless(withoutSpaces(text(field)), 40)
  const cadre = parseCadre(text('cadre'))
  return {
    ...who,
    ...(place('branch') && { branch: place('branch') }),
    ...(place('group') && { group: place('group') }),
    ...(place('community') && { community: place('community') }),
    ...(standing && { standing }),
    ...(since && { since }),
    ...(cadre && { cadre }),
    ...(posts.length > 0 && { posts }),
    ...(households.length > 0 && { households }),
  }
}
