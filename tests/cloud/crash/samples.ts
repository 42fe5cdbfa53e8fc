import { orderOf } from '@domain/papers/copyOrder'
import { factOrderOf } from '@domain/papers/factItems'
import { moved } from '@domain/papers/order'
import type { Member } from '@domain/org/member'
import { mintActivityCode, mintMemberCode } from '@domain/checkin/code'
import type { Action } from '@domain/contract/actions'
import { consentVersion } from '@domain/contract/privacy'
import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from '../people'
import { aService, doors } from '../places'
import type { CutCloud } from './CutCloud'
import type { Sample } from './sample'
import { contact, county, neighbour, secretary, staff } from './seed'
import { earlier, nonce, sample } from './sample'
import { samplesOfCommunity } from './samplesOfCommunity'
import { samplesOfDeeds } from './samplesOfDeeds'
import { samplesOfLists } from './samplesOfLists'
import { samplesOfRegister } from './samplesOfRegister'
import { samplesOfReminders } from './samplesOfReminders'

const codeKey = '22'.repeat(32)
const m4 = openIdOf('m4')

const form = (over: object = {}) => ({
  kind: 'theme_party_day',
  hostId: 'branch1',
  title: '9月主题党日',
  startsAt: at('2026-09-24 09:00'),
  endsAt: at('2026-09-24 11:00'),
  place: '三楼会议室',
  chairId: 'm1',
  recorderId: 'm3',
  carries: ['study'],
  agenda: [{ text: '学习', minutes: 30 }],
  expectedIds: ['m4', 'm5'],
  ...over,
})
const visitDenied = async (cloud: CutCloud) => {
  await cloud.get(contact, 'household.deny', {
    villageId: 'village1',
    factId: 'visit-to-confirm',
    denied: true,
  })
  return {}
}
const entry = (activityId: string, memberId: string) => ({ activityId, memberId, nonce })

