import { bindsBranch } from '../duty/bindsBranch'
import { dutiesFor } from '../duty/dutiesFor'
import type { Duty } from '../duty/duty'
import { indexActivities } from '../evidence/indexActivities'
import type { Subject } from '../evidence/subject'
import { indexFacts } from '../fact/indexFacts'
import { committeeOf } from '../org/committeeOf'
import type { Member } from '../org/member'
import { isActiveOn, judgedDay } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import type { Period } from '../time/period'
import { evaluate, type Evidence } from './evaluate'
import { missingFirst } from './missingFirst'
import type { Progress } from './progress'
import { sumOfParts } from './sumOfParts'

export interface BranchDuty {
  duty: Duty
  /** For a duty owed by several groups: groups done of groups owing; `counted` then has one record a group. */
  progress: Progress
  /** Names of the groups that still miss it. */
  missingNames: string[]
}

/** Every duty of a branch, its committee and its groups in a period (other period kinds are left out), missing first. */
export const evaluateBranch = (
  input: {
    branch: Organisation
    groups: readonly Organisation[]
    /** For the committee: those holding a post in the branch. */
    members: readonly Member[]
    duties: readonly Duty[]
    period: Period
    now: number
  } & Evidence,
): BranchDuty[] => {
  const { branch, period, now } = input
  const facts = indexFacts(input.facts)
  const activities = indexActivities(input.activities)
  const day = judgedDay(period, now)
  const committeeIds = committeeOf(input.members, branch._id, day)
  const groups = input.groups.filter((group) => isActiveOn(group, day)).sort((a, b) => a.order - b.order)
  const judge = (duty: Duty, subject: Subject) => evaluate({ duty, subject, period, facts, activities, now })
  const duties = dutiesFor(input.duties, period).filter((duty) => bindsBranch(duty, branch.branchType))
  return duties
    .flatMap((duty): BranchDuty[] => {
      switch (duty.subject) {
        case 'branch':
        case 'committee': {
          const subject: Subject = { type: duty.subject, organisation: branch, committeeIds }
          return [{ duty, progress: judge(duty, subject), missingNames: [] }]
        }
        case 'group': {
          const ofGroup = (organisation: Organisation) => judge(duty, { type: 'group', organisation })
          const parts = groups.map((group) => ({ name: group.name, progress: ofGroup(group) }))
          return [{ duty, ...sumOfParts(duty, branch._id, period, parts) }]
        }
        case 'member':
        case 'unit':
          return []
      }
    })
    .sort(missingFirst)
}
