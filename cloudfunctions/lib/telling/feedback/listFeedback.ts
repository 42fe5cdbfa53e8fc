import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { audited, mark, versionOf } from '../../entry/audit/audited'
import { namesOf } from '../../entry/namesOf'
import { aboutCounty, aboutNothing } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords, viewerIdOf } from '../../entry/whoIsCalling'
import type { Feedback } from '../../store/collections/feedback'
import { anyOf, oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { removeWhere, updateWhere } from '../../store/updateWhere'
import { feedbackItem } from './feedbackItem'
import { hashOf } from './sendFeedback'

/** Answered ones that are still listed. */
const LISTED = 200

/** Open ones first, the oldest first; then what was answered, newest first. */
export const listFeedback = useCase('feedback.list', aboutCounty, async (_request, context) => {
  const rows = await find('feedback', { state: oneOf(['open', 'answered']) }, { limit: 20_000 })
  const open = rows.filter(({ state }) => state === 'open').sort((a, b) => a.at - b.at)
  const answered = rows
    .filter(({ state }) => state === 'answered')
    .sort((a, b) => b.at - a.at)
    .slice(0, LISTED)
  const shown = [...open, ...answered]
  const names = await namesOf(
    shown.flatMap(({ from }) => from ?? []),
    context.names,
  )
  return done({
    items: shown.map((row) => {
      const name = row.from === undefined ? undefined : names.get(row.from)
      return { id: row._id, ...feedbackItem(row, context), ...(name !== undefined && { from: name }) }
    }),
  })
})

/** One's own, and those without a name whose keys this phone has kept. */
export const ownFeedback = useCase('feedback.mine', aboutNothing, async ({ keys }, context) => {
  const { caller } = context
  const where = anyOf({ from: viewerIdOf(caller) }, { keyHash: oneOf(keys.map(hashOf)) })
  const rows = await find('feedback', where)
  return done({ items: rows.sort((a, b) => b.at - a.at).map((row) => feedbackItem(row, context)) })
})

async function load(
  { id }: ParsedRequestOf<'feedback.answer'>,
  context: Context,
): Promise<Found<Feedback> | null> {
  const loaded = await findById('feedback', id)
  const county = aboutCounty(undefined, context)
  return loaded && county && { ...county, loaded }
}

/** Removes the notices by which the work committee was told of an item. */
export const forgetNotices = (periodKey: string) => removeWhere('reminders', { kind: 'feedback', periodKey })

/** 答复. A later one replaces the text; when it was answered stays the first time. */
export const answerFeedback = useCase('feedback.answer', load, async (request, { caller, now }, before) => {
  const { id: _id, answer: text } = request
  if (before.answer === text) await forgetNotices(_id)
  else {
    const result = before.state === 'open' ? 'first' : 'again'
    const about = { result, to: { feedbackId: _id }, key: versionOf(before) }
    const telling = { what: 'answer' as const, by: nameForRecords(caller), at: now, ...about }
    const isDone = await audited(telling, { name: 'feedback', ids: [_id] }, async (id) => {
      const first = before.state === 'open' && { state: 'answered', answeredAt: now }
      const change = { answer: text, ...first, ...mark(id) }
      if (!(await updateWhere('feedback', { _id, state: before.state }, change))) return false
      await forgetNotices(_id)
      return true
    })
    if (!isDone) return refuse('try_again')
  }
  return done({ id: _id })
})
