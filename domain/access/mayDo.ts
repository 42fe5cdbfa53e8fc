import type { Activity } from '../activity/activity'
import type { Action } from '../contract/actions'
import type { Role } from '../contract/identity'
import { membershipOn } from '../org/membershipOn'
import { theoryGroupOf } from '../org/theoryGroupOf'
import { branchOf, isUnder, type Tree } from '../org/tree'
import type { Day } from '../time/day'
import { accessTable, type Rule, type Who } from './accessTable'
import type { Person } from './person'
import { rolesOf } from './rolesOf'
import { branchRunners } from './secondPerson'

/** What an action is about; leave out what does not apply, a rule that needs it then says no. */
export interface Target {
  /** The Shanghai day on which rights are read (today). */
  day: Day
  /** The branch; for what is a unit's (中心组) the unit, whose activities carry its id as their branch. */
  branchId?: string
  /** Nobody else of the branch can answer: no officer has a WeChat yet, or it is about the only one who has. */
  askedAbove?: boolean
  /** The group of the member, or the group itself. */
  groupId?: string
  /** progress.why of a member; without it the target is the branch or group as a whole. */
  memberId?: string
  /** A community or a village. */
  placeId?: string
  /** Of a kept list: whom its template names for this. */
  listSays?: Rule
  /** Of an import: the OPENID of who started it. */
  startedBy?: string
  /** It lies in a period for which something may still be entered. */
  isRunning?: boolean
  /** It tells of single members, or is somebody's own to tell: nobody's above the branch. */
  staysInside?: boolean
  activity?: Pick<Activity, 'kind' | 'hostId' | 'branchId' | 'chairId' | 'recorderId' | 'createdBy'> & {
    /** Absent: not stored yet. */
    state?: Activity['state']
  }
}

interface Question {
  person: Person
  target: Target
  tree: Tree
  /** Whether the person holds one of the roles on a node or above it. */
  holds: (roles: readonly Role[], nodeId: string | undefined) => boolean
}

/** The unit a target is of; a branch below a unit is not its officer's to run. */
const unitIdOf = ({ target, tree }: Question): string | undefined => {
  const id = target.activity?.hostId ?? target.branchId
  return id !== undefined && tree.get(id)?.type === 'unit' ? id : undefined
}

/** The branch a target is in: named, or that of its activity. A community's service is in no branch. */
const branchIdOf = ({ target, tree }: Question): string | undefined => {
  const named = target.branchId ?? target.activity?.branchId
  return named === undefined ? undefined : branchOf(tree, named)
}

const ownBranchId = ({ person, target }: Question): string | undefined =>
  person.member && membershipOn(person.member, target.day)?.branchId

/**
 * Chair, recorder or creator of the activity, who belongs to its branch today (or to a branch of its unit), or holds something there: nobody
 * keeps a meeting beyond the own membership, post or grant.
 */
const isNamed = (question: Question): boolean => {
  const { person, target, tree } = question
  const { activity } = target
  if (!person.member || !activity) return false
  if (![activity.chairId, activity.recorderId, activity.createdBy].includes(person.member._id)) return false
  const placeId = branchOf(tree, activity.branchId) ?? activity.branchId
  const own = ownBranchId(question)
  if (own === undefined) return false
  if (isUnder(tree, own, placeId) || theoryGroupOf([person.member], placeId, target.day).length > 0)
    return true
  return rolesOf(person, target.day).some(({ organisationId }) => isUnder(tree, organisationId, placeId))
}

const answers: Record<Who, (question: Question) => boolean> = {
  anyone: () => true,
  bound: ({ person, target }) => person.member !== undefined || rolesOf(person, target.day).length > 0,
  self: ({ person, target }) => target.memberId !== undefined && target.memberId === person.member?._id,
  // A branch's own numbers are its members' business; another member's are not.
  branch_member: (question) =>
    question.target.memberId === undefined &&
    branchIdOf(question) !== undefined &&
    branchIdOf(question) === ownBranchId(question),
  branch_runner: (question) => question.holds(branchRunners, branchIdOf(question)),
  group_leader: ({ holds, target }) => holds(['group_leader'], target.groupId),
  leader_in_branch: (question) => {
    const branchId = branchIdOf(question)
    return rolesOf(question.person, question.target.day).some(
      ({ role, organisationId }) =>
        role === 'group_leader' &&
        branchId !== undefined &&
        branchOf(question.tree, organisationId) === branchId,
    )
  },
  host_leader: ({ holds, target }) =>
    target.activity?.kind === 'group_meeting' && holds(['group_leader'], target.activity.hostId),
  // There is nothing left to run once the record stands.
  activity_runner: (question) => question.target.activity?.state !== 'recorded' && isNamed(question),
  activity_recorder: isNamed,
  committee: ({ holds, target }) => holds(['committee'], target.groupId ?? target.branchId ?? target.placeId),
  // While a period runs the county is told totals alone, and of single members nothing.
  overseer: ({ holds, target }) =>
    target.memberId === undefined &&
    target.isRunning !== true &&
    target.staysInside !== true &&
    holds(['committee', 'inspector'], target.groupId ?? target.branchId),
  asked_above: ({ holds, target }) => target.askedAbove === true && holds(['committee'], target.branchId),
  unit_officer: (question) => question.holds(['unit_officer'], unitIdOf(question)),
  theory_group: (question) => {
    const { person, target } = question
    const unitId = unitIdOf(question)
    if (unitId === undefined || !person.member || ownBranchId(question) === undefined) return false
    return theoryGroupOf([person.member], unitId, target.day).length > 0
  },
  community_staff: ({ holds, target }) =>
    holds(['community_staff'], target.activity?.hostId ?? target.placeId),
  village_contact: ({ holds, target }) => holds(['village_contact'], target.placeId),
  inspector: ({ holds, target }) =>
    target.activity === undefined &&
    holds(['inspector'], target.groupId ?? target.branchId ?? target.placeId),
  as_list_says: (question) => (question.target.listSays ?? []).some((who) => answers[who](question)),
  importer: ({ person, target }) => target.startedBy !== undefined && target.startedBy === person.openId,
}

/** Whether a person may do an action to a target: the one door; the table behind it is accessTable. */
export const mayDo = (action: Action, person: Person, target: Target, tree: Tree): boolean => {
  const roles = rolesOf(person, target.day)
  const holds: Question['holds'] = (wanted, nodeId) =>
    nodeId !== undefined &&
    roles.some(({ role, organisationId }) => wanted.includes(role) && isUnder(tree, nodeId, organisationId))
  const question: Question = { person, target, tree, holds }
  return accessTable[action].some((who) => answers[who](question))
}
