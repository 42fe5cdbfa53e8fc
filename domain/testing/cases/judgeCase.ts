import { bindsBranch } from '../../duty/bindsBranch'
import { dutiesFor } from '../../duty/dutiesFor'
import { evaluate } from '../../progress/evaluate'
import { evaluateBranch } from '../../progress/evaluateBranch'
import { evaluateMember } from '../../progress/evaluateMember'
import { evaluateUnit } from '../../progress/evaluateUnit'
import { lifeProgress } from '../../progress/life'
import { lifeKindOf } from '../../progress/lifeDuty'
import type { Progress } from '../../progress/progress'
import { periodByKey, periodOf } from '../../time/period'
import { memberOf, placeOf } from './caseWorld'
import type { WorkedCase } from './readCases'

/** What the evaluator says of a case, asked in the way the pages ask it; null where the duty does not exist. */
export const judgeCase = ({ world }: WorkedCase): Progress | null => {
  const { now, versions, facts, activities, dutyId, places } = world
  const kind = lifeKindOf(dutyId)
  const [duty] = versions
  const period = world.periodKey ? periodByKey(world.periodKey) : periodOf(duty?.period ?? 'month', now)
  const asked = { duties: versions, period, facts, activities, now }
  if (kind || duty?.subject === 'member') {
    const member = memberOf(world, world.subject ?? '甲')
    if (kind) return lifeProgress({ ...asked, member, kind })
    return evaluateMember({ ...asked, member, tree: places })[0] ?? null
  }
  const members = [...world.members.values()]
  if (duty?.subject === 'unit') {
    const unit = placeOf(world, world.subject ?? '农业局')
    return evaluateUnit({ ...asked, unit, members })[0]?.progress ?? null
  }
  const place = placeOf(world, world.subject ?? '一支部')
  if (place.type === 'group') {
    const [valid] = dutiesFor(versions, period)
    if (!valid || !bindsBranch(valid, places.get(place.parentId ?? '')?.branchType)) return null
    return evaluate({ ...asked, duty: valid, subject: { type: 'group', organisation: place } })
  }
  const groups = [...places.values()].filter(
    ({ type, parentId }) => type === 'group' && parentId === place._id,
  )
  return evaluateBranch({ ...asked, branch: place, groups, members })[0]?.progress ?? null
}
