import type { Action } from '@domain/contract/actions'
import type { Standing } from './expected'

/**
 * Who may do what, written by hand, action by action, and not from the table the server asks (domain/access/accessTable.ts): where the two
 * differ, one of them is wrong.
 */

/** Codes, binding and consent are open to whoever holds a phone. */
const anyone: Standing[] = ['anyone']
/** A member, or whoever holds a right today. */
const known: Standing[] = ['bound']
/** "secretary and organisation officer (run the branch)" */
const branch: Standing[] = ['branch_runner']
/** The work committee's: "rules, organisation, county view". */
const committee: Standing[] = ['committee']
/** "inspector (reads)" beside the committee. */
const county: Standing[] = ['committee', 'inspector']
const branchOrCommittee: Standing[] = ['branch_runner', 'committee']
const staff: Standing[] = ['community_staff']
const village: Standing[] = ['village_contact']
const self: Standing[] = ['self']
/** A right above the branch is given by the committee, at the own unit by its officer. */
const giver: Standing[] = ['committee', 'unit_officer']
/** A meeting is run by those of its branch, its group, its unit, its community, and today's chair, recorder, creator until its record. */
const organiser: Standing[] = [
  'branch_runner',
  'host_leader',
  'activity_runner',
  'community_staff',
  'unit_officer',
]
/** The record stays to be read by whoever made it. */
const recorder: Standing[] = [
  'branch_runner',
  'host_leader',
  'activity_recorder',
  'community_staff',
  'unit_officer',
]
/** "group leader (reads the group, sees the 'please tell them' list)" */
const tells: Standing[] = ['branch_runner', 'leader_in_branch']
const registerReaders: Standing[] = ['branch_runner', 'committee', 'inspector']
const treeReaders: Standing[] = ['branch_runner', 'unit_officer', 'committee', 'inspector']
/** Above a branch its closed months are read as facts; a running one is a total of the county, and a single member nobody's business there. */
const overseers: Standing[] = ['overseer']
/** Members never see one another's gaps; the branch's own number is its members' business, and once it is closed theirs who stand above. */
const numberReaders: Standing[] = [
  'self',
  'branch_member',
  'branch_runner',
  'group_leader',
  'overseer',
  'unit_officer',
  'theory_group',
]

