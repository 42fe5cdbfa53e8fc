import { HANDBOOK, handbookBack, handbookFront, inBookOrder, recordHead } from '@domain/papers/handbook'
import { minutesPaper } from '@domain/papers/minutesPaper'
import { startOfDay } from '@domain/time/day'
import { periodByKey, periodOf } from '@domain/time/period'
import type { BookLine } from '../store/readBook'
import { handbookOf, listed, sheetsOf } from './handbookOf'
import { type LongPaperKind, TOGETHER } from './longPaper'
import { minutedOf } from './minutedOf'
import { readMeetings } from './readMeetings'
import { bodyOf, frameOf, TEXT } from './write/writeWord'

/** In the order of the contents. */
function recordsOf(lines: readonly BookLine[]): BookLine[] {
  const byId = new Map(lines.map((line) => [line._id, line]))
  return inBookOrder(lines.map(listed)).flatMap(({ id, isRecorded }) =>
    isRecorded ? (byId.get(id) ?? []) : [],
  )
}

/** 党支部工作手册: one Word, whose text goes on from part to part, so that no more of it is in memory than a part. */
export const handbookParts: LongPaperKind = {
  paper: HANDBOOK,
  ending: 'docx',
  // It is a year's, whatever period is asked for.
  spansOf: (periodKey) => [periodOf('year', startOfDay(periodByKey(periodKey).from))],
  count: ({ lines }) => recordsOf(lines).length,
  front: async (zip, asked) => {
    const { head } = await frameOf(HANDBOOK, asked.at)
    zip.write(TEXT, head + (await bodyOf(handbookFront(await handbookOf(asked)))))
  },
  write: async (zip, { node, lines: all, context }, from) => {
    const order = recordsOf(all)
    const lines = order.slice(from, from + TOGETHER)
    const ids = lines.map(({ _id }) => _id)
    const { meetings } = await readMeetings(node._id, ids, context, ({ activity, seen }) =>
      minutedOf(activity, seen, context),
    )
    const blocks = lines.flatMap((line, index) => {
      const minuted = meetings.find(({ record }) => record.id === line._id)
      const before = order[from + index - 1]
      return minuted
        ? [...recordHead(listed(line), before && listed(before)), ...minutesPaper(minuted).blocks]
        : []
    })
    zip.write(TEXT, await bodyOf(blocks))
    return from + lines.length
  },
  back: async (zip, asked) => {
    const { tail, parts } = await frameOf(HANDBOOK, asked.at)
    zip.write(TEXT, (await bodyOf(handbookBack(await sheetsOf(asked)))) + tail)
    zip.close(TEXT)
    for (const [name, content] of Object.entries(parts)) zip.add(name, content)
  },
}
