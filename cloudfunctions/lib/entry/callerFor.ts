import type { Action } from '@domain/contract/actions'
import { consentVersion } from '@domain/contract/privacy'
import type { Caller } from './whoIsCalling'

/** Open to whoever has not agreed to the privacy text, or does so no more: agreeing, one's own rights, complaints. */
const always: readonly Action[] = [
  'identity.me',
  'privacy.consent',
  'privacy.centre',
  'privacy.export',
  'privacy.exportPart',
  'privacy.correct',
  'privacy.askDeletion',
  'binding.unbind',
  'feedback.send',
  'feedback.mine',
]
/** What a scanned code opens before consent: allowed, but the caller is treated as a stranger, so that nothing of a person is read. */
const asNobody: readonly Action[] = ['binding.look', 'checkin.open', 'household.open']

export const hasConsented = ({ consent }: Caller): boolean => (consent?.version ?? 0) >= consentVersion

/** As whom an action sees the caller; null: consent is asked for first. */
export function callerFor(action: Action, caller: Caller): Caller | null {
  if (hasConsented(caller) || always.includes(action)) return caller
  return asNobody.includes(action) ? { openId: caller.openId, identity: null } : null
}