export const designed: Record<Action, readonly Standing[]> = {
  'identity.me': anyone,
  'identity.branches': anyone,
  'identity.request': anyone,
  // A yes belongs to the member's own branch; at the door of one of its meetings also to that meeting's organiser.
  'identity.decide': ['branch_runner', 'activity_runner'],
  'binding.decideMany': ['branch_runner', 'activity_runner'],
  'identity.work': known,
  'activity.prepare': ['branch_runner', 'leader_in_branch', 'unit_officer'],
  'activity.repeat': ['branch_runner', 'host_leader', 'unit_officer'],
  'activity.save': ['branch_runner', 'host_leader', 'community_staff', 'unit_officer'],
  // Whoever may plan it enters it afterwards.
  'activity.enterHeld': ['branch_runner', 'host_leader', 'unit_officer'],
  // Until the record stands, by whoever runs the meeting.
  'activity.amend': organiser,
  'activity.list': known,
  'activity.view': known,
  'activity.leave': known,
  'activity.board': organiser,
  'activity.setState': organiser,
  'activity.settle': organiser,
  'activity.settleMany': organiser,
  'activity.record': recorder,
  'activity.confirmRecord': recorder,
  // Confirmed minutes are opened again by those who run the place, not by who kept them.
  'activity.takeBack': ['branch_runner', 'unit_officer', 'community_staff'],
  'activity.lateEntry': ['bound'],
  'activity.confirmLate': ['bound'],
  'checkin.open': anyone,
  'checkin.register': known,
  'checkin.tick': organiser,
  'checkin.scanMember': organiser,
  'checkin.strike': organiser,
  'checkin.restore': organiser,
  'checkin.backfill': organiser,
  'checkin.witness': known,
  'checkin.makeUp': ['self', 'branch_runner'],
  'progress.home': known,
  'progress.records': known,
  'progress.branch': tells,
  'progress.why': numberReaders,
  'progress.span': numberReaders,
  'service.prepare': staff,
  'service.publish': staff,
  'service.change': staff,
  'service.join': known,
  'service.board': staff,
  'service.confirm': staff,
  'service.residents': staff,
  'service.enter': staff,
  // The member asks the community, and nobody for the member.
  'service.missed': self,
  'service.correct': self,
  'service.sevenOnes': branch,
  // Row 27: the member asks, the community answers; the unit and the committee see where somebody is registered.
  'community.mine': self,
  'community.report': self,
  'community.withdraw': self,
  'community.leave': self,
  'community.page': staff,
  'community.accept': staff,
  'community.residents': staff,
  // P14: the letter is the community's own.
  'community.served': staff,
  'community.past': staff,
  'paper.ofLetter': staff,
  'community.ofBranch': branchOrCommittee,
  'community.below': ['unit_officer', 'committee', 'inspector'],
  'household.open': anyone,
  'household.mine': self,
  'household.visit': known,
  'household.backfill': known,
  'household.pending': village,
  'household.past': village,
  'household.confirm': village,
  // Whose yes it is, whose no it is.
  'household.deny': village,
  // P15: who prints what hangs at a door is the county or the village itself.
  'household.cards': ['committee', 'village_contact'],
  'household.setCard': ['committee', 'village_contact'],
  'paper.ofVillage': ['committee', 'village_contact'],
  'paper.ofReceipt': self,
  'paper.ofOwnService': self,
  'paper.ofCommunity': staff,
  // What is drawn is what one holds already.
  'code.picture': known,
  'deed.list': known,
  'deed.claim': known,
  'deed.move': known,
  'deed.pending': ['community_staff', 'village_contact'],
  'deed.confirm': ['community_staff', 'village_contact'],
  'deed.giveBack': ['community_staff', 'village_contact'],
  // Row 13: the community or village asks, its own members take; who it is that takes it knows by name.
  'need.offered': known,
  'need.take': known,
  'need.page': ['community_staff', 'village_contact'],
  'need.write': ['community_staff', 'village_contact'],
  'need.withdraw': ['community_staff', 'village_contact'],
  // Row 28: the branch proposes, its community says.
  'proposal.ofBranch': branch,
  'proposal.write': branch,
  'proposal.withdraw': branch,
  'proposal.ofCommunity': staff,
  'proposal.accept': staff,
  'proposal.decline': staff,
  'deed.ticks': branch,
  // Date and pair: "secretary, committee, members"; a leader of what one has talked oneself.
  'talk.page': tells,
  'talk.enter': tells,
  // Of a kept list whoever its template names: each sample says whom (samplesOfLists).
  'list.page': [],
  'list.rows': [],
  'list.ofMember': [...branchOrCommittee, 'self'],
  'list.form': [],
  'list.save': [],
  'list.saveMany': [],
  'list.move': [],
  'list.remove': [],
  'paper.ofList': [],
  'list.setting': county,
  'list.saveSetting': committee,
  'deed.tick': branch,
  'committee.overview': county,
  'committee.health': committee,
  'committee.waits': committee,
  'committee.why': county,
  'committee.branch': overseers,
  'committee.meeting': overseers,
  'duty.list': county,
  'duty.preview': committee,
  'duty.save': committee,
  'copyOrder.read': county,
  'copyOrder.save': committee,
  'factOrder.read': county,
  'factOrder.save': committee,
  'workdays.list': county,
  'workdays.save': committee,
  'joint.setting': county,
  'joint.save': committee,
  'unit.page': ['unit_officer', 'theory_group', 'committee', 'inspector'],
  'unit.contact': known,
  'reminder.inbox': known,
  'reminder.settings': known,
  'reminder.set': known,
  'reminder.accept': known,
  'reminder.reconcile': known,
  'reminder.excuse': known,
  'reminder.toTell': tells,
  'reminder.told': tells,
  'reminder.whoGets': tells,
  'reminder.word': branch,
  'reminder.say': branch,
  // The committee only while nobody who runs the branch has a WeChat: the sample is of a branch with several.
  'binding.invite': branch,
  'binding.inviteStaff': giver,
  'setup.page': committee,
  'setup.seeRights': committee,
  'setup.heads': committee,
  // Only for branches nobody who runs them has a WeChat in: the sample is of such a one.
  'setup.invite': committee,
  'binding.withdraw': ['branch_runner', 'committee', 'unit_officer'],
  'binding.look': anyone,
  'binding.take': anyone,
  'binding.byPhone': anyone,
  'binding.unbind': anyone,
  'binding.release': branchOrCommittee,
  'binding.firstAdmin': anyone,
  'roster.list': registerReaders,
  'roster.member': branchOrCommittee,
  'roster.choices': branchOrCommittee,
  'roster.save': branchOrCommittee,
  'roster.transfer': branchOrCommittee,
  'roster.accept': branchOrCommittee,
  // 16.4: by the branch or the committee.
  'roster.handOver': branchOrCommittee,
  'roster.leave': branchOrCommittee,
  'roster.settleCorrection': branch,
  'roster.myExemptions': self,
  'roster.askExemption': self,
  // The committee only for who alone runs the branch: the samples are of a branch with several.
  'roster.setExemption': branch,
  'organisation.tree': treeReaders,
  'organisation.one': treeReaders,
  'organisation.change': branchOrCommittee,
  'organisation.previewChange': branchOrCommittee,
  'organisation.cancelChange': branchOrCommittee,
  'organisation.elect': branchOrCommittee,
  'organisation.leader': branchOrCommittee,
  'activity.book': branch,
  // A paper holds what the record's page shows, and is for whoever keeps it.
  'paper.ofMeeting': recorder,
  // Names and reasons of a whole branch leave it by its own people alone.
  'paper.ofBranch': branch,
  'paper.part': branch,
  // Of closed months 支部一张 is what those above read on its pages; 党员一张 and 述职材料 are the branch's own.
  'paper.ofSpan': ['branch_runner', ...overseers],
  // "inspector reads, does not make".
  'paper.ofCounty': committee,
  'paper.notice': committee,
  'paper.yearBasis': committee,
  // The page shows what the file holds, to the same people.
  'paper.factsOfBranch': ['branch_runner', ...overseers],
  'paper.factRecords': ['branch_runner', ...overseers],
  'paper.factsOfMembers': branch,
  'paper.factMembers': branch,
  'paper.factsOfCounty': committee,
  'paper.factPlaces': committee,
  'import.begin': branchOrCommittee,
  // Row 27: the list of a community is its own.
  'import.beginList': staff,
  'import.beginRows': [],
  'import.rows': [],
  'import.list': staff,
  'import.dropLists': staff,
  'import.read': branchOrCommittee,
  'import.proceed': ['importer'],
  'import.preview': ['importer'],
  'import.choose': ['importer'],
  'import.apply': ['importer'],
  'import.export': branchOrCommittee,
  'grants.list': giver,
  'grants.give': giver,
  'grants.revoke': giver,
  'privacy.consent': anyone,
  'privacy.centre': known,
  'privacy.export': known,
  'privacy.exportPart': known,
  'privacy.correct': self,
  'privacy.askDeletion': known,
  'privacy.deletions': committee,
  'privacy.decideDeletion': committee,
  'feedback.send': known,
  'feedback.mine': known,
  'feedback.list': committee,
  'feedback.answer': committee,
}
