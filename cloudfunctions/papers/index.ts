import type { Answer } from '@domain/contract/answer'
import { dispatch } from '../lib/entry/dispatch'
import { now } from '../lib/ground/clock'
import { paperUseCases } from '../lib/papers/paperUseCases'
import { logFailure } from '../lib/wx/logFailure'
import { openId } from '../lib/wx/openId'

/** The function that makes papers, with a time and a weight of its own: `callFunction({ name: 'papers', data })`. Never rejects. */
export async function main(event: unknown): Promise<Answer<unknown>> {
  const at = now()
  try {
    return { at, ...(await dispatch(paperUseCases, event, openId(), at)) }
  } catch (error) {
    // The log keeps what the answer must not tell.
    return { ok: false, at, reason: 'try_again', detail: { number: logFailure(error) } }
  }
}
