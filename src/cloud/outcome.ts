import type { Action, RequestOf, ResponseOf } from '@domain/contract/actions'
import { type Answer, contractVersion, type RefusalDetail } from '@domain/contract/answer'
import { functionOf } from '@domain/contract/functionOf'
import type { Reason } from '@domain/contract/reasons'
import { callCloud } from '../platform/callCloud'
import { observe, sendingAt } from './clock'
import { inTime, Unreachable, type UnreachedReason, unreachedReasonOf } from './unreached'

/** What the cloud may say no with, and what the phone says itself when there was no answer. */
export type PhoneReason = Reason | UnreachedReason
export interface PhoneRefusal {
  ok: false
  reason: PhoneReason
  detail?: RefusalDetail
}
export type PhoneOutcome<A extends Action> = { ok: true; data: ResponseOf<A> } | PhoneRefusal

const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && 'at' in value

async function answerOf<A extends Action>(action: A, data: RequestOf<A>): Promise<Answer<unknown>> {
  let result: unknown
  try {
    result = await inTime(callCloud({ action, contractVersion, data }), functionOf(action))
  } catch (error) {
    throw new Unreachable(unreachedReasonOf(error), error instanceof Error ? error.message : String(error))
  }
  if (!isAnswer(result)) throw new Unreachable('unavailable', 'what came back is no answer')
  return result
}

/** Asks the cloud; a refusal is a value, no answer throws `Unreachable`, which says why. */
export async function ask<A extends Action>(action: A, data: RequestOf<A>): Promise<PhoneOutcome<A>> {
  const sentAt = sendingAt()
  const answer = await answerOf(action, data)
  observe(answer.at, sentAt)
  if (answer.ok) return { ok: true, data: answer.data as ResponseOf<A> }
  return answer.detail
    ? { ok: false, reason: answer.reason, detail: answer.detail }
    : { ok: false, reason: answer.reason }
}

/** The same, with no answer as a refusal too: never throws. */
export async function attempt<A extends Action>(action: A, data: RequestOf<A>): Promise<PhoneOutcome<A>> {
  try {
    return await ask(action, data)
  } catch (error) {
    return { ok: false, reason: unreachedReasonOf(error) }
  }
}
