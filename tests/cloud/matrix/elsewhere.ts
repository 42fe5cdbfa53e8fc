import type { Action } from '@domain/contract/actions'
import { MOMENT, openIdOf } from '../people'
import { staff } from '../places'
import { officer, secretary } from '../world'
import { elsewhereOfLists } from './elsewhereOfLists'
import { elsewhereOfPlaces } from './elsewhereOfPlaces'
import { elsewhereOfProposals } from './elsewhereOfProposals'
import { elsewhereOfRegister } from './elsewhereOfRegister'
import { times } from './elsewhereRows'
import { type Field, nonce, only } from './elsewhereTries'

const form = (overrides: object = {}) => ({
  kind: 'study',
  hostId: 'branch1',
  title: '学习',
  place: '会议室',
  carries: [],
  agenda: [],
  expectedIds: ['m4'],
  ...times,
  ...overrides,
})
const plan =
  (overrides: object, more: object = {}) =>
  () => ({ form: form(overrides), publish: true, ...nonce(), ...more })
const held =
  (overrides: object, more: object = {}) =>
  () => ({
    ...{ presentIds: ['m4'], absent: [], ...nonce() },
    form: form({ startsAt: times.startsAt - 86_400_000, endsAt: times.endsAt - 86_400_000, ...overrides }),
    ...more,
  })
