import type { Action } from '../contract/actions'

/** What an audit row tells of. */
export type Audited =
  | 'plan'
  | 'open'
  | 'close'
  | 'cancel'
  | 'amend'
  | 'settle'
  | 'record'
  | 'take_back'
  | 'late'
  | 'strike'
  | 'restore'
  | 'backfill'
  | 'witness'
  | 'make_up'
  | 'confirm'
  | 'dues'
  | 'rule'
  | 'workdays'
  | 'copy_order'
  | 'fact_order'
  | 'joint'
  | 'decide'
  | 'bind'
  | 'unbind'
  | 'release'
  | 'invite'
  | 'setup'
  | 'withdraw'
  | 'grant'
  | 'revoke'
  | 'register'
  | 'transfer'
  | 'exemption'
  | 'organisation'
  | 'election'
  | 'import'
  | 'export'
  | 'deletion'
  | 'answer'
  | 'card'

/**
 * look: changes nothing · own: changes only what is the caller's own and says so itself (a registration, a wish, a consent) · entry: adds one
 * record, which names in itself who entered it for whom · otherwise the rows it leaves, of which there is one for each record changed.
 */
export type Trace = 'look' | 'own' | 'entry' | readonly Audited[]

/** What every action leaves behind of who did it: the whole of it. An action without a row does not compile. */
export const auditTable: Record<Action, Trace> = {
  'identity.me': 'look',
  'identity.branches': 'look',
  'identity.request': 'own',
  'identity.decide': ['decide'],
  'identity.work': 'look',
  'activity.prepare': 'look',
  'activity.save': ['plan', 'cancel'],
  'activity.repeat': 'look',
  'activity.enterHeld': ['plan', 'close'],
  'activity.list': 'look',
  'activity.view': 'look',
  'activity.leave': 'own',
  'activity.board': 'look',
  // plan: a part of a joint meeting that a call cut short had not announced.
  'activity.setState': ['open', 'close', 'cancel', 'plan'],
  'activity.record': 'look',
  'activity.amend': ['amend'],
  'activity.settle': ['settle'],
  'activity.settleMany': ['settle'],
  'activity.confirmRecord': ['record'],
  'activity.takeBack': ['take_back'],
  'activity.book': 'look',
  'activity.lateEntry': 'look',
  'activity.confirmLate': ['late'],
  'checkin.open': 'look',
  'checkin.register': 'own',
  'checkin.tick': 'entry',
  'checkin.scanMember': 'entry',
  'checkin.strike': ['strike'],
  'checkin.restore': ['restore'],
  'checkin.backfill': ['backfill'],
  'checkin.witness': ['witness'],
  'checkin.makeUp': ['make_up'],
  'progress.home': 'look',
  'progress.branch': 'look',
  'progress.why': 'look',
  'progress.span': 'look',
  'progress.records': 'look',
  'service.prepare': 'look',
  'service.publish': ['plan'],
  'service.join': 'own',
  'service.board': 'look',
  'service.confirm': ['confirm'],
  'service.residents': 'look',
  'service.enter': 'entry',
  'household.open': 'look',
  'household.visit': 'own',
  'household.backfill': 'own',
  'household.pending': 'look',
  'household.confirm': ['confirm'],
  'household.cards': 'look',
  'household.setCard': ['card'],
  'code.picture': 'look',
  'deed.list': 'look',
  'deed.claim': 'own',
  'deed.move': 'own',
  'deed.pending': 'look',
  'deed.confirm': ['confirm'],
  'deed.ticks': 'look',
  'deed.tick': ['dues'],
  'committee.overview': 'look',
  'committee.health': 'look',
  'committee.waits': 'look',
  'committee.why': 'look',
  'committee.branch': 'look',
  'committee.meeting': 'look',
  'duty.list': 'look',
  'duty.preview': 'look',
  'duty.save': ['rule'],
  'copyOrder.read': 'look',
  'copyOrder.save': ['copy_order'],
  'factOrder.read': 'look',
  'factOrder.save': ['fact_order'],
  'workdays.list': 'look',
  'workdays.save': ['workdays'],
  'joint.setting': 'look',
  'joint.save': ['joint'],
  'unit.page': 'look',
  'unit.contact': 'look',
  'reminder.inbox': 'look',
  'reminder.settings': 'look',
  'reminder.set': 'own',
  'reminder.accept': 'own',
  'reminder.reconcile': 'own',
  'reminder.excuse': 'own',
  'reminder.toTell': 'look',
  'reminder.told': 'entry',
  'reminder.whoGets': 'look',
  'reminder.word': 'look',
  'reminder.say': 'entry',
  'binding.invite': ['invite'],
  'binding.inviteStaff': ['invite'],
  'setup.page': 'look',
  'setup.seeRights': ['setup'],
  'setup.heads': 'look',
  'setup.invite': ['invite'],
  'binding.withdraw': ['withdraw'],
  'binding.look': 'look',
  'binding.take': ['bind', 'grant'],
  'binding.byPhone': ['bind'],
  'binding.decideMany': ['decide'],
  'binding.unbind': ['unbind'],
  'binding.release': ['release'],
  'binding.firstAdmin': ['grant'],
  'roster.list': 'look',
  'roster.member': 'look',
  'roster.choices': 'look',
  'roster.save': ['register'],
  'roster.transfer': ['transfer'],
  'roster.accept': ['transfer'],
  'roster.leave': ['register'],
  'roster.settleCorrection': ['register'],
  'roster.myExemptions': 'look',
  'roster.askExemption': ['exemption'],
  'roster.setExemption': ['exemption'],
  'organisation.tree': 'look',
  'organisation.one': 'look',
  'organisation.previewChange': 'look',
  'organisation.change': ['organisation'],
  'organisation.cancelChange': ['organisation'],
  'organisation.elect': ['election'],
  'organisation.leader': ['election'],
  'import.begin': 'own',
  'import.read': 'own',
  'import.proceed': 'own',
  'import.preview': 'look',
  'import.choose': 'own',
  'import.apply': ['import'],
  'import.export': ['export'],
  'paper.ofMeeting': 'look',
  'paper.ofBranch': 'look',
  'paper.ofSpan': 'look',
  'paper.ofCounty': 'look',
  // Whoever prints cards holds their codes.
  'paper.ofVillage': ['card'],
  'paper.part': 'look',
  'grants.list': 'look',
  'grants.give': ['grant'],
  'grants.revoke': ['revoke'],
  'privacy.consent': 'own',
  'privacy.centre': 'look',
  'privacy.export': 'look',
  'privacy.exportPart': 'look',
  'privacy.correct': 'own',
  'privacy.askDeletion': ['deletion'],
  'privacy.deletions': 'look',
  'privacy.decideDeletion': ['deletion'],
  'feedback.send': 'own',
  'feedback.mine': 'look',
  'feedback.list': 'look',
  'feedback.answer': ['answer'],
}
