import type { Audited } from '@domain/access/auditTable'
import { dayOf } from '@domain/time/day'
import { readTree } from '../entry/cached'
import { readWorkdays } from '../entry/readWorkdays'
import { carryOnParts } from '../meetings/activity/moveActivity'
import { replaceOthers } from '../people/binding/storeInvitation'
import { isTaken } from '../people/identity/bindMember'
import { forgetCredits } from '../people/identity/unbind'
import { carryOnElection } from '../people/organisation/electCommittee'
import { carryOnLeader } from '../people/organisation/nameLeader'
import { eraseMember, eraseOutsider, eraseTraces } from '../people/privacy/eraseMember'
import { carryOnHandOver } from '../people/register/handOver'
import { closeAsked } from '../people/register/ownChange'
import { linkHouseholds } from '../people/register/writeMember'
import type { AuditRow } from '../store/collections/audit'
import { atLeast, oneOf } from '../store/conditions'
import { count, find, findById } from '../store/find'
import { forgetNotices } from '../telling/feedback/listFeedback'

/** Invited again and bound after having asked to be deleted: what is the member's now came after the request. */
const isBoundSince = async (memberId: string, at: number): Promise<boolean> =>
  (await count('identities', { memberId, state: 'bound', boundAt: atLeast(at) })) > 0

async function carryOnDeletion({ of, at }: AuditRow): Promise<void> {
  for (const { memberId, requestId, state } of await find('deletions', { _id: oneOf(of?.ids ?? []) })) {
    if (requestId !== undefined)
      for (const { _id } of await find('identities', { requestId }, { fields: [] }))
        await eraseOutsider(_id, requestId)
    else if (state === 'agreed') await eraseMember(memberId, at)
    else if (state === 'open' && !(await isBoundSince(memberId, at))) await eraseTraces(memberId)
  }
}

async function carryOnInvite({ of, memberId }: AuditRow): Promise<void> {
  for (const { _id, state } of await find('invitations', { _id: oneOf(of?.ids ?? []) }))
    if (state === 'open') await replaceOthers([_id], memberId === undefined ? [] : [memberId])
}

/** After an unbinding that was cut short: removes credits left from it, unless the member is bound again, whose credits are new. */
async function carryOnUnbind({ memberId }: AuditRow): Promise<void> {
  if (memberId !== undefined && !(await isTaken(memberId))) await forgetCredits(memberId)
}

/** After a change of the register that was cut short: the households are told of the member's links, and what was asked for is closed. */
async function carryOnRegister({ of }: AuditRow): Promise<void> {
  if (of?.name !== 'members') return
  for (const member of await find('members', { _id: oneOf(of.ids ?? []) })) {
    await linkHouseholds(member)
    await closeAsked(member)
  }
}

/** After a word on a joint meeting: the parts of the other branches follow it, as of then. */
async function carryOnMeeting({ activityId, placeId, by, at }: AuditRow): Promise<void> {
  const meeting = activityId === undefined ? null : await findById('activities', activityId)
  if (!meeting) return
  const [tree, calendar] = await Promise.all([readTree(at), readWorkdays(at)])
  await carryOnParts(meeting, placeId, { by, now: at, today: dayOf(at), tree, calendar })
}

const carry: Partial<Record<Audited, (row: AuditRow) => Promise<void>>> = {
  answer: async ({ of }) => {
    for (const id of of?.ids ?? []) await forgetNotices(id)
  },
  cancel: carryOnMeeting,
  close: carryOnMeeting,
  deletion: carryOnDeletion,
  election: (row) => (row.of?.name === 'members' ? carryOnLeader(row) : carryOnElection(row)),
  hand_over: carryOnHandOver,
  invite: carryOnInvite,
  open: carryOnMeeting,
  plan: carryOnMeeting,
  register: carryOnRegister,
  release: carryOnUnbind,
  unbind: carryOnUnbind,
}

/** What follows a change and was lost with the call that made it. Done once more it changes nothing. */
export async function carryOn(row: AuditRow): Promise<void> {
  await carry[row.what]?.(row)
}
