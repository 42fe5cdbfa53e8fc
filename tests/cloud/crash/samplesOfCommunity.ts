import type { Action } from '@domain/contract/actions'
import { at } from '@domain/testing/at'
import { openIdOf } from '../people'
import { aService } from '../places'
import type { CutCloud } from './CutCloud'
import { earlier, nonce, type Sample, sample } from './sample'
import { secretary, staff } from './seed'

const m4 = openIdOf('m4')
const m5 = openIdOf('m5')

/** 社区报到 of m5. */
const reported = (communityId: string, kind: 'unit' | 'home') => (cloud: CutCloud) =>
  cloud.get(m5, 'community.report', { communityId, kind, nonce: earlier })

/** A list of names, sent to where the cloud wants it. */
const sentList = (of: string) => async (cloud: CutCloud) => {
  const request = { communityId: 'community1', nonce: of, ending: 'csv' as const }
  const { cloudPath } = await cloud.get(staff, 'import.beginList', request)
  return { fileId: await cloud.upload(staff, '姓名,单位\n王同志,农业农村局', cloudPath) }
}
const readList = async (cloud: CutCloud) => {
  const { fileId } = await sentList(earlier)(cloud)
  return cloud.get(staff, 'import.list', { communityId: 'community1', fileId, nonce: earlier })
}

const proposal = { communityId: 'community1', activityId: 'proposal1' }

export const samplesOfCommunity: Partial<Record<Action, Sample[]>> = {
  'service.correct': [m4, m5].map((as) =>
    sample(as, { activityId: 'service-over', reason: '没扫上码', nonce }),
  ),
  'proposal.write': [
    sample(secretary, {
      ...{ branchId: 'branch1', nonce },
      form: aService({ startsAt: at('2026-09-26 09:00'), endsAt: at('2026-09-26 11:00') }),
    }),
  ],
  'proposal.withdraw': [sample(secretary, { branchId: 'branch1', activityId: 'proposal1' })],
  'proposal.accept': [sample(staff, proposal)],
  'proposal.decline': [sample(staff, { ...proposal, reason: 'no_hands', note: '月底可以' })],
  'community.report': [sample(m4, { communityId: 'community2', kind: 'home', nonce })],
  'community.withdraw': [sample(m5, { kind: 'home' }, { prepare: reported('community2', 'home') })],
  'community.leave': [sample(m4, { kind: 'unit' })],
  'import.beginList': [sample(staff, { communityId: 'community1', nonce, ending: 'csv' })],
  'import.list': [
    sample(staff, ({ fileId }) => ({ communityId: 'community1', fileId, nonce }), {
      prepare: sentList(nonce),
      before: sentList(nonce),
    }),
  ],
  'import.dropLists': [sample(staff, { communityId: 'community1' }, { prepare: readList })],
  'community.accept': [true, false].map((accept) =>
    sample(staff, ({ reportId }) => ({ communityId: 'community1', reportIds: [reportId], accept }), {
      prepare: async (cloud) => {
        await cloud.get(m5, 'community.leave', { kind: 'unit' })
        return reported('community1', 'unit')(cloud)
      },
      ...(accept && { resumes: 'the number of a 回执 is given first; whoever accepts later gets that one' }),
    }),
  ),
}
