import type { Action } from '@domain/contract/actions'
import { openIdOf } from '../people'
import { nonce, type Sample, sample } from './sample'
import { secretary, staff } from './seed'

const m4 = openIdOf('m4')
const talk = { branchId: 'branch1', on: '2026-09-21', nonce }

/** 实事, what the branch ticks, and talks. */
export const samplesOfDeeds: Partial<Record<Action, Sample[]>> = {
  'deed.claim': [sample(m4, { title: '修灯', beneficiary: 'community', nonce })],
  'deed.move': [sample(m4, { deedId: 'deed-claimed', to: 'finished' })],
  'deed.confirm': [sample(staff, { placeId: 'community1', deedIds: ['deed-finished'] })],
  'deed.giveBack': [sample(staff, { placeId: 'community1', deedId: 'deed-finished' })],
  'need.take': [sample(m4, { needId: 'need1', nonce })],
  'need.write': [
    sample(staff, { placeId: 'community1', title: '讲一课', until: '2026-10-15', wanted: 2, nonce }),
  ],
  'need.withdraw': [sample(staff, { placeId: 'community1', needId: 'need1' })],
  'deed.tick': [
    sample(
      secretary,
      { branchId: 'branch1', month: '2026-09', memberIds: ['m5', 'm6', 'm7'], ticked: true, nonce },
      { resumes: 'each tick stands by itself, as if it had been the only one' },
    ),
    sample(secretary, { branchId: 'branch1', month: '2026-09', memberIds: ['m4'], ticked: false, nonce }),
  ],
  'talk.enter': [
    sample(secretary, { ...talk, memberId: 'm1', withId: 'm5', held: true }),
    sample(secretary, { ...talk, memberId: 'm1', withId: 'm4', held: false }),
  ],
}
