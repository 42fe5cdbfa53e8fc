import { kindLabels } from '@domain/activity/kindLabels'
import type { BookMeeting } from '@domain/contract/book'
import type { BranchMonth } from '@domain/contract/overseen'
import { type Day, dayOf } from '@domain/time/day'
import { formatDay, shortPeriodLabel } from '@domain/time/format'
import { periodByKey } from '@domain/time/period'
import { lackText } from '@/features/committee/logic/lackText'
import { notCountedOf } from '@/words/notCounted'
import { notOwedSentences } from '@/features/progress/sentences/notOwed'

type Duty = BranchMonth['duties'][number]

/** A monthly item with what was held for it. */
export interface MonthItem {
  duty: Duty
  meetings: BookMeeting[]
}

const isFor = ({ kind, carries }: BookMeeting, { kind: wanted }: Duty): boolean =>
  wanted !== undefined && [kind, ...carries].includes(wanted)

/** Each item with its meetings, and what was held of kinds that are owed over longer times. */
export function itemsOf({ duties, meetings }: Pick<BranchMonth, 'duties' | 'meetings'>) {
  const items = duties.map((duty): MonthItem => ({
    duty,
    meetings: meetings.filter((meeting) => isFor(meeting, duty)),
  }))
  const own = new Set(items.flatMap((item) => item.meetings.map(({ id }) => id)))
  return { items, others: meetings.filter(({ id }) => !own.has(id)) }
}

/** 8月20日, 8月12日至14日 */
function daysOf(meetings: readonly BookMeeting[]): string {
  const days = meetings.map(({ startsAt }) => dayOf(startsAt))
  const [first, last] = [days[0] ?? '', days[days.length - 1] ?? '']
  return first === last ? formatDay(first) : `${formatDay(first)}至${Number(last.slice(8))}日`
}

const cameText = ({ attended, expected }: BookMeeting): string => `到 ${attended}/${expected}`

/** Why what was seen does not count, said once. */
const reasonText = ({ notCounted }: Duty): string[] => [
  ...new Set(notCounted.map(({ reason }) => notCountedOf(reason).text)),
]

/** 暂无记录, and whether the month before has none either. */
function noneText({ openBefore, missingNames }: Duty): string[] {
  const before = openBefore === undefined ? [] : [`${shortPeriodLabel(periodByKey(openBefore))}也暂无记录`]
  return missingNames.length > 0 ? [`${missingNames.join('、')}暂无记录`, ...before] : ['暂无记录', ...before]
}

/** The facts under an item: when, who came or how many were held, what is missing or does not count. */
export function itemFacts({ duty, meetings }: MonthItem): string[] {
  if (duty.notOwed) return [notOwedSentences[duty.notOwed]]
  const [first, ...more] = meetings
  if (!first) return noneText(duty)
  const held =
    more.length > 0
      ? `${meetings.length} 场`
      : first.kind === duty.kind
        ? cameText(first)
        : `随${kindLabels[first.kind]}计入`
  const isOpen = duty.needed !== null && duty.done < duty.needed
  if (!isOpen) return [daysOf(meetings), held]
  const why = reasonText(duty)
  return [
    daysOf(meetings),
    ...(why.length > 0 ? why : [held]),
    ...(duty.done > 0 || why.length === 0 ? noneText(duty) : []),
  ]
}

/** 8月27日, 到 17/18, 没写讲课人，没计入 */
export const meetingFacts = (meeting: BookMeeting): string[] => [
  formatDay(dayOf(meeting.startsAt)),
  cameText(meeting),
  ...meeting.lacks
    .filter((lack) => lack === 'no_lecturer' || lack === 'no_topic' || lack === 'waits')
    .map(lackText),
]

/** What was held: how many meetings, of them 补录, and confirmed records. */
export const countsOf = (meetings: readonly BookMeeting[]) => ({
  held: meetings.length,
  late: meetings.filter(({ late }) => late).length,
  recorded: meetings.filter(({ state }) => state === 'recorded').length,
})

/** Whether a record was confirmed when its month could not be entered any more. */
export const isRecordedLate = ({ recordedAt }: Pick<BookMeeting, 'recordedAt'>, enteredUntil: Day): boolean =>
  recordedAt !== undefined && dayOf(recordedAt) > enteredUntil

/** 1 场在截止后成册，2 场还没有成册; empty where all were confirmed in time. */
export function minutesText(meetings: readonly BookMeeting[], enteredUntil: Day): string {
  const { held, recorded } = countsOf(meetings)
  const late = meetings.filter((meeting) => isRecordedLate(meeting, enteredUntil)).length
  return [late > 0 ? `${late} 场在截止后成册` : '', held > recorded ? `${held - recorded} 场还没有成册` : '']
    .filter((fact) => fact !== '')
    .join('，')
}
