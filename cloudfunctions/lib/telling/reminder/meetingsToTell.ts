import type { ResponseOf } from '@domain/contract/actions'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { meetingWord, toldUntil } from '@domain/reminder/meetingWord'
import { dayOf } from '@domain/time/day'
import { ownGroups } from '../../counting/progress/branchPage'
import type { Context } from '../../entry/useCase'
import { forLeader, type StoredReminder } from '../../store/collections/reminders'
import { between, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { readBranchMembers } from '../../store/readPeople'
import { comers } from './comers'
import { readStanding } from './readReach'

/** One meeting to be told one person. */
export interface MeetingToTell {
  /** Whose name only an answer gives. */
  member: Member
  line: Omit<ResponseOf<'reminder.toTell'>['people'][number], 'name'>
  /** As it is stored when somebody has told it; there may be a row already. */
  row: Omit<StoredReminder, 'updatedAt'>
}

const fields = ['kind', 'memberId', 'annulled', 'activityId'] as const

/**
 * Meetings of the coming days, fresh, changed or cancelled, with those expected whom WeChat does not reach: soonest meeting first, people in
 * register order. Nothing is stored of it but what was told: who comes to be reached, answers or registers is on it no more. Six calls.
 */
export async function meetingsToTell(branch: Organisation, context: Context): Promise<MeetingToTell[]> {
  const { now, today } = context
  const startsAt = between(now + 1, toldUntil(now) - 1)
  const state = oneOf(['published', 'cancelled'])
  const found = await find('activities', { branchId: branch._id, state, startsAt }, { limit: 500 })
  const words = found
    .sort((a, b) => a.startsAt - b.startsAt)
    .flatMap((activity) => {
      const word = meetingWord(activity, now)
      return word ? [{ activity, ...word }] : []
    })
  if (words.length === 0) return []
  const activityId = oneOf(words.map(({ activity }) => activity._id))
  const days = [...new Set(words.map((one) => dayOf(one.activity.startsAt)))]
  const own = ownGroups(branch, context)
  const members = (await readBranchMembers(branch._id, today)).filter((member) => {
    const groupId = membershipOn(member, today)?.groupId
    return !own || (groupId !== undefined && own.has(groupId))
  })
  const [facts, stored, standing] = await Promise.all([
    find('facts', { activityId }, { limit: 20_000, fields }),
    find('reminders', { periodKey: oneOf(days), activityId }, { limit: 20_000, fields: ['state', 'told'] }),
    readStanding(
      members.map(({ _id }) => _id),
      'meeting',
    ),
  ])
  const rows = new Map(stored.map((row) => [row._id, row]))
  return words.flatMap(({ activity, text, key }) => {
    const { _id, title, startsAt: begins } = activity
    const ofThis = facts.filter((fact) => fact.activityId === _id)
    const coming = new Set(comers(activity, ofThis))
    return members.flatMap((member): MeetingToTell[] => {
      const reminderId = key(member._id)
      const row = rows.get(reminderId)
      const because = row && !row.told ? ('failed' as const) : standing(member._id)
      const isReached = row ? !forLeader.includes(row.state) : typeof because !== 'string'
      if (!coming.has(member._id) || isReached) return []
      const line = {
        reminderId,
        text,
        at: activity.publishedAt ?? now,
        meeting: { activityId: _id, title, startsAt: begins },
        ...(typeof because === 'string' && { because }),
        ...(row?.told && { told: true, toldAt: row.told.at }),
      }
      const kept = {
        _id: reminderId,
        memberId: member._id,
        branchId: branch._id,
        kind: 'meeting' as const,
        periodKey: dayOf(begins),
        overdue: false,
        items: [],
        at: now,
        state: 'leader' as const,
        activityId: _id,
      }
      return [{ member, line, row: kept }]
    })
  })
}
