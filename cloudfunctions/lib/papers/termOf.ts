import type { PaperField, TextPaper } from '@domain/papers/paper'
import { termPaper } from '@domain/papers/termPaper'
import { formatYearDay } from '@domain/time/format'
import { oneOf } from '../store/conditions'
import { find } from '../store/find'
import { readAllMembersOf } from '../store/readPeople'
import { termTexts } from './handbookOf'
import { placeIn } from './ledgerOf'
import { type Asked, inBook } from './longPaper'
import { minutedOf } from './minutedOf'
import { readMeetings } from './readMeetings'
import { basicsOf } from './reportOf'

/** Records of the meetings that elected somebody: a branch's whole, or its committee's for the secretary. */
async function electionsOf({ node, lines, context }: Asked) {
  const ids = inBook(lines)
    .filter(({ kind }) => kind === 'general_meeting' || kind === 'committee_meeting')
    .map(({ _id }) => _id)
  const voted = await find('activities', { _id: oneOf(ids) }, { fields: ['votes'] })
  const elected = voted.filter(({ votes = [] }) => votes.some(({ vote }) => vote === 'election'))
  const { meetings } = await readMeetings(
    node._id,
    elected.map(({ _id }) => _id),
    context,
    ({ activity, seen }) => minutedOf(activity, seen, context).record,
  )
  return meetings.map((record) => ({ when: `${formatYearDay(record.startsAt)}　${record.title}`, record }))
}

/** 组织、届期 of a 巡察资料包: as the branch is at the end of its years, every 届, and what was voted on who leads it. */
export async function termOf(asked: Asked): Promise<TextPaper> {
  const { node, spans, context } = asked
  const last = spans[spans.length - 1] ?? spans[0]
  const everyone = await readAllMembersOf(node._id)
  const terms = termTexts(placeIn(node, last, context).branch)
  const basics = basicsOf(node, everyone, last, context).map((field): PaperField =>
    field.label === '届期' ? { ...field, lines: terms } : field,
  )
  return termPaper({ basics, elections: await electionsOf(asked) })
}
