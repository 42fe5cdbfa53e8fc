import { rolesOf } from '@domain/access/rolesOf'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import { branchesRun } from '../../entry/targets'
import type { Context } from '../../entry/useCase'

/** null: whoever runs the branch enters for all of it. Of a group leader the groups one leads. */
export function groupsOfCaller(branchId: string, context: Context): ReadonlySet<string> | null {
  if (branchesRun(context).includes(branchId)) return null
  const led = rolesOf(context.caller, context.today).filter(({ role }) => role === 'group_leader')
  return new Set(led.map(({ organisationId }) => organisationId))
}

interface Scope {
  branchId: string
  groups: ReadonlySet<string> | null
  /** Who enters it; '' of somebody outside the register. */
  me: string
}

/** Those of whom a talk of a day may be entered: the branch, or some groups and oneself, in register order. */
export const talkable = (members: readonly Member[], { branchId, groups, me }: Scope, on: Day): Member[] =>
  members
    .filter((member) => {
      const place = membershipOn(member, on)
      if (place?.branchId !== branchId) return false
      return !groups || member._id === me || groups.has(place.groupId ?? '')
    })
    .sort((a, b) => a.order - b.order)
