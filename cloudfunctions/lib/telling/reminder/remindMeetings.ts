import type { Activity } from '@domain/activity/activity'
import { changeKey, changeOf, changeTitles } from '@domain/reminder/changeOf'
import { meetingKey } from '@domain/reminder/meetingWord'
import { meetingFields } from '@domain/reminder/messageFields'
import { addDays, dayOf, endOfDay, startOfDay } from '@domain/time/day'
import { after, atLeast, between, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { comers } from './comers'
import { countyTemplates } from './countyTemplates'
import { deliver } from './deliver'
import { inRotation } from './inRotation'
import { pageOf } from './pages'
import { readReach } from './readReach'
import type { Run } from './run'

const MINUTE = 60_000
/** A run comes every hour: who is told an hour ahead is told within it. */
const HOUR_AHEAD = 65 * MINUTE
/** A change made at night is told in the morning; one that nobody could be told of for a day stands in the inbox alone. */
const CHANGE_MS = 24 * 60 * MINUTE

/** What is to be said of a meeting: under which key, with what before its title. */
interface Word {
  activity: Activity
  key: (memberId: string) => string
  /** Told under one of these, it need not be said. */
  orKey?: (memberId: string) => string
  prefix?: string
}

async function tell({ activity, key, orKey = key, prefix }: Word, run: Run): Promise<void> {
  const { _id: activityId, branchId, startsAt } = activity
  const { meeting } = countyTemplates()
  if (!meeting) return
  const fields = ['kind', 'memberId', 'annulled', 'confirmed'] as const
  const [facts, told] = await Promise.all([
    find('facts', { activityId }, { limit: 20_000, fields }),
    find('reminders', { periodKey: dayOf(startsAt), activityId }, { limit: 50_000, fields: ['kind'] }),
  ])
  const keys = new Set(told.map(({ _id }) => _id))
  const memberIds = comers(activity, facts).filter((id) => !keys.has(key(id)) && !keys.has(orKey(id)))
  const reach = await readReach(memberIds, 'meeting')
  const reached = memberIds.flatMap((memberId) => {
    const receiver = reach(memberId)
    return receiver ? [{ memberId, receiver }] : []
  })
  const said = { ...activity, title: prefix === undefined ? activity.title : `${prefix}：${activity.title}` }
  const about = { branchId, activityId, kind: 'meeting' as const, periodKey: dayOf(startsAt) }
  await run.each(reached, ({ memberId, receiver }) =>
    deliver(
      { _id: key(memberId), memberId, ...about, overdue: false, items: [], at: run.now },
      { ...receiver, page: pageOf(activity), data: meetingFields(said, meeting) },
    ),
  )
}

/** The day before: of this day and hour. Moved, it is told anew; moved back, it has been told; told today that it was moved, it is not told again. */
function aDayAhead(activity: Activity, now: number): Word {
  const key = (memberId: string) => meetingKey(activity._id, memberId, activity.startsAt)
  const change = changeOf(activity, now)
  const isOfToday = change !== null && dayOf(change.at) === dayOf(now)
  return {
    activity,
    key,
    ...(isOfToday && { orKey: (memberId: string) => changeKey(activity._id, memberId, change) }),
  }
}

const anHourAhead = (activity: Activity): Word => ({
  activity,
  key: (memberId) => `soon_${activity._id}_${memberId}_${activity.startsAt}`,
})

async function readBetween(from: number, to: number, aWord: (activity: Activity) => Word): Promise<Word[]> {
  const startsAt = between(from, to)
  return (await find('activities', { state: 'published', startsAt }, { limit: 5000 })).map(aWord)
}

/** Whatever was announced and then moved, put elsewhere or cancelled within the last day. */
async function readChanged(now: number): Promise<Word[]> {
  const updatedAt = atLeast(new Date(now - CHANGE_MS))
  const where = { updatedAt, state: oneOf(['published', 'cancelled']), startsAt: after(now) }
  return (await find('activities', where, { limit: 5000 })).flatMap((activity): Word[] => {
    const change = changeOf(activity, now)
    if (!change || change.at < now - CHANGE_MS) return []
    const key = (memberId: string) => changeKey(activity._id, memberId, change)
    return [{ activity, key, prefix: changeTitles[change.what] }]
  })
}

/** 会议提醒: what was changed first, then an hour and a day ahead; by WeChat to those who asked for it; of the others the leader's list holds it from some days before (meetingsToTell). */
export async function remindMeetings(run: Run): Promise<void> {
  const { now } = run
  const tomorrow = addDays(dayOf(now), 1)
  const readings = {
    changed: () => readChanged(now),
    soon: () => readBetween(now + 1, now + HOUR_AHEAD, anHourAhead),
    [tomorrow]: () => readBetween(startOfDay(tomorrow), endOfDay(tomorrow) - 1, (one) => aDayAhead(one, now)),
  }
  for (const [of, reading] of Object.entries(readings)) {
    const words: Word[] = []
    await run.part(`meetings:${of}`, async () => void words.push(...(await reading())))
    await inRotation(
      `meetings:${of}`,
      words.map((word) => ({ _id: word.activity._id, word })),
      run.isOverForMeetings,
      ({ _id, word }) => run.part(_id, () => tell(word, run)),
    )
  }
}
