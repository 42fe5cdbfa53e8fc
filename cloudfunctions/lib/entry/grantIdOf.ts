import type { Grant } from '@domain/access/person'
import type { Identity } from '../store/collections/identities'
import { idFrom } from '../ground/idFrom'

/** The id of a right as others see it; one stored before rights were given on the phone is named by what it says. */
export const grantIdOf = ({ requestId }: Pick<Identity, 'requestId'>, grant: Grant): string =>
  grant.grantId ?? idFrom(requestId, `${grant.role} ${grant.organisationId} ${grant.from}`)
