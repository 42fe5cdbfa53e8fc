import type { Duty } from '../duty/duty'
import type { Member } from '../org/member'
import type { Organisation } from '../org/organisation'
import type { Evidence } from './evaluate'
import type { Period, Progress } from './progress'

export interface BranchDuty {
  duty: Duty
  /** For a duty owed by several groups: groups done of groups owing; `counted` then has one record a group. */
  progress: Progress
  /** Names of the groups that still miss it. */
  missingNames: string[]
}

/** Every duty of a branch, its committee and its groups in a period (other period kinds are left out), missing first. */
export const evaluateBranch = (
  _input: {
    branch: Organisation
    groups: readonly Organisation[]
    /** For the committee: those holding a post in the branch. */
    members: readonly Member[]
    duties: readonly Duty[]
    period: Period
    now: number
  } & Evidence,
): BranchDuty[] => {
  throw new Error('todo')
}
