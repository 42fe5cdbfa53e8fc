import type { Answer } from '@domain/contract/answer'
import { dispatch } from '../lib/entry/dispatch'
import { now } from '../lib/ground/clock'
import { useCases } from '../lib/useCases'
import { logFailure } from '../lib/wx/logFailure'
import { openId } from '../lib/wx/openId'

/** The function phones call: `callFunction({ name: 'api', data: { action, contractVersion, data } })`. Never rejects. */
export async function main(event: unknown): Promise<Answer<unknown>> {
  const at = now()
  try {
    return { at, ...(await dispatch(useCases, event, openId(), at)) }
  } catch (error) {
    // The log keeps what the answer must not tell; the number leads to it.
    return { ok: false, at, reason: 'try_again', detail: { number: logFailure(error) } }
  }
}
