import { addDays, type Day } from './day'

export interface NoticeDays {
  off: Day[]
  worked: Day[]
}

const two = (n: string): string => n.padStart(2, '0')
/** 2027年2月5日至11日, 10月1日至10月7日, 1月1日; the year of the first day may stand there. */
const span = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:(?:至|—|-|到)(?:(\d{1,2})月)?(\d{1,2})日)?/g

const daysOf = (from: Day, to: Day): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to && days.length < 20; day = addDays(day, 1)) days.push(day)
  return days
}

/** Every day a clause names; what belongs to another year is left out. */
const daysIn = (clause: string, year: number): Day[] =>
  [...clause.matchAll(span)].flatMap(([, named = `${year}`, month = '', date = '', toMonth, toDate]) => {
    const from = `${named}-${two(month)}-${two(date)}`
    const to = toDate === undefined ? from : `${named}-${two(toMonth ?? month)}-${two(toDate)}`
    return daysOf(from, to).filter((day) => day.startsWith(`${year}-`))
  })

const sorted = (days: Day[]): Day[] => [...new Set(days)].sort()

/**
 * The days in the text of a year's notice on holidays, as it is pasted: clauses that say 放假 and those that say 上班. Nothing found is
 * two empty lists. `readNotice('元旦：1月1日至3日放假，1月4日上班。', 2026).worked // ['2026-01-04']`
 */
export const readNotice = (text: string, year: number): NoticeDays => {
  const clauses = text.replace(/（[^）]*）|\([^)]*\)/g, '').split(/[。；;，,\n]/)
  const saying = (word: string) =>
    sorted(clauses.filter((clause) => clause.includes(word)).flatMap((clause) => daysIn(clause, year)))
  const worked = saying('上班')
  return { off: saying('放假').filter((day) => !worked.includes(day)), worked }
}
