import type { Action } from '@domain/contract/actions'
import type { Actor } from './actors'
import type { About, Sample } from './expected'
import { heldPlan, type Host, hosts, meetingId, planOf } from './meetings'
import { reaches } from './nodes'
import { atDoor, branch, community, county, group, nonce, requestOf, sample, unit } from './sample'
import { samplesOfCommunity } from './samplesOfCommunity'
import { samplesOfLists } from './samplesOfLists'
import { samplesOfNeeds } from './samplesOfNeeds'
import { samplesOfProposals } from './samplesOfProposals'
import { samplesOfRegister } from './samplesOfRegister'
import { samplesOfSettings } from './samplesOfSettings'

const subject: About = { ...group, member: 'subject' }
const village: About = { place: 'village1' }
const is =
  (...names: string[]) =>
  ({ name }: Actor) =>
    names.includes(name)
const ownPage = (data: object | (() => object) = {}, more: Partial<Sample> = {}) =>
  sample({}, data, { needsMember: true, ...more })

/** An action about a meeting is asked of one of each kind of host, each action of its own meetings. */
const ofMeetings = (action: Action, data: (activityId: string) => object): Sample[] =>
  (Object.keys(hosts) as Host[]).map((host) => sample(hosts[host].about, () => data(meetingId(action, host))))
const entry = (activityId: string) => ({ activityId, memberId: 'subject', ...nonce() })
const reasoned = (activityId: string) => ({ activityId, memberId: 'subject', reason: '不在' })

/** Whoever runs the branch today and has not entered it: who did is none of those who ask. */
const lateId = meetingId('activity.lateEntry', 'branch')
const runners = ['secretary', 'deputy_secretary', 'organisation_officer']
const isSecond = ({ holds }: Actor) =>
  holds?.inForce === true && runners.includes(holds.role) && reaches(holds.node, 'branch1')

const aRule = {
  dutyId: 'dues',
  baseVersion: 99,
  minimum: 2,
  text: '每月 {n} 次。',
  basis: { document: '文件' },
  options: [],
  inForce: true,
}
/** 集中学习 as its rule first stood. */
const line = { dutyId: 'branch_study', version: 1, from: 0 }
const aPeriod = { periodKey: '2026-09' }
const why = (subjectId: string, dutyId: string) => ({ subjectId, dutyId, ...aPeriod })

