import type { ResponseOf } from '@domain/contract/actions'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import { isEnd } from '@domain/duty/changeRule'
import type { Duty } from '@domain/duty/duty'
import { exceedsUpper } from '@domain/duty/exceedsUpper'
import { newRuleLines, ruleLines } from '@domain/duty/ruleLines'
import { insertAudited } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import { readDuties } from '../../entry/cached'
import { limitNew } from '../../entry/limit'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import { findById } from '../../store/find'
import { readVersions } from '../../store/readVersions'
import { bound } from './bound'
import { changed } from './ruleForm'

/** What a change would do from the next period on. Nothing is written. */
export const previewRule = useCase('duty.preview', aboutCounty, async ({ change }, { now, today, tree }) => {
  const outcome = changed(await readVersions(), change, today)
  if (!outcome.ok) return outcome
  const { before, after } = outcome.data
  return done({
    startsOn: after.validFrom,
    lines: before ? ruleLines(before, after) : newRuleLines(after),
    exceedsUpper: !isEnd(after) && exceedsUpper(after),
    bound: await bound(before, after, { tree, today, now }),
  })
})

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
    const tooMany = await limitNew('duties', after._id, 'rule', { openId: caller.openId, now })
    if (tooMany) return tooMany
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
