import type { RequestOf } from '@domain/contract/actions'
import { attempt } from './outcome'
import { queuePerPerson } from './queuePerPerson'
import type { Queueable } from './storedQueue'

interface QueuedCredits extends Queueable {
  data: RequestOf<'reminder.accept'>
}

/** What WeChat's dialog allowed: it asks once, so a yes that did not reach the cloud is sent again until it does. */
export const creditQueue = queuePerPerson<QueuedCredits>('credits', ({ data }) =>
  attempt('reminder.accept', data),
)
