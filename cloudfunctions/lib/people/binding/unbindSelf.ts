import { done } from '@domain/contract/answer'
import { audited } from '../../entry/audit/audited'
import { aboutNothing } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { unbind } from '../identity/unbind'

/** At any time, the last administrator too: the county then prints a new token (scripts/setupAdmin.ts). */
export const unbindSelf = useCase(
  'binding.unbind',
  aboutNothing,
  async (_request, { caller, now, today }) => {
    const { identity } = caller
    if (identity?.state === 'bound') {
      const { memberId, requestId } = identity
      const about = { ...(memberId && { memberId }), key: requestId }
      const telling = { what: 'unbind' as const, by: nameForRecords(caller), at: now, ...about }
      await audited(telling, { name: 'identities' }, (id) => unbind(identity, today, id))
    }
    return done({ unbound: true as const })
  },
)
