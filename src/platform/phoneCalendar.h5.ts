import { download } from './download.h5'

export const calendarLabel = '加入日历'

/** What a calendar is told; instants in ms. */
export interface CalendarEntry {
  title: string
  place: string
  startsAt: number
  endsAt: number
}

const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`)

/** Saves a file of the browser that calendars open (RFC 5545). */
export function addToCalendar({ title, place, startsAt, endsAt }: CalendarEntry): Promise<boolean> {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//xianfeng-shuanggang//CN', 'BEGIN:VEVENT'],
    ...[`UID:${startsAt}-${encodeURIComponent(title)}`, `DTSTAMP:${stamp(startsAt)}`],
    ...[`DTSTART:${stamp(startsAt)}`, `DTEND:${stamp(endsAt)}`],
    ...[`SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ]
  download(`data:text/calendar;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`, `${title}.ics`)
  return Promise.resolve(true)
}
