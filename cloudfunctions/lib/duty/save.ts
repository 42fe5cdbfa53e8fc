import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { ResponseOf } from '@domain/contract/actions'
import type { Duty } from '@domain/duty/duty'
import { writeAudit } from '../audit/writeAudit'
import { readDuties } from '../caller/readDuties'
import { nameForRecords } from '../caller/whoIsCalling'
import { aboutCounty } from '../committee/countyNumbers'
import { useCase } from '../dispatch/useCase'
import { idFrom } from '../idFrom'
import { findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { changed } from './changed'
import { readVersions } from './readVersions'

type Saved = Outcome<ResponseOf<'duty.save'>>

const savedAnswer = ({ id, version, validFrom }: Duty): Saved => done({ dutyId: id, version, validFrom })

/** One insert under `id@version`: of two who save on top of the same version the first one does, a resend finds its own. */
export const save = useCase(
  'duty.save',
  aboutCounty,
  async ({ change, nonce }, { caller, now, today }): Promise<Saved> => {
    const savedAs = idFrom(caller.openId, nonce)
    const versions = await readVersions()
    const earlier = versions.find((version) => version.savedAs === savedAs)
    if (earlier) return savedAnswer(earlier)
    const outcome = changed(versions, change, today)
    if (!outcome.ok) return outcome
    const { after } = outcome.data
    const by = nameForRecords(caller)
    if ((await insertOnce('duties', { ...after, savedAs, savedAt: now, savedBy: by })) === 'duplicate') {
      const stored = await findById('duties', after._id)
      return stored?.savedAs === savedAs ? savedAnswer(stored) : refuse('rule_changed')
    }
    // Whatever else this process answers from now on follows the new version.
    readDuties.forget()
    await writeAudit({ what: 'rule', by, at: now, result: after._id })
    return savedAnswer(after)
  },
)
