import { createHash } from 'node:crypto'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import { startOfDay } from '@domain/period/day'
import { nthWorkdayEnd } from '@domain/period/workdays'
import { AppError } from '../AppError'
import { aboutNothing } from '../dispatch/targets'
import { type Context, useCase } from '../dispatch/useCase'
import { idFrom } from '../idFrom'
import { limit } from '../identity/limit'
import { viewerIdOf } from '../views/noteView'
import { count, find } from '../wx/find'
import { atLeast } from '../wx/conditions'
import { insertOnce } from '../wx/insertOnce'
import { ANSWERED_WITHIN } from './feedbackItem'
import type { Feedback } from './storedFeedback'

type Request = ParsedRequestOf<'feedback.send'>

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** From the nonce, which nobody else has: a resend gets the same one. */
const keyOf = (openId: string, nonce: string): string => idFrom(openId, `feedback ${nonce}`)

/** `20260826-03`: the number is the key, so that two at the same instant get two. */
async function store(
  row: Omit<Feedback, '_id' | 'updatedAt'>,
  { today }: Context,
): Promise<Feedback | string> {
  const day = today.replace(/-/g, '')
  const since = startOfDay(today)
  for (let n = (await count('feedback', { at: atLeast(since) })) + 1; n < 10_000; n += 1) {
    const _id = `${day}-${String(n).padStart(2, '0')}`
    if ((await insertOnce('feedback', { _id, ...row })) === 'inserted') return _id
    const [same] = await find('feedback', { request: row.request })
    if (same) return same
  }
  throw new AppError('feedback_full', 'no number left today')
}

const answer = (number: string, key: string, dueBy: number) => done({ number, key, dueBy })

/** Without a name not even the count of the day's turns keeps when it was sent: both in one row would tell who it was. */
const turnAt = ({ anonymous }: Request, { now, today }: Context): number =>
  anonymous ? startOfDay(today) : now

/** 投诉建议. A resend is the same one. */
export const send = useCase('feedback.send', aboutNothing, async (request, context) => {
  const { caller, now, today, calendar } = context
  const { kind, text, anonymous, nonce } = request
  const key = keyOf(caller.openId, nonce)
  const keyHash = hashOf(key)
  const [before] = await find('feedback', { request: hashOf(keyHash) })
  if (before) return answer(before._id, key, before.dueBy)
  const refusal = await limit({ openId: caller.openId, kind: 'feedback' }, turnAt(request, context))
  if (refusal) return refusal
  const from = anonymous ? {} : { from: viewerIdOf(caller) }
  const dueBy = nthWorkdayEnd({ to: today }, ANSWERED_WITHIN, calendar)
  const row = {
    kind,
    text,
    at: now,
    dueBy,
    state: 'open' as const,
    ...from,
    keyHash,
    request: hashOf(keyHash),
  }
  const stored = await store(row, context)
  return typeof stored === 'string' ? answer(stored, key, dueBy) : answer(stored._id, key, stored.dueBy)
})
