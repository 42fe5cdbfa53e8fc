import type { Action } from '@domain/contract/actions'
import { BRANCH, largeSecretary, LATE, long, MEETING, personId, SERVICE } from './largeBranch'
import { MOMENT, openIdOf } from './people'
import { secretary } from './world'

const member = openIdOf(personId(3))
/** Has more deeds than anybody does: what the daily caps let through. */
export const busy = openIdOf(personId(330))
export const ofDeeds = { subjectId: personId(330), dutyId: 'practical_deed', periodKey: '2026' }
const staff = openIdOf('staff')
const county = 'openid-county'
export const branchId = BRANCH

/** What is asked, by everybody a page of the branch or about it belongs to: the branch's people, its community, the committee above. */
export const asked: Partial<Record<Action, readonly (readonly [who: string, data?: object])[]>> = {
  'identity.me': [[member], [largeSecretary]],
  'identity.branches': [[member]],
  'identity.work': [[member], [largeSecretary], [secretary], [staff]],
  'activity.prepare': [
    [largeSecretary, { branchId }],
    [largeSecretary, { branchId, activityId: MEETING }],
  ],
  'activity.repeat': [
    [largeSecretary, { hostId: branchId, kind: 'study', startsAt: MOMENT, endsAt: MOMENT + 3_600_000 }],
  ],
  'activity.list': [[member], [largeSecretary]],
  'activity.view': [[member, { activityId: MEETING }]],
  'activity.board': [[largeSecretary, { activityId: MEETING }]],
  'activity.record': [
    [largeSecretary, { activityId: MEETING }],
    [largeSecretary, { activityId: long('study-2026-03') }],
  ],
  'activity.book': [[largeSecretary, { branchId, from: 0 }]],
  'activity.lateEntry': [[largeSecretary, { activityId: LATE }]],
  'progress.home': [[member], [openIdOf('n2')]],
  'progress.branch': [
    [secretary, { branchId: 'branch1' }],
    [largeSecretary, { branchId, from: 0 }],
    [largeSecretary, { branchId, periodKey: '2026-03', from: 0 }],
    [largeSecretary, { branchId, periodKey: '2026', from: 60 }],
  ],
  'progress.why': [
    [largeSecretary, { subjectId: branchId, dutyId: 'theme_party_day', periodKey: '2026-08' }],
    [largeSecretary, ofDeeds],
    [busy, ofDeeds],
  ],
  'progress.span': [
    [largeSecretary, { subjectId: branchId, periodKey: '2026' }],
    [busy, { subjectId: personId(330), periodKey: '2026' }],
  ],
  'progress.records': [
    [member, { year: 2026 }],
    [busy, { year: 2026 }],
  ],
  'paper.factsOfBranch': [[largeSecretary, { branchId, periodKey: '2025', until: '2026' }]],
  'paper.factRecords': [
    [
      largeSecretary,
      { branchId, periodKey: '2025', until: '2026', dutyId: 'theme_party_day', version: 1, from: 0 },
    ],
  ],
  'paper.factsOfMembers': [[largeSecretary, { branchId, periodKey: '2026' }]],
  'paper.factMembers': [
    [largeSecretary, { branchId, periodKey: '2026', dutyId: 'household_visit', from: 0 }],
  ],
  'paper.factsOfCounty': [[county, { periodKey: '2026' }]],
  'paper.factPlaces': [[county, { periodKey: '2026', dutyId: 'branch_study', version: 1, from: 0 }]],
  'service.prepare': [[staff, { communityId: 'community1' }]],
  'service.board': [[staff, { activityId: SERVICE }]],
  'service.residents': [[staff, { communityId: 'community1', name: '欧阳建国' }]],
  'service.missed': [[member]],
  'service.sevenOnes': [[largeSecretary, { branchId }]],
  'community.mine': [[member]],
  'community.page': [[staff, { communityId: 'community1' }]],
  'community.residents': [
    [staff, { communityId: 'community1' }],
    [staff, { communityId: 'community1', from: 200 }],
  ],
  'community.served': [[staff, { communityId: 'community1', periodKey: '2026-Q3' }]],
  'community.past': [[staff, { communityId: 'community1', periodKey: '2026' }]],
  'community.ofBranch': [[largeSecretary, { branchId }]],
  'community.below': [[county, { organisationId: 'county' }]],
  'household.mine': [[member]],
  'household.pending': [[openIdOf('village'), { villageId: 'village1' }]],
  'household.past': [[openIdOf('village'), { villageId: 'village1', periodKey: '2026' }]],
  'household.cards': [[openIdOf('village'), { villageId: 'village1' }]],
  'deed.list': [[member], [busy], [busy, { from: 300 }]],
  'deed.pending': [[staff, { placeId: 'community1' }]],
  'need.offered': [[member]],
  'need.page': [[staff, { placeId: 'community1' }]],
  'proposal.ofBranch': [[largeSecretary, { branchId }]],
  'proposal.ofCommunity': [[staff, { communityId: 'community1' }]],
  'deed.ticks': [[largeSecretary, { branchId, month: '2026-09' }]],
  'talk.page': [[largeSecretary, { branchId }]],
  'committee.overview': [[county], [county, { periodKey: '2026-07' }], [county, { periodKey: '2026' }]],
  'committee.why': [[county, { periodKey: '2026-08', dutyId: 'theme_party_day' }]],
  'committee.branch': [
    [county, { branchId, month: '2026-08' }],
    [county, { branchId, month: '2026-03' }],
  ],
  'committee.meeting': [[county, { activityId: long('study-2026-03') }]],
  'duty.list': [[county]],
  'copyOrder.read': [[county]],
  'factOrder.read': [[county]],
  'list.page': [[largeSecretary, { organisationId: branchId }]],
  'list.rows': [[largeSecretary, { list: 'rectification', organisationId: branchId, from: 0 }]],
  'list.ofMember': [[largeSecretary, { memberId: personId(330), from: 0 }]],
  'list.form': [[largeSecretary, { list: 'training', organisationId: branchId }]],
  'list.setting': [[county]],
  'workdays.list': [[county]],
  'joint.setting': [[county]],
  'committee.health': [[county]],
  'committee.waits': [[county]],
  'reminder.inbox': [[member], [largeSecretary]],
  'reminder.settings': [[member]],
  'reminder.toTell': [[largeSecretary, { branchId }]],
  'reminder.whoGets': [[largeSecretary, { branchId }]],
  'reminder.word': [[largeSecretary, { branchId }]],
  'roster.list': [[largeSecretary, { branchId }]],
  'roster.member': [[largeSecretary, { memberId: personId(330) }]],
  'roster.choices': [[largeSecretary, { branchId }]],
  'roster.myExemptions': [[member]],
  'organisation.tree': [[county]],
  'organisation.one': [[largeSecretary, { organisationId: branchId }]],
  'organisation.previewChange': [
    [
      county,
      {
        on: '2026-10-01',
        change: {
          ...{ what: 'split', organisationId: branchId, name: '县人民医院第二党支部' },
          memberIds: Array.from({ length: 165 }, (_, i) => personId(i + 1)),
        },
      },
    ],
  ],
  'grants.list': [[county, { organisationId: branchId }]],
  'privacy.centre': [[member]],
  'privacy.export': [[member], [openIdOf(personId(330))]],
  'privacy.exportPart': [[member, { part: 0 }]],
  'privacy.deletions': [[county]],
  'feedback.mine': [[member, { keys: [] }]],
  'feedback.list': [[county]],
  'setup.page': [[county]],
  'setup.heads': [[county]],
}

/** What is asked of one thing, and is as large whatever the branch. */
export const ofOneThing: Partial<Record<Action, string>> = {
  'checkin.open': 'one code',
  'household.open': 'one door',
  'code.picture': 'one code',
  'binding.look': 'one invitation',
  'unit.page': 'a unit, whose 中心组 is not the branch',
  'unit.contact': 'a county leader',
  'duty.preview': 'the county, in numbers',
  'import.preview': 'rows of a file, which come in parts',
  'import.rows': 'rows of a file, as many as a phone takes: listFiles.test.ts',
  'paper.ofMeeting': 'a file, below',
  'paper.ofBranch': 'files, below',
  'paper.ofSpan': 'files, below',
  'paper.ofCounty': 'files, below',
  'paper.ofReceipt': 'one receipt',
  'paper.ofOwnService': 'one year of one member',
  'paper.ofCommunity': 'files: community.test.ts',
  'paper.ofLetter': 'a file: letters.test.ts',
  'paper.ofList': 'files: keptLists.test.ts',
  'paper.notice': 'a file of numbers: committeePapers.test.ts',
  'paper.yearBasis': 'files of numbers: committeePapers.test.ts',
  'paper.part': 'parts of files, below',
}
