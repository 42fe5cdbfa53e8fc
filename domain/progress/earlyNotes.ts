import type { EarlyNote } from '../contract/progress'
import type { Duty } from '../duty/duty'
import { indexActivities } from '../evidence/indexActivities'
import { indexFacts } from '../fact/indexFacts'
import type { Member } from '../org/member'
import { membershipOn } from '../org/membershipOn'
import { type Day, dayOf } from '../time/day'
import type { Period } from '../time/period'
import { hasTalked, hasWorked, type Indexed, meetingsOf, paidDues, tookPart } from './earlyRecords'
import type { Evidence } from './evaluate'
import { isExemptFrom } from './isExemptFrom'

type Track = EarlyNote['of']

/** Whom it is suggested to talk with, by id; a talk on `talkedFrom` or later answers it. */
export type EarlyStretch = Omit<EarlyNote, 'name'> & { talkedFrom: Day }

const tracks: readonly Track[] = ['life', 'dues', 'work']

interface Look extends Indexed {
  branchId: string
  /** Who is in the branch; others' records show that the branch has any. */
  members: readonly Member[]
  duties: readonly Duty[]
  now: number
}

const wasIn = ({ branchId }: Look, { memberships }: Member, { from, to }: Period): boolean =>
  [from, to].every((day) => membershipOn({ memberships }, day)?.branchId === branchId) &&
  memberships.every((one) => one.from <= from || one.from > to || one.branchId === branchId)

/**
 * Whether the member has a record of the kind in a month. null: nobody else of the branch has one either, or it held nothing for the member, so
 * that nothing can be said: 暂无记录 is never "not done".
 */
const hasRecord = (look: Look, member: Member, month: Period, of: Track): boolean | null => {
  const { branchId, members, now } = look
  const others = members.filter(({ _id }) => _id !== member._id)
  if (of === 'dues') {
    if (paidDues(look, member._id, month)) return true
    return others.some(({ _id }) => paidDues(look, _id, month)) ? false : null
  }
  if (of === 'work') {
    if (hasWorked(look, member._id, month)) return true
    return others.some(({ _id }) => hasWorked(look, _id, month)) ? false : null
  }
  if (tookPart(look, member._id, month)) return true
  const groupId = membershipOn(member, month.to)?.groupId
  const isMeant = meetingsOf(look, branchId, month, now).some(
    ({ hostType, hostId }) => hostType !== 'group' || hostId === groupId,
  )
  return isMeant ? false : null
}

/** The unbroken stretch of empty months up to the last one, the first of them first. */
const stretchOf = (look: Look, member: Member, months: readonly Period[], of: Track): Period[] => {
  const empty: Period[] = []
  for (const month of months) {
    if (!wasIn(look, member, month) || isExemptFrom(look.duties, member, month, of)) break
    const record = hasRecord(look, member, month, of)
    if (record) break
    if (record === null) continue
    empty.unshift(month)
  }
  return empty
}

/** The note of a stretch; none while it is shorter than three months, or once somebody has talked since the month that made it so long had begun. */
const noteOf = (
  look: Look,
  member: Member,
  of: Track,
  stretch: readonly Period[],
): EarlyStretch | undefined => {
  const months = stretch.length < 5 ? 3 : 5
  const [first] = stretch
  const last = stretch[months - 1]
  if (!first || !last || hasTalked(look, member._id, last.from)) return undefined
  return { memberId: member._id, of, months, since: first.key, talkedFrom: last.from }
}

/**
 * 长期未参加 (DUTIES row 45): who of a branch has had three or five full months in a row without organisational life, dues or assigned work on
 * record, so that somebody may talk with them; whoever has been talked with is suggested no more until the next level. A private suggestion, never
 * a label. A stretch that fills all the months looked at may have begun before them: its `since` is then the first of them. Facts and activities
 * from the first of the `months` looked at (earlyMonths) on until today.
 */
export const earlyNotes = (
  input: {
    branchId: string
    members: readonly Member[]
    duties: readonly Duty[]
    now: number
    months: readonly Period[]
  } & Evidence,
): EarlyStretch[] => {
  const { branchId, duties, now, months } = input
  const look: Look = {
    branchId,
    members: input.members,
    duties,
    now,
    facts: indexFacts(input.facts),
    activities: indexActivities(input.activities),
  }
  return input.members
    .filter((member) => membershipOn(member, dayOf(now))?.branchId === branchId)
    .flatMap((member) =>
      tracks.flatMap((of) => noteOf(look, member, of, stretchOf(look, member, months, of)) ?? []),
    )
}
