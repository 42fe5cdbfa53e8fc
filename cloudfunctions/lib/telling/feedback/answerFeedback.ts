import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { audited, mark, versionOf } from '../../entry/audit/audited'
import { aboutCounty } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { Feedback } from '../../store/collections/feedback'
import { findById } from '../../store/find'
import { removeWhere, updateWhere } from '../../store/updateWhere'

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
