import type { Action } from '@domain/contract/actions'
import type { Sample } from './expected'
import { hosts, meetingId, planOf } from './meetings'
import { branch, community, county, nonce, sample, unit } from './sample'

type OfCommunity = Extract<Action, `${'service' | 'community'}.${string}`>

/** Services of a community, and who is registered with it. */
export const samplesOfCommunity: Record<OfCommunity, Sample | Sample[]> = {
  'service.prepare': sample(community, { communityId: 'community1' }),
  'service.publish': sample(community, () => ({ ...nonce(), form: planOf('service') })),
  'service.change': sample(hosts.community.about, () => ({
    ...{ activityId: meetingId('service.change', 'community'), form: planOf('service') },
  })),
  'service.join': sample(
    {},
    () => ({ activityId: meetingId('service.join', 'community'), join: true, ...nonce() }),
    { needsMember: true },
  ),
  'service.board': sample(hosts.community.about, { activityId: meetingId('service.board', 'community') }),
  'service.confirm': sample(hosts.community.about, {
    activityId: meetingId('service.confirm', 'community'),
    factIds: ['none'],
  }),
  'service.residents': sample(community, { communityId: 'community1', name: '同志0001' }),
  'service.enter': sample(hosts.community.about, () => ({
    ...{ activityId: meetingId('service.enter', 'community'), memberId: 'subject', ...nonce() },
    occurredAt: hosts.branch.startsAt,
  })),
  'service.missed': sample({ member: 'own' }),
  'service.correct': sample({ member: 'own' }, () => ({
    activityId: meetingId('service.correct', 'community'),
    reason: '没扫上码',
    ...nonce(),
  })),
  'service.sevenOnes': sample(branch, { branchId: 'branch1' }),
  'community.mine': sample({ member: 'own' }),
  'community.report': sample({ member: 'own' }, () => ({
    communityId: 'community1',
    kind: 'home',
    ...nonce(),
  })),
  'community.withdraw': sample({ member: 'own' }, { kind: 'home' }),
  'community.leave': sample({ member: 'own' }, { kind: 'home' }),
  'community.page': sample(community, { communityId: 'community1' }),
  'community.accept': sample(community, { communityId: 'community1', reportIds: ['none'], accept: true }),
  'community.residents': sample(community, { communityId: 'community1' }),
  'community.served': sample(community, { communityId: 'community1', periodKey: '2026-Q3' }),
  'community.past': sample(community, { communityId: 'community1', periodKey: '2026-09' }),
  'community.ofBranch': sample(branch, { branchId: 'branch1' }),
  'community.below': [
    sample(unit, { organisationId: 'unit1' }),
    sample(county, { organisationId: 'county' }),
  ],
}
