import type { PhoneReason } from '../cloud/outcome'
import { refusals } from './refusals'

/** Why something waits on the phone, in a few words before what goes on all the same: 没有网络，点名照常. */
export const waitsBecause = (reason: PhoneReason): string =>
  reason === 'offline' ? '没有网络' : refusals[reason].title