const talkWith = (pair: object) => ({
  by: secretary,
  request: () => ({ branchId: 'branch1', ...pair, on: '2026-09-22', held: true, ...nonce() }),
  other: ['facts', 'talk_m4_n2_2026-09-22'] satisfies [string, string],
})
const entry = (memberId: string) => ({ activityId: 'own', memberId, ...nonce() })
/** Of every action that names more than what it is judged on, or is judged on what a name leads to: each field that names something. */
export const elsewhere: Partial<Record<Action, Record<string, Field>>> = {
  'activity.prepare': {
    branchId: 'judged',
    activityId: {
      by: secretary,
      request: only({ branchId: 'branch1', activityId: 'foreign' }),
      other: ['activities', 'foreign'],
    },
  },
  'activity.enterHeld': {
    'form.hostId': 'judged',
    'form.chairId': 'names',
    'form.lecturerId': 'names',
    // Of another unit: nothing is announced there.
    'form.jointIds': {
      by: secretary,
      request: held({ jointIds: ['branch-elsewhere'] }),
      other: ['organisations', 'branch-elsewhere'],
    },
    'form.recorderId': { by: secretary, request: held({ recorderId: 'n1' }), other: ['members', 'n1'] },
    'form.expectedIds': {
      by: secretary,
      request: held({ expectedIds: ['m4', 'n1'] }),
      other: ['members', 'n1'],
    },
    presentIds: {
      by: secretary,
      request: held({}, { presentIds: ['m4', 'n1'] }),
      other: ['members', 'n1'],
    },
    'absent.memberId': {
      by: secretary,
      request: held({}, { absent: [{ memberId: 'n1', reason: 'other' }] }),
      other: ['members', 'n1'],
    },
  },
  'activity.save': {
    activityId: {
      by: secretary,
      request: plan({}, { activityId: 'foreign' }),
      other: ['activities', 'foreign'],
    },
    'form.hostId': 'judged',
    // A chair from elsewhere runs nothing (mayDo), a lecturer neither.
    'form.chairId': 'names',
    'form.lecturerId': 'names',
    // Of another unit: nothing is announced there.
    'form.jointIds': {
      by: secretary,
      request: plan({ jointIds: ['branch-elsewhere'] }),
      other: ['organisations', 'branch-elsewhere'],
    },
    'form.recorderId': { by: secretary, request: plan({ recorderId: 'n1' }), other: ['members', 'n1'] },
    'form.expectedIds': {
      by: secretary,
      request: plan({ expectedIds: ['m4', 'n1'] }),
      other: ['members', 'n1'],
    },
  },
  // Of a meeting one is not expected at.
  'activity.view': {
    activityId: {
      by: openIdOf('m4'),
      request: only({ activityId: 'foreign' }),
      other: ['activities', 'foreign'],
    },
  },
  'activity.leave': {
    activityId: {
      by: openIdOf('m4'),
      request: () => ({ activityId: 'foreign', leave: true, ...nonce() }),
      other: ['facts', 'foreign_m4_leave'],
    },
  },
  'activity.lateEntry': {
    activityId: {
      by: officer,
      request: only({ activityId: 'foreign-late' }),
      other: ['activities', 'foreign-late'],
    },
  },
  'reminder.excuse': { dutyId: 'names' },
  'activity.settleMany': {
    activityId: 'judged',
    memberIds: {
      by: secretary,
      request: only({ activityId: 'own-study', memberIds: ['m4', 'n1'], reason: 'other' }),
      other: ['activities', 'own-study'],
    },
  },
  'activity.amend': {
    activityId: 'judged',
    ...Object.fromEntries(
      ['chairId', 'recorderId'].map((field) => [
        field,
        {
          by: secretary,
          request: () => ({ activityId: 'own', [field]: 'n1', ...nonce() }),
          other: ['activities', 'own'] as const,
        },
      ]),
    ),
    speakerIds: {
      by: secretary,
      request: () => ({ activityId: 'own', speakerIds: ['m4', 'n1'], ...nonce() }),
      other: ['activities', 'own'],
    },
    // From wherever, as in a plan.
    lecturerId: 'names',
  },
  'activity.settle': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: only({ activityId: 'own-study', memberId: 'n1', reason: 'other' }),
      other: ['activities', 'own-study'],
    },
  },
  'checkin.tick': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: () => ({ ...entry('n2'), way: 'roll_call', occurredAt: MOMENT }),
      other: ['facts', 'own_n2'],
    },
  },
  'checkin.strike': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: only({ activityId: 'own', memberId: 'n1', reason: '不在' }),
      other: ['facts', 'foreign_n1'],
    },
  },
  'checkin.restore': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: only({ activityId: 'own', memberId: 'n1', reason: '在' }),
      other: ['facts', 'foreign_n1'],
    },
  },
  'checkin.backfill': {
    activityId: 'judged',
    memberId: {
      by: secretary,
      request: () => ({ ...entry('n2'), reason: '忘了', witnessId: 'm2' }),
      other: ['facts', 'own_n2'],
    },
    witnessId: {
      by: secretary,
      request: () => ({ ...entry('m5'), reason: '忘了', witnessId: 'n1' }),
      other: ['facts', 'own_m5'],
    },
  },
  'checkin.witness': {
    factId: {
      by: officer,
      request: only({ factId: 'asked-of-m1', agree: true }),
      other: ['facts', 'asked-of-m1'],
    },
  },
  'checkin.makeUp': {
    activityId: {
      by: secretary,
      request: () => ({ activityId: 'foreign-study', memberId: 'm4', ...nonce() }),
      other: ['facts', 'foreign-study_m4_makeup'],
    },
    memberId: 'judged',
    witnessId: {
      by: openIdOf('m4'),
      request: () => ({ activityId: 'own-study', memberId: 'm4', witnessId: 'n1', ...nonce() }),
      other: ['facts', 'own-study_m4_makeup'],
    },
  },
  // A mark of somebody who is not on the roll is refused (late.test.ts).
  'activity.confirmLate': {
    activityId: {
      by: officer,
      request: only({ activityId: 'foreign-late', agree: false, seen: 'another-roll' }),
      other: ['activities', 'foreign-late'],
    },
    memberIds: 'names',
  },
  'progress.why': { subjectId: 'judged', dutyId: 'names' },
  'committee.why': { underId: 'judged', dutyId: 'names' },
  'progress.span': { subjectId: 'judged' },
  'paper.factRecords': { branchId: 'judged', dutyId: 'names' },
  'paper.factMembers': { branchId: 'judged', dutyId: 'names' },
  'paper.factPlaces': { dutyId: 'names' },
  // Any of the county's: it is asked of whoever holds the county.
  'paper.notice': { 'items.dutyId': 'names', branchIds: 'names' },
  // A branch of another unit is not found in this one: it begins with the first.
  'paper.yearBasis': { underId: 'judged', afterId: 'names' },
  'deed.claim': {
    householdId: {
      by: openIdOf('m4'),
      request: () => ({ title: '修灯', beneficiary: 'household', householdId: 'h1', ...nonce() }),
      other: ['households', 'h1'],
    },
  },
  'deed.move': {
    deedId: {
      by: openIdOf('m5'),
      request: only({ deedId: 'deed-of-m4', to: 'dropped' }),
      other: ['facts', 'deed-of-m4'],
    },
  },
  'deed.giveBack': {
    placeId: 'judged',
    deedId: {
      by: staff,
      request: only({ placeId: 'community1', deedId: 'deed-elsewhere' }),
      other: ['facts', 'deed-elsewhere'],
    },
  },
  'deed.confirm': {
    placeId: 'judged',
    deedIds: {
      by: staff,
      request: only({ placeId: 'community1', deedIds: ['deed-elsewhere'] }),
      other: ['facts', 'deed-elsewhere'],
    },
  },
  'deed.ticks': { branchId: 'judged', dutyId: 'names' },
  'deed.tick': {
    branchId: 'judged',
    dutyId: 'names',
    memberIds: {
      by: secretary,
      request: () => ({ branchId: 'branch1', month: '2026-09', memberIds: ['n2'], ticked: true, ...nonce() }),
      other: ['facts', 'dues_n2_2026-09'],
    },
  },
  'talk.enter': {
    branchId: 'judged',
    memberId: talkWith({ memberId: 'n2', withId: 'm4' }),
    withId: talkWith({ memberId: 'm4', withId: 'n2' }),
  },
  'reminder.say': {
    branchId: 'judged',
    memberIds: {
      by: secretary,
      request: () => ({ branchId: 'branch1', memberIds: ['n2'], ...nonce() }),
      other: ['members', 'n2'],
    },
  },
  'reminder.told': {
    branchId: 'judged',
    reminderId: {
      by: secretary,
      request: only({ branchId: 'branch1', reminderId: 'gap-elsewhere', told: true }),
      other: ['reminders', 'gap-elsewhere'],
    },
  },
  ...elsewhereOfLists,
  ...elsewhereOfPlaces,
  ...elsewhereOfProposals,
  ...elsewhereOfRegister,
}
