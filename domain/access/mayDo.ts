import type { Activity } from '../activity/activity'
import type { Action } from '../contract/actions'
import type { Day } from '../org/organisation'
import type { Tree } from '../org/tree'
import type { Person } from './person'

/** What an action is about; leave out what does not apply, a rule that needs it then says no. */
export interface Target {
  /** The Shanghai day on which rights are read (today). */
  day: Day
  branchId?: string
  /** The group of the member, or the group itself. */
  groupId?: string
  /** progress.why of a member; without it the target is the branch or group as a whole. */
  memberId?: string
  activity?: Pick<Activity, 'kind' | 'hostId' | 'branchId' | 'chairId' | 'recorderId' | 'createdBy'>
}

/** Whether a person may do an action to a target: the one door; the table behind it is accessTable. */
export const mayDo = (_action: Action, _person: Person, _target: Target, _tree: Tree): boolean => {
  throw new Error('todo')
}
