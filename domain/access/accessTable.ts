import type { Action } from '../contract/actions'

/**
 * anyone: strangers too · bound: a member or a granted person · self: the member the target is about · branch_member: belongs to the target's
 * branch · branch_runner: secretary, deputy, organisation officer of the branch · group_leader: of the target's group · leader_in_branch: leads
 * some group of the target's branch · host_leader: leads the group that hosts a 党小组会 · activity_runner: chair, recorder or creator,
 * of today in its branch or unit, until the record stands · activity_recorder: the same, also afterwards · committee: the work committee · community_staff: of the community that hosts, or of the place · village_contact: of the place ·
 * unit_officer: of the unit (its id stands in `branchId`, or hosts the activity) or of one above it · theory_group: in that unit's 中心组 ·
 * overseer: the work committee or an inspector above a branch or unit, of what is no single member's and lies in a period nothing can be entered
 * for any more · asked_above: the work committee above a branch in which nobody else can answer, no officer or only the asker being bound · importer: who started the import · as_list_says: whom the template of a kept list names (domain/keptLists) · inspector: of what it is about, or of what lies above
 */
export type Who =
  | 'anyone'
  | 'bound'
  | 'self'
  | 'branch_member'
  | 'branch_runner'
  | 'group_leader'
  | 'leader_in_branch'
  | 'host_leader'
  | 'activity_runner'
  | 'activity_recorder'
  | 'committee'
  | 'overseer'
  | 'asked_above'
  | 'unit_officer'
  | 'theory_group'
  | 'importer'
  | 'community_staff'
  | 'village_contact'
  | 'inspector'
  | 'as_list_says'

/** Any one of these may. */
export type Rule = readonly Who[]

const runsActivity: Rule = [
  'branch_runner',
  'host_leader',
  'activity_runner',
  'community_staff',
  'unit_officer',
]

/** One's own number; of a branch its members' and whoever runs it, and once its time is closed whoever stands above. */
const readsNumber: Rule = [
  'self',
  'branch_member',
  'branch_runner',
  'group_leader',
  'overseer',
  'unit_officer',
  'theory_group',
]

/** The record is read, and confirmed once more by a resend, also when it stands. */
const keepsRecord: Rule = [
  'branch_runner',
  'host_leader',
  'activity_recorder',
  'community_staff',
  'unit_officer',
]

