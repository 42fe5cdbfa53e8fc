import { done } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { aboutNothing } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { unbind } from '../identity/unbind'

/** At any time, the last administrator too: the county then prints a new token (scripts/setupAdmin). */
export const unbindSelf = useCase(
  'binding.unbind',
  aboutNothing,
  async (_request, { caller, now, today }) => {
    const { identity } = caller
    if (identity?.state === 'bound' && (await unbind(identity, today))) {
      const { memberId } = identity
      await writeAudit({ what: 'unbind', by: nameForRecords(caller), at: now, ...(memberId && { memberId }) })
    }
    return done({ unbound: true as const })
  },
)
