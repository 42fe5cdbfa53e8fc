import { rolesOf } from '@domain/access/rolesOf'
import { branchRunners } from '@domain/access/secondPerson'
import type { ResponseOf } from '@domain/contract/actions'
import type { Role } from '@domain/contract/identity'
import type { OrganisationType } from '@domain/contract/words'
import type { Duty } from '@domain/duty/duty'
import { enteredRules } from '@domain/duty/enteredRules'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { branchOf } from '@domain/org/tree'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { isGap } from '@domain/progress/gapNow'
import type { Day } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { type BranchEvidence, readBranchEvidence } from '../../counting/progress/readBranchEvidence'
import { spanOver } from '../../counting/progress/span'
import { readDuties } from '../../entry/cached'
import { inTreeOrder } from '../../entry/inTreeOrder'
import type { Context } from '../../entry/useCase'

type Place = ResponseOf<'identity.work'>['places'][number]

/** Members of the place, and how many of them still miss something this month. */
function countsOf(
  place: Organisation,
  evidence: BranchEvidence,
  duties: Duty[],
  { now, today, tree }: Context,
) {
  const period = periodOf('month', now)
  const members = evidence.members.filter(
    (member) => place.type === 'branch' || membershipOn(member, today)?.groupId === place._id,
  )
  const missing = members.filter((member) =>
    evaluateMember({ member, tree, duties, period, now, ...evidence }).some(isGap),
  )
  return { memberCount: members.length, missingMembers: missing.length }
}

/** Whether the talks' page has anything for a role: a group leader enters talks and ticks nobody. */
function entersTalks(role: Role, { branchType }: Organisation, duties: Duty[], today: Day): boolean {
  const { talks, ticks } = enteredRules(duties, branchType, today)
  if (role === 'group_leader') return talks
  return branchRunners.includes(role) && (talks || ticks.length > 0)
}

/** Communities and villages have their own part of the page. */
const besideTheTree: readonly OrganisationType[] = ['community', 'village']

/** What this person runs or reads, in 组织序列; each branch is read once, however many roles lead to it. */
export async function placesOf(context: Context): Promise<Place[]> {
  const { caller, now, today, tree } = context
  const held = rolesOf(caller, today).flatMap(({ role, organisationId }) => {
    const organisation = tree.get(organisationId)
    return organisation && !besideTheTree.includes(organisation.type)
      ? [{ role, organisation, branchId: branchOf(tree, organisationId) }]
      : []
  })
  const period = periodOf('month', now)
  const span = spanOver([period], today)
  const branchIds = [...new Set(held.flatMap(({ branchId }) => branchId ?? []))]
  const [duties, ...all] = await Promise.all([
    readDuties(now),
    ...branchIds.map((branchId) => readBranchEvidence(branchId, period, span, now)),
  ])
  const inOrder = inTreeOrder(tree)
  return held
    .sort((a, b) => inOrder(a.organisation, b.organisation))
    .map(({ role, organisation, branchId }) => {
      const evidence = branchId === undefined ? undefined : all[branchIds.indexOf(branchId)]
      const branch = branchId === undefined ? undefined : tree.get(branchId)
      return {
        role,
        organisation: { id: organisation._id, name: organisation.name },
        ...(branchId !== undefined && { branchId }),
        ...(evidence && countsOf(organisation, evidence, duties, context)),
        ...(branch && entersTalks(role, branch, duties, today) && { entersTalks: true }),
      }
    })
}
