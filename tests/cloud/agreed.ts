import type { Consent } from '@cloud/lib/store/collections/consents'
import { consentVersion } from '@domain/contract/privacy'
import { identities, MOMENT } from './people'

/** Everybody who is bound has agreed to the privacy text. */
export const consents: Consent[] = identities.map(({ _id }) => ({
  _id,
  version: consentVersion,
  at: MOMENT - 1,
  updatedAt: new Date(MOMENT),
}))
