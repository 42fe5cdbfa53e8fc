import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import { aboutCounty } from '../committee/countyNumbers'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { findById } from '../wx/find'
import { removeWhere } from '../wx/removeWhere'
import { updateWhere } from '../wx/updateWhere'

async function load(
  { id }: ParsedRequestOf<'feedback.answer'>,
  context: Context,
): Promise<Found<null> | null> {
  return (await findById('feedback', id)) && aboutCounty(undefined, context)
}

/** 答复. A later one replaces the text; when it was answered stays the first time. */
export const answer = useCase('feedback.answer', load, async ({ id, answer: text }, { now }) => {
  const isFirst = await updateWhere(
    'feedback',
    { _id: id, state: 'open' },
    { state: 'answered', answer: text, answeredAt: now },
  )
  if (isFirst) await removeWhere('reminders', { kind: 'feedback', periodKey: id })
  else await updateWhere('feedback', { _id: id }, { answer: text })
  return done({ id })
})
