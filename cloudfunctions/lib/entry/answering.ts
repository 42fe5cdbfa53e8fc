import type { Answer } from '@domain/contract/answer'
import { now } from '../ground/clock'
import { logFailure } from '../wx/logFailure'
import { openId } from '../wx/openId'
import { dispatch } from './dispatch'

/** What a function that phones call does with a call: never rejects; what nobody expected is logged, and the answer has the number that leads there. */
export const answering =
  (useCases: Parameters<typeof dispatch>[0]) =>
  async (event: unknown): Promise<Answer<unknown>> => {
    const at = now()
    try {
      return { at, ...(await dispatch(useCases, event, openId(), at)) }
    } catch (error) {
      return { ok: false, at, reason: 'try_again', detail: { number: logFailure(error) } }
    }
  }
