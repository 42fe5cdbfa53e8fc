import { clockOf, dayOf, endOfDay, startOfDay } from '../time/day'
import { entryClosesAt } from '../time/entryDeadline'
import { formatClock } from '../time/format'
import type { WorkCalendar } from '../time/workCalendar'
import type { DueReminder } from './dueReminder'
import type { Gap } from './gapsOf'
import { gapText, reminderText } from './reminderText'

/** Characters a `thing` field of a subscription message may hold, inclusive. */
const THING = 20

export type MessageFields = Record<string, { value: string }>

/** A title that does not fit loses its end, never more. */
export const fitted = (text: string, most: number = THING): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`

/** An item alone: a label that is too long loses its end, the number stays whole. */
const fittedItem = (item: Gap, most: number): string => {
  const number = ` ${item.missing} ${item.measure}`
  return gapText(item).length <= most ? gapText(item) : `${fitted(item.label, most - number.length)}${number}`
}

/** As many whole items as fit, 等 when there are more: cut between items, never in a number. */
export const fittedList = (items: readonly Gap[], most: number = THING): string => {
  for (let count = items.length; count > 1; count -= 1) {
    const text = `${items.slice(0, count).map(gapText).join('、')}${count < items.length ? '等' : ''}`
    if (text.length <= most) return text
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

/** Fields of the template for gaps, in the order the owner chooses its keywords: what, which, what to do, until when. */
export const gapFields = (reminder: DueReminder, calendar: WorkCalendar): MessageFields => {
  const { title, hint } = reminderText(reminder)
  const { month, overdue } = reminder.round
  const lastDay = overdue ? dayOf(entryClosesAt(month, calendar) - 1) : dayOf(endOfDay(month.to) - 1)
  return {
    thing1: { value: fitted(title) },
    thing2: { value: fittedList(reminder.items) },
    thing3: { value: fitted(hint) },
    date4: { value: dateField(startOfDay(lastDay)) },
  }
}

/** Fields of the template for a meeting: what, when, where. */
export const meetingFields = (meeting: {
  title: string
  startsAt: number
  place: string
}): MessageFields => ({
  thing1: { value: fitted(meeting.title) },
  time2: { value: `${dateField(meeting.startsAt)} ${formatClock(meeting.startsAt)}` },
  thing3: { value: fitted(meeting.place) },
})