/** What each action is tried on. An action without a sample does not compile, as one without a row does not. */
export const samples: Record<Action, Sample | Sample[]> = {
  'identity.me': sample({}),
  'identity.branches': sample({}),
  'identity.request': sample({}, { branchId: 'branch1', name: '无此人', phoneTail: '0000' }),
  'identity.decide': sample(atDoor, () => ({ requestId: requestOf('openid-at-door'), approve: false })),
  'identity.work': sample({}),
  'activity.prepare': [sample(branch, { branchId: 'branch1' }), sample(unit, { branchId: 'unit1' })],
  'activity.save': (Object.keys(hosts) as Host[])
    .filter((host) => host !== 'recorded')
    .map((host) => sample(hosts[host].about, () => ({ ...nonce(), publish: false, form: planOf(host) }))),
  'activity.repeat': (['branch', 'group', 'unit'] as const).map((host) =>
    sample(hosts[host].about, () => ({
      ...{ kind: hosts[host].activity.kind, hostId: hosts[host].activity.hostId },
      ...{ startsAt: hosts.branch.startsAt, endsAt: hosts.branch.startsAt + 3_600_000 },
    })),
  ),
  // Somebody who is not expected: it is judged to the end, and no second person is asked.
  'activity.enterHeld': (['branch', 'group', 'unit'] as const).map((host) =>
    sample(hosts[host].about, () => ({
      ...nonce(),
      form: heldPlan(host),
      presentIds: ['nobody'],
      absent: [],
    })),
  ),
  'activity.list': ownPage(),
  'activity.view': ownPage(() => ({ activityId: meetingId('activity.view', 'branch') }), {
    also: is('subject'),
  }),
  'activity.leave': ownPage(
    () => ({ activityId: meetingId('activity.leave', 'branch'), leave: true, ...nonce() }),
    { also: is('subject') },
  ),
  'activity.board': ofMeetings('activity.board', (activityId) => ({ activityId })),
  'activity.setState': ofMeetings('activity.setState', (activityId) => ({ activityId, to: 'closed' })),
  'activity.record': ofMeetings('activity.record', (activityId) => ({ activityId })),
  'activity.book': sample(branch, { branchId: 'branch1', from: 0 }),
  'paper.ofBranch': sample(branch, { branchId: 'branch1', periodKey: '2026-09', paper: 'ledger' }),
  'paper.ofSpan': [
    sample(branch, { branchId: 'branch1', periodKey: '2026-07', until: '2026-08', paper: 'branch' }),
    sample({ ...branch, isRunning: true }, { branchId: 'branch1', periodKey: '2026-09', paper: 'branch' }),
    // What stays inside is for those above as if its months were never closed.
    ...(['members', 'report'] as const).map((paper) =>
      sample({ ...branch, isRunning: true }, { branchId: 'branch1', periodKey: '2026-08', paper }),
    ),
  ],
  'paper.factsOfBranch': [
    sample(branch, { branchId: 'branch1', periodKey: '2026-07', until: '2026-08' }),
    sample({ ...branch, isRunning: true }, { branchId: 'branch1', periodKey: '2026-09' }),
  ],
  'paper.factRecords': [
    sample(branch, { branchId: 'branch1', periodKey: '2026-08', ...line }),
    sample({ ...branch, isRunning: true }, { branchId: 'branch1', periodKey: '2026-09', ...line }),
  ],
  'paper.factsOfMembers': sample(branch, { branchId: 'branch1', periodKey: '2026-08' }),
  'paper.factMembers': sample(branch, {
    ...{ branchId: 'branch1', periodKey: '2026-08' },
    ...{ dutyId: 'household_visit', from: 0 },
  }),
  'paper.factsOfCounty': sample(county, { periodKey: '2026-08' }),
  'paper.factPlaces': sample(county, { periodKey: '2026-08', ...line }),
  // Nothing is picked: it is judged to the end, and no file is made.
  'paper.notice': sample(county, { periodKey: '2026-08', items: [], branchIds: [] }),
  'paper.yearBasis': sample(county, { year: '2026', as: 'excel' }),
  'paper.ofCounty': sample(county, { periodKey: '2026-08', paper: 'county' }),
  'paper.part': sample(branch, { branchId: 'branch1', periodKey: '2026', paper: 'handbook' }),
  'paper.ofMeeting': ofMeetings('paper.ofMeeting', (activityId) => ({ activityId, paper: 'sheet' })),
  'activity.amend': ofMeetings('activity.amend', (activityId) => ({ activityId, ...nonce() })),
  'activity.settle': ofMeetings('activity.settle', (activityId) => ({
    activityId,
    memberId: 'subject',
    reason: 'other',
  })),
  'activity.settleMany': ofMeetings('activity.settleMany', (activityId) => ({
    activityId,
    memberIds: ['subject'],
    reason: 'other',
  })),
  'activity.takeBack': ofMeetings('activity.takeBack', (activityId) => ({ activityId, reason: 'wording' })),
  'activity.confirmRecord': ofMeetings('activity.confirmRecord', (activityId) => ({ activityId })),
  'activity.lateEntry': ownPage(() => ({ activityId: lateId }), { also: isSecond }),
  'activity.confirmLate': ownPage(() => ({ activityId: lateId, agree: false, seen: 'another-roll' }), {
    also: isSecond,
  }),
  'checkin.open': sample({}, { code: 'nothing of ours' }),
  'checkin.register': ownPage(() => ({ ticket: 'none', ...nonce() })),
  'checkin.tick': ofMeetings('checkin.tick', (activityId) => ({
    ...entry(activityId),
    way: 'roll_call',
    occurredAt: hosts.branch.startsAt,
  })),
  'checkin.scanMember': ofMeetings('checkin.scanMember', (activityId) => ({
    activityId,
    code: 'M1.a.b.c',
    occurredAt: hosts.branch.startsAt,
    ...nonce(),
  })),
  'checkin.strike': ofMeetings('checkin.strike', reasoned),
  'checkin.restore': ofMeetings('checkin.restore', reasoned),
  'checkin.backfill': ofMeetings('checkin.backfill', (activityId) => ({
    ...entry(activityId),
    reason: '忘了',
    witnessId: 'colleague',
  })),
  'checkin.witness': ownPage({ factId: 'fact-to-witness', agree: true }, { also: is('secretary-branch1') }),
  'checkin.makeUp': sample(subject, () => entry('no-such-study')),
  'progress.home': ownPage(),
  'progress.branch': sample(branch, { branchId: 'branch1' }),
  'progress.why': [
    sample(subject, why('subject', 'member_study')),
    sample({ ...branch, isRunning: true }, why('branch1', 'theme_party_day')),
    sample({ ...group, isRunning: true }, why('group1', 'group_meeting')),
    sample(branch, { ...why('branch1', 'theme_party_day'), periodKey: '2026-08' }),
    sample(group, { ...why('group1', 'group_meeting'), periodKey: '2026-08' }),
    sample(unit, why('unit1', 'unit_theory_study')),
  ],
  'progress.span': [
    sample(subject, { subjectId: 'subject', periodKey: '2026' }),
    sample({ ...branch, isRunning: true }, { subjectId: 'branch1', periodKey: '2026-H2' }),
    sample({ ...group, isRunning: true }, { subjectId: 'group1', periodKey: '2026' }),
    sample(branch, { subjectId: 'branch1', periodKey: '2026-H1' }),
    sample(unit, { subjectId: 'unit1', periodKey: '2026' }),
  ],
  'progress.records': ownPage({ year: 2026 }),
  'household.open': sample({}, { code: 'H1.nobodysdoor00000' }),
  'household.mine': sample({ member: 'own' }),
  'household.visit': ownPage(() => ({
    code: 'H1.nobodysdoor00000',
    purposes: ['heart'],
    occurredAt: hosts.branch.startsAt,
    ...nonce(),
  })),
  'household.backfill': ownPage(() => ({
    householdId: 'nobodys',
    occurredOn: '2026-09-08',
    purposes: ['heart'],
    ...nonce(),
  })),
  'household.pending': sample(village, { villageId: 'village1' }),
  'household.past': sample(village, { villageId: 'village1', periodKey: '2026-09' }),
  'household.confirm': sample(village, { villageId: 'village1', factIds: ['none'] }),
  'household.deny': sample(village, { villageId: 'village1', factId: 'none', denied: true }),
  'code.picture': sample({}, { code: 'P1.nobodysposter000' }),
  'household.cards': sample(village, { villageId: 'village1' }),
  'household.setCard': sample(village, () => ({
    householdId: 'household-with-card',
    to: 'stopped',
    ...nonce(),
  })),
  'paper.ofOwnService': sample({ member: 'own' }, { year: 2026, paper: 'services' }),
  'paper.ofReceipt': sample({ member: 'own' }, { kind: 'home' }),
  'paper.ofCommunity': sample(community, { communityId: 'community1', paper: 'register' }),
  'paper.ofLetter': sample(community, { communityId: 'community1', unitId: 'unit1', periodKey: '2026-Q3' }),
  'paper.ofVillage': sample(village, { villageId: 'village1' }),
  'deed.list': ownPage(),
  'deed.claim': ownPage(() => ({ title: '修灯', beneficiary: 'community', ...nonce() })),
  'deed.move': ownPage({ deedId: 'deed-of-subject', to: 'finished' }, { also: is('subject') }),
  'deed.pending': [sample(community, { placeId: 'community1' }), sample(village, { placeId: 'village1' })],
  'deed.confirm': [
    sample(community, { placeId: 'community1', deedIds: ['none'] }),
    sample(village, { placeId: 'village1', deedIds: ['none'] }),
  ],
  'deed.giveBack': sample(community, { placeId: 'community1', deedId: 'none' }),
  ...samplesOfNeeds,
  ...samplesOfProposals,
  'deed.ticks': sample(branch, { branchId: 'branch1', month: '2026-09' }),
  'deed.tick': sample(branch, () => ({
    branchId: 'branch1',
    month: '2026-09',
    memberIds: ['subject'],
    ticked: true,
    ...nonce(),
  })),
  'talk.page': sample(branch, { branchId: 'branch1' }),
  'talk.enter': sample(branch, () => ({
    ...{ branchId: 'branch1', memberId: 'subject', withId: 'colleague', on: '2026-09-22', held: true },
    ...nonce(),
  })),
  'committee.overview': sample(county),
  'committee.health': sample(county),
  'committee.waits': sample(county),
  'committee.branch': [
    sample(branch, { branchId: 'branch1', month: '2026-08' }),
    sample({ ...branch, isRunning: true }, { branchId: 'branch1', month: '2026-09' }),
  ],
  'committee.meeting': [
    sample(branch, { activityId: 'held-in-august' }),
    sample({ ...branch, isRunning: true }, { activityId: meetingId('activity.record', 'recorded') }),
  ],
  'committee.why': sample(county, { ...aPeriod, dutyId: 'dues' }),
  'duty.list': sample(county),
  'duty.preview': sample(county, { change: aRule }),
  'duty.save': sample(county, () => ({ change: aRule, ...nonce() })),
  'unit.page': sample(unit, { unitId: 'unit1' }),
  'unit.contact': ownPage(),
  'reminder.inbox': sample({}),
  // People outside the register are asked for a yes too, and may be told so.
  'reminder.settings': sample({}),
  'reminder.set': sample({}, { byLeader: false }),
  'reminder.accept': sample({}, () => ({ accepted: ['meeting'], ...nonce() })),
  'reminder.reconcile': sample({}, { off: ['meeting'] }),
  'reminder.excuse': ownPage(() => ({
    dutyId: 'community_service',
    ...aPeriod,
    excused: true,
    ...nonce(),
  })),
  'reminder.toTell': sample(branch, { branchId: 'branch1' }),
  'reminder.whoGets': sample(branch, { branchId: 'branch1' }),
  'reminder.word': sample(branch, { branchId: 'branch1' }),
  'reminder.say': sample(branch, () => ({ branchId: 'branch1', memberIds: ['subject'], ...nonce() })),
  'reminder.told': sample(
    branch,
    { branchId: 'branch1', reminderId: 'gap_subject_2026-09_1', told: true },
    // A leader tells the own group.
    { also: ({ holds }) => holds?.role !== 'group_leader' || holds.node === 'group1' },
  ),
  ...samplesOfCommunity,
  ...samplesOfLists,
  ...samplesOfSettings,
  ...samplesOfRegister,
}
