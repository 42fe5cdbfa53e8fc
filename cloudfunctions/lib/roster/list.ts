import { mayDo } from '@domain/access/mayDo'
import { runnersOf } from '@domain/access/secondPerson'
import { seesNames } from '@domain/access/seesNames'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Roster, RosterRow } from '@domain/contract/roster'
import { isGranted } from '@domain/duty/exemptions'
import type { Member } from '@domain/org/member'
import { isInForce, membershipOn, postsOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { exemptionIdOf } from '@domain/org/setExemption'
import { readAllMembersOf } from '../activity/readBranchMembers'
import { askedAt } from '../checkin/witnesses'
import { groupsOf } from '../caller/groupsOf'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import type { Names } from '../views/Names'
import { find } from '../wx/find'
import { lastPlaceOf } from './aboutMember'
import { boundAmong } from './boundAmong'
import { namedIn } from './namedIn'

type Request = ParsedRequestOf<'roster.list'>

const load = ({ branchId }: Request, { tree }: Context): Found<Organisation> | null => {
  const branch = tree.get(branchId)
  return branch?.type === 'branch' ? { about: { branchId }, loaded: branch } : null
}

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
 * Which requests for an exemption the caller may answer: whoever runs the branch all but their own; the work committee only that of a member who
 * alone runs the branch.
 */
async function answerableBy(
  branch: Organisation,
  members: readonly Member[],
  context: Context,
): Promise<Member[]> {
  const { caller, today, tree } = context
  const asking = members.filter(({ exemptions }) => exemptions.some(({ state }) => state === 'asked'))
  const runs = mayDo('roster.settleCorrection', caller, { day: today, branchId: branch._id }, tree)
  if (runs) return asking.filter(({ _id }) => _id !== caller.member?._id)
  const [alone] = runnersOf(asking, branch._id, today)
  return alone && (await askedAt(branch._id, alone._id, context)) !== branch._id ? [alone] : []
}

const askedOf = (member: Member, names: Names): Roster['askedExemptions'] =>
  member.exemptions
    .filter(({ state }) => state === 'asked')
    .map((one) => ({
      memberId: member._id,
      name: names.of(member),
      exemptionId: exemptionIdOf(one),
      category: one.category,
      from: one.from,
    }))

/** What waits for the word of those who run the branch. */
async function waiting(
  branch: Organisation,
  members: readonly Member[],
  context: Context,
): Promise<Pick<Roster, 'arriving' | 'askedExemptions' | 'corrections'>> {
  const { tree, names } = context
  const [coming, corrections] = await Promise.all([
    find('members', { 'transfer.toBranchId': branch._id }),
    find('corrections', { branchId: branch._id, state: 'open' }),
  ])
  const answerable = await answerableBy(branch, members, context)
  const nameOf = (id: string) => {
    const member = members.find(({ _id }) => _id === id)
    return member ? names.of(member) : ''
  }
  return {
    arriving: coming.flatMap((member) => {
      const from = lastPlaceOf(member, context)?.branchId
      const { _id: memberId, transfer } = member
      return transfer && from !== undefined
        ? [{ memberId, name: names.of(member), from: namedIn(tree, from), askedOn: transfer.askedOn }]
        : []
    }),
    askedExemptions: answerable.flatMap((member) => askedOf(member, names)),
    corrections: corrections.map(({ _id, memberId, field, text }) => ({
      correctionId: _id,
      memberId,
      name: nameOf(memberId),
      field,
      text,
    })),
  }
}

const nothingWaits = { arriving: [], askedExemptions: [], corrections: [] }

/** The branch's register. Of a counts-only branch readers outside it get totals and no names; an inspector sees no requests. */
export const list = useCase('roster.list', load, async (request, context, branch) => {
  const { caller, today, tree } = context
  const ever = await readAllMembersOf(branch._id)
  const here = ever.filter((member) => membershipOn(member, today)?.branchId === branch._id)
  const gone = ever.filter((member) => member.left && lastPlaceOf(member, context)?.branchId === branch._id)
  const sees = seesNames(caller, branch, today, tree)
  const mayEdit = sees && mayDo('roster.save', caller, { day: today, branchId: branch._id }, tree)
  const shown = (request.left ? gone.filter((member) => !here.includes(member)) : here)
    .filter(({ name }) => name.includes(request.query ?? ''))
    .sort((a, b) => a.order - b.order)
  const bound = await boundAmong(ever.map(({ _id }) => _id))
  const full = here.filter(({ standing }) => standing === 'full').length
  return done({
    branch: { id: branch._id, name: branch.name },
    groups: groupsOf(branch._id, tree, today).map(({ _id, name }) => ({ id: _id, name })),
    rows: sees ? shown.map((member) => rowOf(member, bound, context)) : [],
    totals: {
      members: here.length,
      full,
      probationary: here.length - full,
      bound: here.filter(({ _id }) => bound.has(_id)).length,
    },
    ...(mayEdit ? await waiting(branch, here, context) : nothingWaits),
    mayEdit,
    ...(!sees && { namesHidden: true }),
  })
})
