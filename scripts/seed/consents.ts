import type { Consent } from '@cloud/lib/store/collections/consents'
import type { Identity } from '@cloud/lib/store/collections/identities'
import { consentVersion } from '@domain/contract/privacy'
import type { demoIdentities } from './identities'

/** On the register, not yet bound: has read and agreed, and is about to ask. `demo-stranger` has not and shows how one is asked. */
const agreedUnbound: (typeof demoIdentities)[number]['openid'] = 'demo-newcomer'

/** Everybody who asked to be bound agreed to the privacy text a minute before. */
export function consentsOf(identities: readonly Identity[], now: number): Consent[] {
  const consent = (_id: string, at: number): Consent => ({
    _id,
    version: consentVersion,
    at,
    updatedAt: new Date(at),
  })
  return [
    ...identities.map(({ _id, requestedAt }) => consent(_id, requestedAt - 60_000)),
    consent(agreedUnbound, now - 86_400_000),
  ]
}
