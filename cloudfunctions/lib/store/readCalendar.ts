import type { Activity, JudgedActivity } from '@domain/activity/activity'
import type { ActivityState } from '@domain/contract/words'
import { AppError } from '../ground/AppError'
import { retry } from '../wx/retry'
import { command, database, type Where } from '../wx/sdk'
import { absent, after, announced, anyOf, atLeast, between, oneOf, there } from './conditions'
import { projectionOf } from './findInPages'
import { pageSize } from './pageSize'
import { judgedFields } from './readActivities'
import { ofTheRecord, ownEntry } from './readActivity'
import { readInPages } from './readInPages'

/** A branch holds about a hundred a year, a county leader's 联系点 several times that. */
const most = 5000
/** Without agenda, key and lists of people but those of the few that are announced. */
const page = pageSize('activities', [
  ...['kind', 'title', 'hostId', 'hostType', 'branchId', 'state', 'startsAt', 'endsAt', 'place', 'topic'],
  ...['chairId', 'recorderId', 'lecturerId', 'lecturerName', 'forYear', 'jointOf', 'jointIds'],
  ...['serviceKind', 'contact', 'limit', 'posterId'],
  ...['carries', 'createdBy', 'publishedAt', 'openedAt', 'closedAt', 'recordedAt', 'cancelledAt', 'nonce'],
  ...['changed', 'updatedAt'],
])
const bulky = { codeKey: 0, ...ofTheRecord }
const nobody = { agenda: [], absences: [], expected: [] }
const judged = projectionOf(judgedFields)

const { aggregate: $ } = command

interface Reading {
  /** Of lists of expected people this member's own entry is read; without it and `announcedFrom` nobody's: a year of whole lists is most of the bytes. */
  memberId?: string
  /** Who is expected at what is announced, not closed, and starts at this instant (ms) or later: it decides what is planned. */
  announcedFrom?: number
  /** Also what these people lecture at, wherever it is: it counts for the lecturer. */
  lecturerIds?: readonly string[]
  /**
   * Also the services of these communities that are announced and start at `from` (ms) or later. Of a service that is over only who registered
   * there says anything, and its fact leads to it: a year of a whole community's is most of the rows.
   */
  offered?: { communityIds: readonly string[]; from: number }
  /** Also these, wherever and whenever they are: of them nobody is expected. */
  pointedAt?: readonly string[]
  /** Before this instant (ms, exclusive); absent: everything to come. */
  until?: number
}

/** Announced, and closed by nobody. */
const stillAnnounced: readonly ActivityState[] = ['published', 'open']

/** What is read of a list of expected people; undefined: nothing. */
function expectedFor({ memberId, announcedFrom }: Reading): unknown {
  if (memberId !== undefined) return ownEntry(memberId)
  if (announcedFrom === undefined) return undefined
  const isAnnounced = $.and([$.in(['$state', stillAnnounced]), $.gte(['$startsAt', announcedFrom])])
  const people = $.cond({ if: isAnnounced, then: '$expected', else: [] })
  return $.map({ input: people, as: 'one', in: { memberId: '$$one.memberId', standing: '$$one.standing' } })
}

/** But for a draft that was given up: it was never announced to anybody, so it was not cancelled either. */
const notGivenUp = () => anyOf({ publishedAt: there() }, { cancelledAt: absent() })

async function readPages<T extends { _id: string }>(
  where: Where,
  expected: unknown,
  fields: Record<string, number>,
): Promise<T[]> {
  const rows = await readInPages({ page, most }, async (last, limit) => {
    const { list } = await retry(() => {
      const found = database
        .collection('activities')
        .aggregate()
        .match(where)
        .match({ _id: after(last) })
        .match(notGivenUp())
        .sort({ _id: 1 })
        .limit(limit)
      const list = expected === undefined ? found : found.addFields({ expected })
      return list.project(fields).end()
    })
    return list as T[]
  })
  if (!rows) throw new AppError('too_many_rows', `more than ${most} activities at one place`)
  return rows
}

/**
 * Activities that serve one of these branches (or units) and start at `from` (ms) or later, without agenda and key. A draft is nobody's business but
 * its author's and stands in no calendar (readDrafts).
 */
export async function readCalendar(
  branchIds: readonly string[],
  from: number,
  reading: Reading = {},
): Promise<Activity[]> {
  const expected = expectedFor(reading)
  const fields = expected === undefined ? { ...bulky, expected: 0 } : bulky
  const rows = await readPages<Activity>(wantedOf(branchIds, from, reading), expected, fields)
  return rows.map((activity) => ({ ...nobody, ...activity }))
}

type JudgedRow = Omit<JudgedActivity, 'expected'> & Partial<Pick<JudgedActivity, 'expected'>>

/** The same, as numbers are judged by it. */
export async function readJudgedCalendar(
  branchIds: readonly string[],
  from: number,
  reading: Reading = {},
): Promise<JudgedActivity[]> {
  const expected = expectedFor(reading)
  const fields = expected === undefined ? judged : { ...judged, expected: 1 }
  const rows = await readPages<JudgedRow>(wantedOf(branchIds, from, reading), expected, fields)
  const { memberId, lecturerIds = [], offered } = reading
  const communityIds = memberId === undefined ? [] : (offered?.communityIds ?? [])
  const placeIds = [...branchIds, ...communityIds]
  const isTheirs = ({ branchId, lecturerId = '' }: JudgedRow) =>
    placeIds.includes(branchId) || lecturerIds.includes(lecturerId)
  return rows.map((row) => ({ ...row, expected: isTheirs(row) ? (row.expected ?? []) : [] }))
}

function wantedOf(
  branchIds: readonly string[],
  from: number,
  { lecturerIds = [], offered, pointedAt = [], until }: Reading,
): Where {
  const since = { startsAt: until === undefined ? atLeast(from) : between(from, until - 1) }
  const wanted: Where[] = [{ branchId: oneOf(branchIds), ...since, state: announced() }]
  if (lecturerIds.length > 0) wanted.push({ lecturerId: oneOf(lecturerIds), ...since, state: announced() })
  if (offered && offered.communityIds.length > 0)
    wanted.push({
      branchId: oneOf(offered.communityIds),
      startsAt: atLeast(offered.from),
      state: oneOf(stillAnnounced),
    })
  if (pointedAt.length > 0) wanted.push({ _id: oneOf(pointedAt) })
  return anyOf(...wanted)
}

/** Drafts shown at most; more than a place can mean to hold. */
const DRAFTS_SHOWN = 40

/** The next drafts of these places, from an instant (ms) on, ascending by start; of the expected this member's own entry. */
export async function readDrafts(
  branchIds: readonly string[],
  from: number,
  memberId = '',
): Promise<Activity[]> {
  if (branchIds.length === 0) return []
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match({ branchId: oneOf(branchIds), state: 'draft', startsAt: atLeast(from) })
      .sort({ startsAt: 1 })
      .limit(DRAFTS_SHOWN)
      .project(bulky)
      .addFields({ expected: ownEntry(memberId) })
      .end(),
  )
  return (list as Activity[]).map((activity) => ({ ...nobody, ...activity }))
}