/** Who may do what: the whole of it. An action without a row does not compile. */
export const accessTable: Record<Action, Rule> = {
  'identity.me': ['anyone'],
  'identity.branches': ['anyone'],
  'identity.request': ['anyone'],
  'identity.decide': ['branch_runner', 'activity_runner', 'asked_above'],
  'identity.work': ['bound'],
  'activity.prepare': ['branch_runner', 'leader_in_branch', 'unit_officer'],
  'activity.save': ['branch_runner', 'host_leader', 'community_staff', 'unit_officer'],
  'activity.repeat': ['branch_runner', 'host_leader', 'unit_officer'],
  'activity.enterHeld': ['branch_runner', 'host_leader', 'unit_officer'],
  'activity.list': ['bound'],
  // Whoever is expected or was there: for all others there is no such meeting.
  'activity.view': ['bound'],
  'activity.leave': ['bound'],
  'activity.board': runsActivity,
  'activity.setState': runsActivity,
  'activity.record': keepsRecord,
  'activity.amend': runsActivity,
  'activity.settle': runsActivity,
  'activity.settleMany': runsActivity,
  'activity.confirmRecord': keepsRecord,
  // Not by whoever ran the meeting alone: their right ended with its record.
  'activity.takeBack': ['branch_runner', 'unit_officer', 'community_staff'],
  'activity.book': ['branch_runner'],
  // Which member is the second person depends on who entered it and runs the branch: mayBeSecond.
  'activity.lateEntry': ['bound'],
  'activity.confirmLate': ['bound'],
  'checkin.open': ['anyone'],
  'checkin.register': ['bound'],
  'checkin.tick': runsActivity,
  'checkin.scanMember': runsActivity,
  'checkin.strike': runsActivity,
  'checkin.restore': runsActivity,
  'checkin.backfill': runsActivity,
  'checkin.witness': ['bound'],
  'checkin.makeUp': ['self', 'branch_runner'],
  'progress.home': ['bound'],
  // By name: above the branch its months are read as committee.branch has them.
  'progress.branch': ['branch_runner', 'leader_in_branch'],
  'progress.why': readsNumber,
  'progress.span': readsNumber,
  'progress.records': ['bound'],
  'service.prepare': ['community_staff'],
  'service.publish': ['community_staff'],
  'service.change': ['community_staff'],
  'service.join': ['bound'],
  'service.board': ['community_staff'],
  'service.confirm': ['community_staff'],
  'service.residents': ['community_staff'],
  'service.enter': ['community_staff'],
  'service.missed': ['self'],
  'service.correct': ['self'],
  'service.sevenOnes': ['branch_runner'],
  'community.mine': ['self'],
  'community.report': ['self'],
  'community.withdraw': ['self'],
  'community.leave': ['self'],
  'community.page': ['community_staff'],
  'community.accept': ['community_staff'],
  'community.residents': ['community_staff'],
  'community.ofBranch': ['branch_runner', 'committee'],
  'community.below': ['unit_officer', 'committee', 'inspector'],
  'community.served': ['community_staff'],
  'community.past': ['community_staff'],
  // A door code tells everyone but a linked member the same nothing.
  'household.open': ['anyone'],
  'household.mine': ['self'],
  'household.visit': ['bound'],
  'household.backfill': ['bound'],
  'household.pending': ['village_contact'],
  'household.past': ['village_contact'],
  'household.confirm': ['village_contact'],
  'household.deny': ['village_contact'],
  // A village’s cards belong to members of many units: no single unit gives them out.
  'household.cards': ['committee', 'village_contact'],
  'household.setCard': ['committee', 'village_contact'],
  // The picture of a code one holds: it says no more than the code.
  'code.picture': ['bound'],
  'deed.list': ['bound'],
  'deed.claim': ['bound'],
  'deed.move': ['bound'],
  'deed.pending': ['community_staff', 'village_contact'],
  'deed.confirm': ['community_staff', 'village_contact'],
  'deed.giveBack': ['community_staff', 'village_contact'],
  // What the own communities and villages ask for: of others there is nothing.
  'need.offered': ['bound'],
  'need.take': ['bound'],
  'need.page': ['community_staff', 'village_contact'],
  'need.write': ['community_staff', 'village_contact'],
  'need.withdraw': ['community_staff', 'village_contact'],
  // A branch proposes where its members are registered; whose community it is says yes or no.
  'proposal.ofBranch': ['branch_runner'],
  'proposal.write': ['branch_runner'],
  'proposal.withdraw': ['branch_runner'],
  'proposal.ofCommunity': ['community_staff'],
  'proposal.accept': ['community_staff'],
  'proposal.decline': ['community_staff'],
  'deed.ticks': ['branch_runner'],
  'deed.tick': ['branch_runner'],
  // A group leader enters what one has talked with members of the own group.
  'talk.page': ['branch_runner', 'leader_in_branch'],
  'talk.enter': ['branch_runner', 'leader_in_branch'],
  // Which of those above reads and writes which list stands with the list.
  'list.page': ['as_list_says'],
  'list.rows': ['as_list_says'],
  // Of what is found only lists the caller reads.
  'list.ofMember': ['branch_runner', 'committee', 'self'],
  'list.form': ['as_list_says'],
  'list.save': ['as_list_says'],
  'list.saveMany': ['as_list_says'],
  'list.move': ['as_list_says'],
  'list.remove': ['as_list_says'],
  'list.setting': ['committee', 'inspector'],
  'list.saveSetting': ['committee'],
  'committee.overview': ['committee', 'inspector'],
  'committee.why': ['committee', 'inspector'],
  'committee.branch': ['overseer'],
  'committee.meeting': ['overseer'],
  'committee.health': ['committee'],
  'committee.waits': ['committee'],
  'duty.list': ['committee', 'inspector'],
  'duty.preview': ['committee'],
  'duty.save': ['committee'],
  'copyOrder.read': ['committee', 'inspector'],
  'copyOrder.save': ['committee'],
  'factOrder.read': ['committee', 'inspector'],
  'factOrder.save': ['committee'],
  'workdays.list': ['committee', 'inspector'],
  'workdays.save': ['committee'],
  'joint.setting': ['committee', 'inspector'],
  'joint.save': ['committee'],
  'unit.page': ['unit_officer', 'theory_group', 'committee', 'inspector'],
  'unit.contact': ['bound'],
  'reminder.inbox': ['bound'],
  'reminder.settings': ['bound'],
  'reminder.set': ['bound'],
  'reminder.accept': ['bound'],
  'reminder.reconcile': ['bound'],
  'reminder.excuse': ['bound'],
  'reminder.toTell': ['branch_runner', 'leader_in_branch'],
  'reminder.told': ['branch_runner', 'leader_in_branch'],
  'reminder.whoGets': ['branch_runner', 'leader_in_branch'],
  // In the name of the branch.
  'reminder.word': ['branch_runner'],
  'reminder.say': ['branch_runner'],
  'binding.invite': ['branch_runner', 'asked_above'],
  // Who may give which right is mayGrant's; here only those who may give any.
  'binding.inviteStaff': ['committee', 'unit_officer'],
  'setup.page': ['committee'],
  'setup.seeRights': ['committee'],
  'setup.heads': ['committee'],
  'setup.invite': ['asked_above'],
  'binding.withdraw': ['branch_runner', 'committee', 'unit_officer'],
  'binding.look': ['anyone'],
  'binding.take': ['anyone'],
  'binding.byPhone': ['anyone'],
  'binding.decideMany': ['branch_runner', 'activity_runner', 'asked_above'],
  // Also for whose last right has run out, and who is bound no more.
  'binding.unbind': ['anyone'],
  'binding.release': ['branch_runner', 'committee'],
  'binding.firstAdmin': ['anyone'],
  'roster.list': ['branch_runner', 'committee', 'inspector'],
  'roster.member': ['branch_runner', 'committee'],
  'roster.choices': ['branch_runner', 'committee'],
  'roster.save': ['branch_runner', 'committee'],
  'roster.transfer': ['branch_runner', 'committee'],
  'roster.accept': ['branch_runner', 'committee'],
  // From and to members whose register one keeps: across branches the work committee.
  'roster.handOver': ['branch_runner', 'committee'],
  'roster.leave': ['branch_runner', 'committee'],
  'roster.settleCorrection': ['branch_runner', 'asked_above'],
  'roster.myExemptions': ['self'],
  'roster.askExemption': ['self'],
  // Nobody answers for oneself: above it is answered for who alone runs a branch.
  'roster.setExemption': ['branch_runner', 'asked_above'],
  'organisation.tree': ['branch_runner', 'unit_officer', 'committee', 'inspector'],
  'organisation.one': ['branch_runner', 'unit_officer', 'committee', 'inspector'],
  // A branch changes its own groups; everything else is the work committee's.
  'organisation.previewChange': ['committee', 'branch_runner'],
  'organisation.change': ['committee', 'branch_runner'],
  'organisation.cancelChange': ['committee', 'branch_runner'],
  'organisation.elect': ['committee', 'branch_runner'],
  'organisation.leader': ['branch_runner', 'committee'],
  'import.begin': ['branch_runner', 'committee'],
  'import.beginList': ['community_staff'],
  'import.beginRows': ['as_list_says'],
  'import.rows': ['as_list_says'],
  'import.list': ['community_staff'],
  'import.dropLists': ['community_staff'],
  'import.read': ['branch_runner', 'committee'],
  'import.proceed': ['importer'],
  'import.preview': ['importer'],
  'import.choose': ['importer'],
  'import.apply': ['importer'],
  'import.export': ['branch_runner', 'committee'],
  'paper.ofMeeting': keepsRecord,
  'paper.ofBranch': ['branch_runner'],
  // Of closed months 支部一张 is shown above as its page is; 党员一张 and 述职材料 stay inside.
  'paper.ofSpan': ['branch_runner', 'overseer'],
  'paper.ofCounty': ['committee'],
  'paper.notice': ['committee'],
  'paper.yearBasis': ['committee'],
  // The page of each is for whoever gets it as a file.
  'paper.factsOfBranch': ['branch_runner', 'overseer'],
  'paper.factRecords': ['branch_runner', 'overseer'],
  'paper.factsOfMembers': ['branch_runner'],
  'paper.factMembers': ['branch_runner'],
  'paper.factsOfCounty': ['committee'],
  'paper.factPlaces': ['committee'],
  'paper.ofVillage': ['committee', 'village_contact'],
  'paper.ofReceipt': ['self'],
  'paper.ofOwnService': ['self'],
  'paper.ofCommunity': ['community_staff'],
  'paper.ofLetter': ['community_staff'],
  'paper.ofList': ['as_list_says'],
  'paper.part': ['branch_runner'],
  'grants.list': ['unit_officer', 'committee'],
  'grants.give': ['unit_officer', 'committee'],
  'grants.revoke': ['unit_officer', 'committee'],
  'privacy.consent': ['anyone'],
  'privacy.centre': ['bound'],
  'privacy.export': ['bound'],
  'privacy.exportPart': ['bound'],
  'privacy.correct': ['self'],
  'privacy.askDeletion': ['bound'],
  'privacy.deletions': ['committee'],
  'privacy.decideDeletion': ['committee'],
  'feedback.send': ['bound'],
  'feedback.mine': ['bound'],
  'feedback.list': ['committee'],
  'feedback.answer': ['committee'],
}
