import type { Activity } from '@domain/activity/activity'
import type { ResponseOf } from '@domain/contract/actions'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { meetingWord, toldUntil } from '@domain/reminder/meetingWord'
import { dayOf } from '@domain/time/day'
import { ownGroups } from '../../counting/progress/ownGroups'
import type { Context } from '../../entry/useCase'
import { forLeader, type StoredReminder } from '../../store/collections/reminders'
import { between, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readBranchMembers } from '../../store/readPeople'
import { comers } from './comers'
import { readStanding, type Standing } from './readReach'

/** One meeting to be told one person. */
export interface MeetingToTell {
  /** Whose name only an answer gives. */
  member: Member
  line: Omit<ResponseOf<'reminder.toTell'>['people'][number], 'name'>
  /** As it is stored when somebody has told it; there may be a row already. */
  row: Omit<StoredReminder, 'updatedAt'>
}

const fields = ['kind', 'memberId', 'annulled', 'activityId'] as const
const kept = ['state', 'told', 'code'] as const
type Row = Pick<StoredReminder, '_id' | (typeof kept)[number]>
type Line = MeetingToTell['line']

/** What is to be said of the branch's meetings of the coming days, the soonest first. */
async function readWords(branchId: string, now: number) {
  const startsAt = between(now + 1, toldUntil(now) - 1)
  const state = oneOf(['published', 'cancelled'])
  const found = await find('activities', { branchId, state, startsAt }, { limit: 500 })
  return found
    .sort((a, b) => a.startsAt - b.startsAt)
    .flatMap((activity) => {
      const word = meetingWord(activity, now)
      return word ? [{ activity, ...word }] : []
    })
}

/** Who of the branch is the caller's to tell: a group leader the own group. */
export function ownOf(members: readonly Member[], branch: Organisation, context: Context): Member[] {
  const { today } = context
  const own = ownGroups(branch, context)
  return members.filter((member) => {
    const groupId = membershipOn(member, today)?.groupId
    return !own || (groupId !== undefined && own.has(groupId))
  })
}

/** How it stands with one of them: not at all when WeChat has told or will; else why not, and when a person did. */
function howOf(
  row: Row | undefined,
  standing: ReturnType<Standing>,
): Pick<Line, 'because' | 'told' | 'toldAt'> | null {
  const isReached = row ? !forLeader.includes(row.state) : typeof standing !== 'string'
  if (isReached) return null
  const because = row?.code !== undefined ? ('failed' as const) : standing
  return {
    ...(typeof because === 'string' && { because }),
    ...(row?.told && { told: true, toldAt: row.told.at }),
  }
}

/** As it is stored when a person has told it. */
const rowOf = (
  reminderId: string,
  memberId: string,
  { _id: activityId, branchId, startsAt }: Pick<Activity, '_id' | 'branchId' | 'startsAt'>,
  now: number,
): MeetingToTell['row'] => ({
  _id: reminderId,
  memberId,
  branchId,
  kind: 'meeting',
  periodKey: dayOf(startsAt),
  overdue: false,
  items: [],
  at: now,
  state: 'leader',
  activityId,
})

/**
 * Meetings of the coming days, fresh, changed or cancelled, with those expected whom WeChat does not reach: soonest meeting first, people in
 * register order. Nothing is stored of it but what was told: who comes to be reached, answers or registers is on it no more. Six calls.
 */
export async function meetingsToTell(branch: Organisation, context: Context): Promise<MeetingToTell[]> {
  const { now, today } = context
  const words = await readWords(branch._id, now)
  if (words.length === 0) return []
  const activityId = oneOf(words.map(({ activity }) => activity._id))
  const periodKey = oneOf(words.map(({ activity }) => dayOf(activity.startsAt)))
  const members = ownOf(await readBranchMembers(branch._id, today), branch, context)
  const ids = members.map(({ _id }) => _id)
  const [facts, stored, standing] = await Promise.all([
    find('facts', { activityId }, { limit: 20_000, fields }),
    find('reminders', { periodKey, activityId }, { limit: 20_000, fields: kept }),
    readStanding(ids, 'meeting'),
  ])
  const rows = new Map(stored.map((row) => [row._id, row]))
  return words.flatMap(({ activity, text, key }) => {
    const { _id, title, startsAt } = activity
    const coming = new Set(
      comers(
        activity,
        facts.filter((fact) => fact.activityId === _id),
      ),
    )
    const meeting = { activityId: _id, title, startsAt }
    return members.flatMap((member): MeetingToTell[] => {
      const reminderId = key(member._id)
      const how = coming.has(member._id) ? howOf(rows.get(reminderId), standing(member._id)) : null
      if (!how) return []
      const line = { reminderId, text, at: activity.publishedAt ?? now, meeting, ...how }
      return [{ member, line, row: rowOf(reminderId, member._id, activity, now) }]
    })
  })
}
