import { mayDo } from '@domain/access/mayDo'
import { seesNames } from '@domain/access/seesNames'
import { done } from '@domain/contract/answer'
import type { Roster, RosterRow } from '@domain/contract/roster'
import { isGranted } from '@domain/org/exemptions'
import type { Member } from '@domain/org/member'
import { isInForce, membershipOn, postsOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { exemptionIdOf } from '@domain/org/setExemption'
import { readDuties } from '../../entry/cached'
import { aboutBranch, groupsOf, named } from '../../entry/targets'
import { titleFor } from '../../entry/titleFor'
import { type Context, useCase } from '../../entry/useCase'
import { find } from '../../store/find'
import { boundAmong } from '../../store/readIdentity'
import { readAllMembersOf } from '../../store/readPeople'
import { aloneAmong } from '../identity/boundRunners'
import { lastPlaceOf } from './aboutMember'
import { namedIn } from './registerChoices'
import { liftableOn } from './shownExemption'

function rowOf(member: Member, bound: ReadonlySet<string>, context: Context): RosterRow {
  const { today, tree, names } = context
  const { _id, standing, cadre, exemptions, transfer, left } = member
  const groupId = lastPlaceOf(member, context)?.groupId
  return {
    memberId: _id,
    name: names.of(member),
    standing,
    ...(groupId !== undefined && { group: namedIn(tree, groupId) }),
    posts: postsOn(member, today).map(({ post }) => post),
    ...(cadre && { cadre }),
    bound: bound.has(_id),
    exempt: exemptions.some((one) => isGranted(one) && isInForce(one, today)),
    ...(transfer && { leavingTo: namedIn(tree, transfer.toBranchId) }),
    ...(left && { leftOn: left.on }),
  }
}

/**
 * Whose requests (exemptions, corrections) the caller may answer: whoever runs the branch all but their own; the work committee only those of a
 * member who alone runs the branch.
 */
async function answerableBy(
  branch: Organisation,
  members: readonly Member[],
  context: Context,
): Promise<Member[]> {
  const { caller, today, tree } = context
  const about = { day: today, branchId: branch._id }
  const others = members.filter(({ _id }) => _id !== caller.member?._id)
  if (mayDo('roster.setExemption', caller, about, tree)) return others
  const isAbove = mayDo('roster.setExemption', caller, { ...about, askedAbove: true }, tree)
  return isAbove ? aloneAmong(others, context) : []
}

const askedOf = (member: Member, context: Context): Roster['askedExemptions'] =>
  member.exemptions
    .filter(({ state }) => state === 'asked')
    .map((one) => ({
      memberId: member._id,
      name: titleFor(member, context),
      exemptionId: exemptionIdOf(one),
      category: one.category,
      from: one.from,
    }))

/** What waits for the caller's word: who is to come, for those who may take them, and what members ask. */
async function waiting(
  branch: Organisation,
  members: readonly Member[],
  mayEdit: boolean,
  context: Context,
): Promise<Pick<Roster, 'arriving' | 'askedExemptions' | 'liftable' | 'corrections'>> {
  const { now, today, tree, names } = context
  const answerable = await answerableBy(branch, members, context)
  const [coming, corrections] = await Promise.all([
    mayEdit ? find('members', { 'transfer.toBranchId': branch._id }) : [],
    answerable.length > 0 ? find('corrections', { branchId: branch._id, state: 'open' }) : [],
  ])
  const askedExemptions = answerable.flatMap((member) => askedOf(member, context))
  return {
    arriving: coming.flatMap((member) => {
      const from = lastPlaceOf(member, context)?.branchId
      const { _id: memberId, transfer } = member
      return transfer && from !== undefined
        ? [{ memberId, name: names.of(member), from: namedIn(tree, from), askedOn: transfer.askedOn }]
        : []
    }),
    askedExemptions,
    liftable: askedExemptions.length > 0 ? liftableOn(await readDuties(now), today) : [],
    corrections: corrections.flatMap(({ _id, memberId, field, text, asked }) => {
      const member = answerable.find((one) => one._id === memberId)
      return member
        ? [
            {
              ...{ correctionId: _id, memberId, name: titleFor(member, context), field, text },
              ...(asked && { ready: true }),
            },
          ]
        : []
    }),
  }
}

/** The branch's register. Of a counts-only branch readers outside it get totals and no names; an inspector sees no requests. */
export const listRoster = useCase('roster.list', aboutBranch, async (request, context, branch) => {
  const { caller, today, tree } = context
  const ever = await readAllMembersOf(branch._id)
  const here = ever.filter((member) => membershipOn(member, today)?.branchId === branch._id)
  const gone = ever.filter((member) => member.left && lastPlaceOf(member, context)?.branchId === branch._id)
  const sees = seesNames(caller, branch, today, tree)
  const mayEdit = sees && mayDo('roster.save', caller, { day: today, branchId: branch._id }, tree)
  const shown = (request.left ? gone.filter((member) => !here.includes(member)) : here)
    // stored name: compared with what was typed
    .filter(({ name }) => name.includes(request.query ?? ''))
    .sort((a, b) => a.order - b.order)
  const bound = await boundAmong(ever.map(({ _id }) => _id))
  const full = here.filter(({ standing }) => standing === 'full').length
  return done({
    branch: { id: branch._id, name: branch.name },
    groups: groupsOf(branch._id, tree, today).map(named),
    rows: sees ? shown.map((member) => rowOf(member, bound, context)) : [],
    totals: {
      members: here.length,
      full,
      probationary: here.length - full,
      bound: here.filter(({ _id }) => bound.has(_id)).length,
    },
    ...(await waiting(branch, here, mayEdit, context)),
    mayEdit,
    ...(!sees && { namesHidden: true }),
  })
})
