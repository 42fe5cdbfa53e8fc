import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { endOfDay, startOfDay } from '@domain/time/day'
import { nthWorkdayEnd } from '@domain/time/workdays'
import { caps, limit } from '../../entry/limit'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { viewerIdOf } from '../../entry/whoIsCalling'
import { AppError } from '../../ground/AppError'
import type { Feedback } from '../../store/collections/feedback'
import { atLeast, there } from '../../store/conditions'
import { count, find } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { ANSWERED_WITHIN } from './feedbackItem'
import { fillSlot, takeSlotTurn } from './slots'

type Request = ParsedRequestOf<'feedback.send'>
type Said = Pick<Feedback, 'kind' | 'text' | 'dueBy' | 'keyHash' | 'request'>

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** From the nonce alone, which nobody else has: a resend gets the same one, and no identity is part of it. */
const keyOf = (nonce: string): string => hashOf(`feedback ${nonce}`).slice(0, 24)

/** `20260826-03`: the number is the key, so that two at the same instant get two. */
async function store(row: Said & { from: string }, { now, today }: Context): Promise<string> {
  const day = today.replace(/-/g, '')
  const since = atLeast(startOfDay(today))
  // Those without a name have numbers of their own: gaps would tell between which two they came.
  const named = await count('feedback', { at: since, from: there() })
  for (let n = named + 1; n < 10_000; n += 1) {
    const _id = `${day}-${String(n).padStart(2, '0')}`
    if ((await insertOnce('feedback', { _id, ...row, at: now, state: 'open' })) === 'inserted') return _id
    const [same] = await find('feedback', { request: row.request })
    if (same) return same._id
  }
  throw new AppError('feedback_full', 'no number left today')
}

const countyKey = process.env.PHONE_KEY ?? ''
/** Used where the county has set no PHONE_KEY: each process then has a key, and counts the day's turns, of its own. */
const ownKey = randomBytes(32).toString('hex')

/** Stands for an OPENID on a day without leading back to it: an HMAC under a key that lies in no database. */
const blinded = (openId: string, day: string): string =>
  createHmac('sha256', countyKey === '' ? ownKey : countyKey)
    .update(`feedback ${day} ${openId}`)
    .digest('base64url')

async function takeTurn({ anonymous }: Request, { caller, now, today }: Context): Promise<Refusal | null> {
  if (!anonymous) return limit({ openId: caller.openId, kind: 'feedback' }, now)
  const isLeft = await takeSlotTurn(blinded(caller.openId, today), startOfDay(today), caps.feedback)
  return isLeft ? null : refuse('too_many_attempts', { retryAt: endOfDay(today) })
}

/** 投诉建议. A resend is the same one. Without a name it is kept so that nothing stored joins it to who sent it. */
export const sendFeedback = useCase('feedback.send', aboutNothing, async (request, context) => {
  const { caller, today, calendar } = context
  const { kind, text, anonymous, nonce } = request
  const key = keyOf(nonce)
  const keyHash = hashOf(key)
  const said: Said = {
    kind,
    text,
    dueBy: nthWorkdayEnd({ to: today }, ANSWERED_WITHIN, calendar),
    keyHash,
    request: hashOf(keyHash),
  }
  const [before] = await find('feedback', { request: said.request })
  if (before) return done({ number: before._id, key, dueBy: before.dueBy })
  const refusal = await takeTurn(request, context)
  if (refusal) return refusal
  const number = await (anonymous
    ? fillSlot({ ...said, at: startOfDay(today) })
    : store({ ...said, from: viewerIdOf(caller) }, context))
  return done({ number, key, dueBy: said.dueBy })
})
