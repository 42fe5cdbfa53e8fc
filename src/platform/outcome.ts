import type { Action, ResponseOf } from '@domain/contract/actions'
import type { Answer, RefusalDetail } from '@domain/contract/answer'
import { contractVersion } from '@domain/contract/answer'
import type { Reason } from '@domain/contract/reasons'
import type { RequestOf } from '@domain/contract/actions'
import { callCloud } from './callCloud'
import { observe, sendingAt } from './clock'

/** What the cloud may say no with, and the one no the phone says itself. */
export type PhoneReason = Reason | 'offline'
export interface PhoneRefusal {
  ok: false
  reason: PhoneReason
  detail?: RefusalDetail
}
export type PhoneOutcome<A extends Action> = { ok: true; data: ResponseOf<A> } | PhoneRefusal

/** The cloud was not reached: what was asked may or may not have happened. */
export class Unreachable extends Error {}

/** Asks the cloud; a refusal is a value, an unreachable cloud throws `Unreachable`. */
export async function ask<A extends Action>(action: A, data: RequestOf<A>): Promise<PhoneOutcome<A>> {
  const sentAt = sendingAt()
  let result: unknown
  try {
    result = await callCloud({ action, contractVersion, data })
  } catch (error) {
    throw new Unreachable(error instanceof Error ? error.message : String(error))
  }
  const answer = result as Answer<ResponseOf<A>>
  observe(answer.at, sentAt)
  if (answer.ok) return { ok: true, data: answer.data }
  return answer.detail
    ? { ok: false, reason: answer.reason, detail: answer.detail }
    : { ok: false, reason: answer.reason }
}
