import type { Templates } from '../contract/templates'
import { gapText } from '../progress/gapWords'
import { clockOf, type Day, dayOf, startOfDay } from '../time/day'
import { entryClosesAt } from '../time/entryDeadline'
import { formatClock } from '../time/format'
import type { Period } from '../time/period'
import type { WorkCalendar } from '../time/workCalendar'
import type { DueReminder } from './dueReminder'
import type { Gap } from './gapsOf'
import { waitingItems } from './dueWaiting'
import { fitted, keywordText, lengthOf, THING } from './keywordText'
import { isAllAhead, reminderText } from './reminderText'
import type { Waits } from './waits'

export type MessageFields = Record<string, { value: string }>

/** A thing with its number: 帮扶走访 1 次. */
type Counted = Pick<Gap, 'label' | 'missing' | 'measure'>

/** An item alone: a label that is too long loses its end, the number stays whole. */
const fittedItem = (item: Counted, most: number): string => {
  const number = ` ${item.missing} ${item.measure}`
  return lengthOf(gapText(item)) <= most
    ? gapText(item)
    : `${fitted(item.label, most - lengthOf(number))}${number}`
}

/** As many whole items as fit, 等 when there are more: cut between items, never in a number. */
export const fittedList = (items: readonly Counted[], most: number = THING): string => {
  for (let count = items.length; count > 1; count -= 1) {
    const text = `${items.slice(0, count).map(gapText).join('、')}${count < items.length ? '等' : ''}`
    if (lengthOf(text) <= most) return text
  }
  const [first] = items
  if (!first) return ''
  return items.length === 1 ? fittedItem(first, most) : `${fittedItem(first, most - 1)}等`
}

/** `2026年9月30日`, as a `date` field is written. */
const dateField = (at: number): string => {
  const { year, month, date } = clockOf(at)
  return `${year}年${month}月${date}日`
}

type Keywords<T extends keyof Templates> = NonNullable<Templates[T]>

/** Field by field: the keyword the county's template has for it, if any, and what stands there. */
const fieldsOf = (
  fields: readonly (readonly [keyword: string | undefined, text: string])[],
  fixed: Record<string, string> = {},
): MessageFields =>
  Object.fromEntries(
    [...fields, ...Object.entries(fixed)].flatMap(([keyword, text]) =>
      keyword === undefined ? [] : [[keyword, { value: keywordText(keyword, text) }]],
    ),
  )

const lastDayOf = (month: Period, overdue: boolean, calendar: WorkCalendar): Day =>
  overdue ? dayOf(entryClosesAt(month, calendar) - 1) : month.to

/** What the branch's own word ends with: whose it is, never a person's. Its first five characters say so alone. */
const signed = '党支部提醒，方便时安排'

/** Fields of the template for gaps, as far as it has keywords for them: how much, which, what to do, until when. `fromBranch`: the branch's own word. */
export const gapFields = (
  reminder: DueReminder,
  calendar: WorkCalendar,
  { title, list, hint, until, fixed }: Keywords<'month_gap'>,
  { fromBranch = false }: { fromBranch?: boolean } = {},
): MessageFields => {
  const words = reminderText(reminder)
  const { month, overdue, periods } = reminder.round
  const year = isAllAhead(reminder) ? periods.find(({ to }) => to > month.to) : undefined
  const lastDay = year?.to ?? lastDayOf(month, overdue, calendar)
  return fieldsOf(
    [
      [title, words.title],
      [list, fittedList(reminder.items)],
      [hint, fromBranch ? signed : words.hint],
      [until, dateField(startOfDay(lastDay))],
    ],
    fixed,
  )
}

/** Fields of the template for a meeting: what, when, where. */
export const meetingFields = (
  meeting: { title: string; startsAt: number; place: string },
  { title, time, place, fixed }: Keywords<'meeting'>,
): MessageFields =>
  fieldsOf(
    [
      [title, meeting.title],
      [time, `${dateField(meeting.startsAt)} ${formatClock(meeting.startsAt).padStart(5, '0')}`],
      [place, meeting.place],
    ],
    fixed,
  )

/** Fields of the template for what waits, as far as it has keywords for them: how many things, which, where they are answered, since when. */
export const waitingFields = (
  waits: readonly Waits[],
  { title, list, hint, since, fixed }: Keywords<'waiting'>,
): MessageFields =>
  fieldsOf(
    [
      [title, `${waits.length} 件事等您确认`],
      [list, fittedList(waitingItems(waits))],
      [hint, '请在工作里答复'],
      [since, dateField(Math.min(...waits.map((one) => one.since)))],
    ],
    fixed,
  )

/** A message that only shows whether the template is set right: every keyword it has, filled. */
export const trialFields = (
  { id: _id, longTerm: _longTerm, fixed, ...keywords }: Keywords<keyof Templates>,
  now: number,
): MessageFields =>
  fieldsOf(
    Object.entries(keywords).map(([meaning, keyword]) => [
      keyword,
      ['time', 'until', 'since'].includes(meaning) ? dateField(now) : '试发，收到即设置正确',
    ]),
    fixed,
  )
