import type { ResponseOf } from '@domain/contract/actions'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { Duty } from '@domain/duty/duty'
import { insertAudited } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import { readDuties } from '../../entry/readDuties'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import { findById } from '../../store/find'
import { readVersions } from '../../store/readVersions'
import { changed } from './changed'

type Saved = Outcome<ResponseOf<'duty.save'>>

const savedAnswer = ({ id, version, validFrom }: Duty): Saved => done({ dutyId: id, version, validFrom })

/** One insert under `id@version`: of two who save on top of the same version the first one does, a resend finds its own. */
export const saveRule = useCase(
  'duty.save',
  aboutCounty,
  async ({ change, nonce }, { caller, now, today }): Promise<Saved> => {
    const savedAs = idFrom(caller.openId, nonce)
    const versions = await readVersions()
    const earlier = versions.find((version) => version.savedAs === savedAs)
    if (earlier) return savedAnswer(earlier)
    const outcome = changed(versions, change, today)
    if (!outcome.ok) return outcome
    const { before, after } = outcome.data
    const by = nameForRecords(caller)
    const told = { ...fromTo(before ?? {}, after), result: after._id, key: nonce }
    const stored = { ...after, savedAs, savedAt: now, savedBy: by }
    if (!(await insertAudited({ what: 'rule', by, at: now, ...told }, 'duties', stored))) {
      const first = await findById('duties', after._id)
      return first?.savedAs === savedAs ? savedAnswer(first) : refuse('rule_changed')
    }
    // Whatever else this process answers from now on follows the new version.
    readDuties.forget()
    return savedAnswer(after)
  },
)
