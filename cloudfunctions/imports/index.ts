import type { Answer } from '@domain/contract/answer'
import { dispatch } from '../lib/entry/dispatch'
import { now } from '../lib/ground/clock'
import { importUseCases } from '../lib/people/imports/importUseCases'
import { logFailure } from '../lib/wx/logFailure'
import { openId } from '../lib/wx/openId'

/** The function phones send registers to, with a time and a weight of its own: `callFunction({ name: 'imports', data })`. Never rejects. */
export async function main(event: unknown): Promise<Answer<unknown>> {
  const at = now()
  try {
    return { at, ...(await dispatch(importUseCases, event, openId(), at)) }
  } catch (error) {
    // The log keeps what the answer must not tell; the number leads to it.
    return { ok: false, at, reason: 'try_again', detail: { number: logFailure(error) } }
  }
}
