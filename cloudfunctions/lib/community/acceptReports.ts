import { weightOf } from '@domain/access/oneself'
import { done } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { acceptCommunity, askedOf, declineCommunity } from '@domain/org/reportIn'
import { aboutPlace } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { type Change, writeMembersAudited } from '../people/register/writeMember'
import { find } from '../store/find'
import { allotReceipts } from './allotReceipts'

interface Report {
  member: Member
  reportId: string
}

/** Those named that still wait for this community, but for one's own: staff may be members too. */
async function readWaiting(
  communityId: string,
  reportIds: readonly string[],
  { caller }: Context,
): Promise<Report[]> {
  const members = await find('members', { 'communitiesAsked.communityId': communityId }, { limit: 5000 })
  return members
    .filter(({ _id }) => weightOf({ what: 'confirmation' }, caller, { memberId: _id }) === 'counts')
    .flatMap((member) =>
      askedOf(member, communityId)
        .filter(({ reportId }) => reportIds.includes(reportId))
        .map(({ reportId }) => ({ member, reportId })),
    )
}

async function changes(reports: readonly Report[], accept: boolean, context: Context): Promise<Change[]> {
  const { caller, today } = context
  if (!accept)
    return reports.map(({ member, reportId }) => ({
      before: member,
      after: declineCommunity(member, reportId, today),
    }))
  const numbers = await allotReceipts(
    reports.map(({ reportId }) => reportId),
    today,
  )
  const by = nameForRecords(caller)
  return reports.map(({ member, reportId }) => ({
    before: member,
    after: acceptCommunity(member, reportId, { number: numbers.get(reportId) ?? '', by }, today),
  }))
}

/**
 * The community's word on a batch. Each entry is written on what was read: who took the request back at that moment, or whose entry somebody else
 * changed, is passed over and waits on.
 */
export const acceptReports = useCase(
  'community.accept',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ reportIds, accept }, context, { _id }) => {
    const reports = await readWaiting(_id, reportIds, context)
    const telling = {
      what: 'report' as const,
      by: nameForRecords(context.caller),
      at: context.now,
      placeId: _id,
      result: accept ? 'accepted' : 'declined',
      key: reports
        .map(({ reportId }) => reportId)
        .sort()
        .join(' '),
    }
    const settled = await writeMembersAudited(
      await changes(reports, accept, context),
      telling,
      async (members) => [...members],
    )
    return done({ settled: settled.size })
  },
)
