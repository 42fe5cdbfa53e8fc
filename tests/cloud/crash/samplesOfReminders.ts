import type { Action } from '@domain/contract/actions'
import { at } from '@domain/testing/at'
import { openIdOf } from '../people'
import { earlier, nonce, type Sample, sample } from './sample'
import { county, secretary } from './seed'

const m4 = openIdOf('m4')
const m5 = openIdOf('m5')

/** Of what people are told, and allow to be told. */
export const samplesOfReminders: Partial<Record<Action, Sample[]>> = {
  'reminder.set': [sample(m5, { byLeader: true })],
  'reminder.accept': [
    sample(m5, { accepted: ['meeting'], nonce }),
    sample(m4, { accepted: ['meeting'], nonce }),
  ],
  'reminder.reconcile': [sample(m5, { off: ['month_gap'] })],
  'reminder.excuse': [
    sample(m4, { dutyId: 'community_service', periodKey: '2026-09', excused: true, nonce }),
  ],
  // The 23rd and 24th are no workdays: what is missing is told from the 22nd on.
  'reminder.say': [
    sample(
      secretary,
      { branchId: 'branch1', memberIds: ['m7', 'm8'], nonce },
      {
        prepare: async (cloud) => ({
          ...(await cloud.get(county, 'workdays.save', {
            ...{ year: 2026, off: ['2026-09-23', '2026-09-24'], worked: [], nonce: earlier },
          })),
        }),
      },
    ),
  ],
  'reminder.told': [
    sample(secretary, { branchId: 'branch1', reminderId: 'gap_m5_2026-09_1', told: true }),
    // Of a meeting that nobody has told of yet there is no row.
    sample(secretary, {
      branchId: 'branch1',
      reminderId: `meeting_coming_m5_${at('2026-09-24 15:00')}`,
      told: true,
    }),
  ],
}
