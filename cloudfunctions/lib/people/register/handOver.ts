import { mayDo } from '@domain/access/mayDo'
import { needsOther } from '@domain/access/ownEntry'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { MOST_HOUSEHOLDS, type RosterMember } from '@domain/contract/roster'
import { type HandOver, handOver, keepsHousehold } from '@domain/org/handOver'
import type { Member } from '@domain/org/member'
import { isInForce, membershipOn } from '@domain/org/membershipOn'
import { type Day, dayOf } from '@domain/time/day'
import { audited, isMarked, mark } from '../../entry/audit/audited'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { AuditRow } from '../../store/collections/audit'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { aboutMember } from './aboutMember'
import { shownHousehold } from './registerChoices'
import { linkHouseholds, writeMember } from './writeMember'

/** How often it is written anew on top of somebody else's change. */
const TURNS = 3

/** What can be handed to another: the households a member keeps, and those the member had last and nobody has since. */
export async function handsOn(
  member: Member,
  { tree }: Pick<Context, 'tree'>,
): Promise<RosterMember['households']> {
  if (member.households.length === 0) return []
  const ids = [...new Set(member.households.map(({ householdId }) => householdId))]
  const rows = await find('households', { _id: oneOf(ids) })
  return rows.flatMap((household) => {
    const links = member.households.filter(({ householdId }) => householdId === household._id)
    const last = links.reduce((a, b) => (b.from > a.from ? b : a))
    if (last.to !== undefined && household.memberIds.length > 0) return []
    return [
      { ...shownHousehold(household, tree), from: last.from, ...(last.to !== undefined && { to: last.to }) },
    ]
  })
}

interface Handed {
  memberId: string
  toMemberId: string
  householdId: string
  on: Day
}

async function readBoth({ memberId, toMemberId }: Handed): Promise<HandOver | null> {
  const members = await find('members', { _id: oneOf([memberId, toMemberId]) })
  const of = (id: string) => members.find(({ _id }) => _id === id)
  const [from, to] = [of(memberId), of(toMemberId)]
  return from && to ? { from, to } : null
}

/** Whose entries differ, who takes it first: should the second write be lost, two have the household rather than nobody. */
const planned = (before: HandOver, { householdId, on }: Handed) => {
  const after = handOver(before, householdId, on)
  return (
    [
      [before.to, after.to],
      [before.from, after.from],
    ] as const
  ).filter(([was, is]) => was !== is)
}

/** Goes on until both entries and the household say it; what a row has written once is not written again. False when others wrote all the while. */
async function carryThrough(handed: Handed, id: string): Promise<boolean> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const both = await readBoth(handed)
    if (!both) return false
    let isWritten = true
    for (const [was, is] of planned(both, handed))
      if (!isMarked(was, id)) isWritten = isWritten && (await writeMember(was, is, mark(id)))
    if (isWritten) {
      await linkBoth(handed)
      return true
    }
  }
  return false
}

async function linkBoth(handed: Handed): Promise<void> {
  const both = await readBoth(handed)
  if (!both) return
  await linkHouseholds(both.to)
  await linkHouseholds(both.from)
}

/** What a hand-over that was cut short still has to write, as of its day. */
export async function carryOnHandOver({ _id, memberId = '', to, at }: AuditRow): Promise<void> {
  const { memberId: toMemberId, householdId } = to as unknown as { memberId: string; householdId: string }
  await carryThrough({ memberId, toMemberId, householdId, on: dayOf(at) }, _id)
}

/** Why a household cannot pass from the one to the other; null when it can. Whose register one does not keep is as if there were nobody. */
async function whyNot({ from, to }: HandOver, handed: Handed, context: Context): Promise<Refusal | null> {
  const there = await aboutMember({ memberId: to._id }, context)
  const { caller, today, tree } = context
  const mayTake =
    there && membershipOn(to, today) && mayDo('roster.handOver', caller, { day: today, ...there.about }, tree)
  if (!mayTake || from._id === to._id) return refuse('not_in_branch')
  if (planned({ from, to }, handed).some(([was, is]) => needsOther(caller, was, is)))
    return refuse('needs_second_person')
  if (keepsHousehold(to, handed.householdId)) return null
  const handable = await handsOn(from, context)
  if (!handable.some(({ id }) => id === handed.householdId)) return refuse('household_gone')
  const kept = to.households.filter((link) => isInForce(link, today) && link.to === undefined)
  return kept.length < MOST_HOUSEHOLDS ? null : refuse('households_full')
}

/**
 * 帮扶户交接: from today on the household is another member's. Whoever keeps the register of both does it; nobody for oneself, since it says what one
 * owes (domain/access/ownEntry.ts).
 */
export const handOverHousehold = useCase(
  'roster.handOver',
  aboutMember,
  async (request: ParsedRequestOf<'roster.handOver'>, context, { member, branch }) => {
    const { caller, now, today } = context
    const { memberId, householdId, toMemberId, nonce } = request
    const handed = { memberId, toMemberId, householdId, on: today }
    const both = await readBoth(handed)
    if (!both) return refuse('not_in_branch')
    const refusal = await whyNot(both, handed, context)
    if (refusal) return refusal
    const answer = done({ memberId: member._id, householdId })
    if (planned(both, handed).length === 0) {
      await linkBoth(handed)
      return answer
    }
    const telling = {
      what: 'hand_over' as const,
      by: nameForRecords(caller),
      at: now,
      placeId: branch._id,
      memberId,
      to: { householdId, memberId: toMemberId, from: today },
      key: nonce,
    }
    const stands = await audited(telling, { name: 'members', ids: [toMemberId, memberId] }, (id) =>
      carryThrough(handed, id),
    )
    return stands ? answer : refuse('try_again')
  },
)
