import { addDays, type Day } from '../time/day'
import { workCalendarOf, type WorkYear } from '../time/workCalendar'

const daysOf = (from: Day, to: Day = from): Day[] =>
  from > to ? [] : [from, ...daysOf(addDays(from, 1), to)]

/** 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04), copied by hand; both days of a span inclusive. */
export const year2026: WorkYear = {
  year: 2026,
  state: 'final',
  off: [
    ...daysOf('2026-01-01', '2026-01-03'),
    ...daysOf('2026-02-15', '2026-02-23'),
    ...daysOf('2026-04-04', '2026-04-06'),
    ...daysOf('2026-05-01', '2026-05-05'),
    ...daysOf('2026-06-19', '2026-06-21'),
    ...daysOf('2026-09-25', '2026-09-27'),
    ...daysOf('2026-10-01', '2026-10-07'),
  ],
  worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}

/** The statutory days of 2027 (全国年节及纪念日放假办法), before the notice for that year was out. */
export const year2027: WorkYear = {
  year: 2027,
  state: 'provisional',
  off: [
    '2027-01-01',
    ...daysOf('2027-02-05', '2027-02-08'),
    '2027-04-05',
    ...daysOf('2027-05-01', '2027-05-02'),
    '2027-06-09',
    '2027-09-15',
    ...daysOf('2027-10-01', '2027-10-03'),
  ],
  worked: [],
}

/** The calendar that domain tests judge by. */
export const calendar = workCalendarOf([year2026, year2027])