/** Every action that changes something, with what it says yes to. */
export const samples: Partial<Record<Action, Sample[]>> = {
  'activity.save': [
    sample(secretary, { nonce, publish: true, form: form() }),
    sample(secretary, {
      nonce,
      publish: true,
      activityId: 'draft',
      form: form({ expectedIds: ['m5', 'm6'] }),
    }),
    sample(secretary, { nonce, publish: true, form: form({ jointIds: ['branch2', 'branch3'] }) }),
    // One branch more is asked, one no more; the others get the new hour.
    sample(secretary, {
      nonce,
      publish: true,
      activityId: 'joint',
      form: form({ kind: 'study', carries: [], jointIds: ['branch3'] }),
    }),
  ],
  'activity.enterHeld': [
    sample(
      secretary,
      {
        ...{ nonce, presentIds: ['m1', 'm4'], absent: [{ memberId: 'm5', reason: 'in_village' }] },
        form: form({
          startsAt: at('2026-09-18 15:00'),
          endsAt: at('2026-09-18 16:30'),
          expectedIds: ['m1', 'm4', 'm5'],
        }),
      },
      { resumes: 'it stands under 待办 as a 补录 whose roll is entered to the end' },
    ),
  ],
  'activity.leave': [sample(m4, { activityId: 'coming', leave: true, reason: 'private_matter', nonce })],
  'activity.setState': [
    sample(secretary, { activityId: 'soon', to: 'open' }),
    sample(secretary, { activityId: 'running', to: 'closed' }),
    sample(secretary, { activityId: 'over', to: 'cancelled' }),
    sample(secretary, { activityId: 'joint', to: 'open' }),
    sample(secretary, { activityId: 'joint', to: 'cancelled' }),
    sample(neighbour, { activityId: 'joint-2', to: 'cancelled' }),
  ],
  'activity.confirmLate': [true, false].map((agree) =>
    sample(openIdOf('m2'), ({ seen }) => ({ activityId: 'late', agree, seen }), {
      prepare: async (cloud) => {
        const { seen } = await cloud.get(openIdOf('m2'), 'activity.lateEntry', { activityId: 'late' })
        return { seen }
      },
    }),
  ),
  'activity.amend': [
    sample(secretary, { activityId: 'general', notEntitled: { withoutVote: 1, leftOut: 0 }, nonce }),
  ],
  'activity.settle': [sample(secretary, { activityId: 'over', memberId: 'm4', reason: 'public_duty' })],
  'activity.settleMany': [
    sample(secretary, { activityId: 'over', memberIds: ['m4', 'm5'], reason: 'unstated' }),
  ],
  'activity.takeBack': [sample(secretary, { activityId: 'recorded', reason: 'wording' })],
  'activity.confirmRecord': [sample(secretary, { activityId: 'settled' })],
  'checkin.register': [
    sample(openIdOf('m6'), ({ ticket }) => ({ ticket, nonce }), {
      prepare: async (cloud) => {
        const code = mintActivityCode({ activityId: 'running', codeKey, now: MOMENT })
        return { ticket: (await cloud.get(openIdOf('m6'), 'checkin.open', { code })).ticket }
      },
    }),
  ],
  'checkin.tick': [
    sample(secretary, { ...entry('running', 'm6'), way: 'roll_call', occurredAt: MOMENT - 60_000 }),
  ],
  'checkin.scanMember': [
    sample(secretary, ({ code }) => ({ activityId: 'running', code, occurredAt: MOMENT - 1000, nonce }), {
      prepare: (cloud) => {
        const [member] = cloud.find<Member>('members', { _id: 'm6' })
        const { alias = '', codeKey: key = '' } = member ?? {}
        return Promise.resolve({ code: mintMemberCode({ alias, codeKey: key, now: MOMENT - 1000 }) })
      },
    }),
  ],
  'checkin.strike': [sample(secretary, { activityId: 'running', memberId: 'm4', reason: '不在现场' })],
  'checkin.restore': [sample(secretary, { activityId: 'running', memberId: 'm5', reason: '认错人' })],
  'checkin.backfill': [sample(secretary, { ...entry('over', 'm5'), reason: '忘了', witnessId: 'm2' })],
  'checkin.witness': [
    sample(openIdOf('m2'), { factId: 'over_m6', agree: true }),
    sample(openIdOf('m2'), { factId: 'over_m6', agree: false }),
  ],
  'checkin.makeUp': [
    sample(m4, { ...entry('aug', 'm4'), witnessId: 'm2' }),
    sample(secretary, entry('aug', 'm5')),
  ],
  'service.publish': [sample(staff, { nonce, form: aService() })],
  'service.change': [
    sample(staff, ({ activityId }) => ({ activityId, form: aService({ place: '党群服务中心', limit: 9 }) }), {
      prepare: (cloud) => cloud.get(staff, 'service.publish', { nonce: earlier, form: aService() }),
    }),
  ],
  'service.join': [sample(m4, { activityId: 'service-to-come', join: true, nonce })],
  'service.confirm': [sample(staff, { activityId: 'service', factIds: ['service_m4', 'service_m5'] })],
  'service.enter': [sample(staff, { ...entry('service', 'm7'), occurredAt: MOMENT - 60_000 })],
  'household.visit': [
    sample(openIdOf('v1'), { code: doors.h1, purposes: ['heart'], occurredAt: MOMENT - 1000, nonce }),
  ],
  'household.backfill': [
    sample(openIdOf('v1'), { householdId: 'h2', occurredOn: '2026-09-20', purposes: ['heart'], nonce }),
  ],
  'household.confirm': [sample(contact, { villageId: 'village1', factIds: ['visit-to-confirm'] })],
  'household.deny': [
    sample(contact, { villageId: 'village1', factId: 'visit-to-confirm', denied: true }),
    sample(
      contact,
      { villageId: 'village1', factId: 'visit-to-confirm', denied: false },
      { prepare: visitDenied },
    ),
  ],
  'household.setCard': [
    sample(contact, { householdId: 'h1', to: 'renewed', nonce }),
    sample(county, { householdId: 'h2', to: 'stopped', nonce }),
  ],
  'paper.ofVillage': [sample(contact, { villageId: 'village1' })],
  ...samplesOfDeeds,
  'duty.save': [
    sample(county, ({ form: rule }) => ({ nonce, change: { ...(rule as object), minimum: 2 } }), {
      prepare: async (cloud) => {
        const { rules } = await cloud.get(county, 'duty.list', {})
        return { form: rules.find(({ rule }) => rule.dutyId === 'branch_study')?.form }
      },
    }),
    sample(county, {
      nonce,
      change: {
        dutyId: 'own-sample',
        baseVersion: 0,
        minimum: 1,
        text: '党员每季度至少参加 {n} 次主题党日。',
        basis: { document: '某县通知' },
        options: [],
        inForce: true,
        added: { pattern: 'member-attended-theme_party_day', label: '参加主题党日', period: 'quarter' },
      },
    }),
  ],
  'factOrder.save': [
    sample(county, { order: moved(factOrderOf(), 'visit', -1), nonce }),
    sample(
      county,
      { order: factOrderOf(), nonce },
      {
        prepare: async (cloud) => ({
          ...(await cloud.get(county, 'factOrder.save', {
            order: moved(factOrderOf(), 'visit', -1),
            nonce: earlier,
          })),
        }),
      },
    ),
  ],
  'copyOrder.save': [
    sample(county, { order: moved(orderOf(), 'when', -1), nonce }),
    sample(
      county,
      { order: orderOf(), nonce },
      {
        prepare: async (cloud) => ({
          ...(await cloud.get(county, 'copyOrder.save', {
            order: moved(orderOf(), 'when', -1),
            nonce: earlier,
          })),
        }),
      },
    ),
  ],
  'joint.save': [
    sample(county, { on: true, basis: '县直工委第5号', nonce }),
    sample(county, { on: false, nonce }),
  ],
  'workdays.save': [
    sample(county, { year: 2027, off: ['2027-01-01'], worked: [], nonce }),
    sample(
      county,
      { year: 2027, off: ['2027-01-01', '2027-01-04'], worked: [], nonce },
      {
        prepare: async (cloud) => ({
          ...(await cloud.get(county, 'workdays.save', {
            year: 2027,
            off: ['2027-01-01'],
            worked: [],
            nonce: earlier,
          })),
        }),
      },
    ),
  ],
  ...samplesOfReminders,
  'privacy.consent': [
    sample(
      m4,
      { version: consentVersion, agree: false },
      {
        resumes: 'the consent is gone first; credits for messages are forgotten when the phone says it again',
      },
    ),
  ],
  'privacy.correct': [sample(m4, { field: 'other', text: '请核对', nonce })],
  'privacy.askDeletion': [sample(m4, { nonce }), sample(staff, { nonce })],
  'privacy.decideDeletion': [
    sample(county, ({ id }) => ({ id, agree: true }), {
      prepare: async (cloud) => ({ ...(await cloud.get(m4, 'privacy.askDeletion', { nonce: earlier })) }),
    }),
    sample(county, ({ id }) => ({ id, agree: false }), {
      prepare: async (cloud) => ({ ...(await cloud.get(m4, 'privacy.askDeletion', { nonce: earlier })) }),
    }),
  ],
  'feedback.send': [sample(m4, { kind: 'other', text: '建议', anonymous: false, nonce })],
  'feedback.answer': [
    sample(county, ({ number }) => ({ id: number, answer: '已改' }), {
      prepare: async (cloud) => {
        const sent = await cloud.get(m4, 'feedback.send', {
          kind: 'other',
          text: '慢',
          anonymous: true,
          nonce: earlier,
        })
        cloud.insert('reminders', {
          _id: `feedback_${sent.number}_due`,
          memberId: '',
          branchId: 'county',
          kind: 'feedback',
          periodKey: sent.number,
          overdue: false,
          items: [],
          at: MOMENT,
          state: 'noted',
        })
        return { number: sent.number }
      },
    }),
  ],
  ...samplesOfRegister,
  ...samplesOfCommunity,
  ...samplesOfLists,
}
