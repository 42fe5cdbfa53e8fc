import type * as v from 'valibot'
import * as activity from './activity'
import * as binding from './binding'
import * as book from './book'
import * as card from './card'
import * as checkin from './checkin'
import * as code from './code'
import * as community from './community'
import * as committee from './committee'
import * as copyOrder from './copyOrder'
import * as deed from './deed'
import * as duty from './duty'
import * as factTable from './factTable'
import * as feedback from './feedback'
import * as grants from './grants'
import * as held from './held'
import * as household from './household'
import * as identity from './identity'
import * as joint from './joint'
import * as keptLists from './keptLists'
import * as late from './late'
import * as imports from './imports'
import * as need from './need'
import * as organisation from './organisation'
import * as overseen from './overseen'
import * as paper from './paper'
import * as privacy from './privacy'
import * as progress from './progress'
import * as proposal from './proposal'
import * as record from './record'
import * as reminder from './reminder'
import * as repeat from './repeat'
import * as roster from './roster'
import * as service from './service'
import * as setup from './setup'
import { span } from './span'
import * as talk from './talk'
import * as unit from './unit'
import * as workdays from './workdays'

/** Every action of the functions (functionOf says which), with the schema of what it takes and gives. An action not listed here is `unknown_action`. */
export const actions = {
  'identity.me': identity.me,
  'identity.branches': identity.branches,
  'identity.request': identity.request,
  'identity.decide': identity.decide,
  'identity.work': identity.work,
  'activity.prepare': activity.prepare,
  'activity.save': activity.save,
  'activity.repeat': repeat.repeat,
  'activity.enterHeld': held.enterHeld,
  'activity.list': activity.list,
  'activity.view': activity.view,
  'activity.leave': activity.leave,
  'activity.board': activity.board,
  'activity.setState': activity.setState,
  'activity.record': record.record,
  'activity.amend': record.amend,
  'activity.settle': record.settle,
  'activity.settleMany': record.settleMany,
  'activity.confirmRecord': record.confirmRecord,
  'activity.takeBack': record.takeBack,
  'activity.book': book.book,
  'activity.lateEntry': late.lateEntry,
  'activity.confirmLate': late.confirmLate,
  'checkin.open': checkin.open,
  'checkin.register': checkin.register,
  'checkin.tick': checkin.tick,
  'checkin.scanMember': checkin.scanMember,
  'checkin.strike': checkin.strike,
  'checkin.restore': checkin.restore,
  'checkin.backfill': checkin.backfill,
  'checkin.witness': checkin.witness,
  'checkin.makeUp': checkin.makeUp,
  'progress.home': progress.home,
  'progress.branch': progress.branch,
  'progress.why': progress.why,
  'progress.span': span,
  'progress.records': progress.records,
  'service.prepare': service.prepare,
  'service.publish': service.publish,
  'service.change': service.change,
  'service.join': service.join,
  'service.board': service.board,
  'service.confirm': service.confirm,
  'service.residents': service.residents,
  'service.enter': service.enter,
  'service.missed': service.missed,
  'service.correct': service.correct,
  'service.sevenOnes': service.sevenOnes,
  'community.mine': community.mine,
  'community.report': community.report,
  'community.withdraw': community.withdraw,
  'community.leave': community.leave,
  'community.page': community.page,
  'community.accept': community.accept,
  'community.residents': community.residents,
  'community.ofBranch': community.ofBranch,
  'community.below': community.below,
  'community.served': community.served,
  'community.past': community.past,
  'household.open': household.open,
  'household.mine': household.mine,
  'household.visit': household.visit,
  'household.backfill': household.backfill,
  'household.pending': household.pending,
  'household.confirm': household.confirm,
  'household.past': household.past,
  'household.deny': household.deny,
  'household.cards': card.cards,
  'household.setCard': card.setCard,
  'code.picture': code.picture,
  'deed.list': deed.list,
  'deed.claim': deed.claim,
  'deed.move': deed.move,
  'deed.pending': deed.pending,
  'deed.confirm': deed.confirm,
  'deed.giveBack': deed.giveBack,
  'need.offered': need.offered,
  'need.take': need.take,
  'need.page': need.page,
  'need.write': need.write,
  'need.withdraw': need.withdraw,
  'proposal.ofBranch': proposal.ofBranch,
  'proposal.write': proposal.write,
  'proposal.withdraw': proposal.withdraw,
  'proposal.ofCommunity': proposal.ofCommunity,
  'proposal.accept': proposal.accept,
  'proposal.decline': proposal.decline,
  'deed.ticks': deed.ticks,
  'deed.tick': deed.tick,
  'talk.page': talk.page,
  'talk.enter': talk.enter,
  'list.page': keptLists.page,
  'list.rows': keptLists.rows,
  'list.ofMember': keptLists.ofMember,
  'list.form': keptLists.form,
  'list.save': keptLists.save,
  'list.saveMany': keptLists.saveMany,
  'list.move': keptLists.moveRow,
  'list.remove': keptLists.remove,
  'list.setting': keptLists.setting,
  'list.saveSetting': keptLists.saveSetting,
  'committee.overview': committee.overview,
  'committee.why': committee.why,
  'committee.waits': committee.waits,
  'committee.branch': overseen.branch,
  'committee.meeting': overseen.meeting,
  'committee.health': committee.health,
  'duty.list': duty.list,
  'duty.preview': duty.preview,
  'duty.save': duty.save,
  'copyOrder.read': copyOrder.read,
  'copyOrder.save': copyOrder.save,
  'factOrder.read': paper.readOrder,
  'factOrder.save': paper.saveOrder,
  'workdays.list': workdays.list,
  'workdays.save': workdays.save,
  'joint.setting': joint.setting,
  'joint.save': joint.save,
  'unit.page': unit.page,
  'unit.contact': unit.contact,
  'reminder.inbox': reminder.inbox,
  'reminder.settings': reminder.settings,
  'reminder.set': reminder.set,
  'reminder.accept': reminder.accept,
  'reminder.reconcile': reminder.reconcile,
  'reminder.excuse': reminder.excuse,
  'reminder.toTell': reminder.toTell,
  'reminder.told': reminder.told,
  'reminder.whoGets': reminder.whoGets,
  'reminder.word': reminder.word,
  'reminder.say': reminder.say,
  'binding.invite': binding.invite,
  'binding.inviteStaff': binding.inviteStaff,
  'setup.page': setup.page,
  'setup.seeRights': setup.seeRights,
  'setup.heads': setup.heads,
  'setup.invite': setup.invite,
  'binding.withdraw': binding.withdraw,
  'binding.look': binding.look,
  'binding.take': binding.take,
  'binding.byPhone': binding.byPhone,
  'binding.decideMany': binding.decideMany,
  'binding.unbind': binding.unbind,
  'binding.release': binding.release,
  'binding.firstAdmin': binding.firstAdmin,
  'roster.list': roster.list,
  'roster.member': roster.member,
  'roster.choices': roster.choices,
  'roster.save': roster.save,
  'roster.transfer': roster.transfer,
  'roster.accept': roster.accept,
  'roster.handOver': roster.handOver,
  'roster.leave': roster.leave,
  'roster.settleCorrection': roster.settleCorrection,
  'roster.myExemptions': roster.myExemptions,
  'roster.askExemption': roster.askExemption,
  'roster.setExemption': roster.setExemption,
  'organisation.tree': organisation.tree,
  'organisation.one': organisation.one,
  'organisation.previewChange': organisation.previewChange,
  'organisation.change': organisation.change,
  'organisation.cancelChange': organisation.cancelChange,
  'organisation.elect': organisation.elect,
  'organisation.leader': organisation.leader,
  'import.begin': imports.begin,
  'import.beginList': imports.beginList,
  'import.beginRows': imports.beginRows,
  'import.rows': imports.rows,
  'import.list': imports.list,
  'import.dropLists': imports.dropLists,
  'import.read': imports.read,
  'import.proceed': imports.proceed,
  'import.preview': imports.preview,
  'import.choose': imports.choose,
  'import.apply': imports.apply,
  'import.export': imports.exportRoster,
  'paper.ofMeeting': paper.ofMeeting,
  'paper.ofBranch': paper.ofBranch,
  'paper.ofSpan': paper.ofSpan,
  'paper.ofCounty': paper.ofCounty,
  'paper.factsOfBranch': factTable.factsOfBranch,
  'paper.factRecords': factTable.factRecords,
  'paper.factsOfMembers': factTable.factsOfMembers,
  'paper.factMembers': factTable.factMembers,
  'paper.factsOfCounty': factTable.factsOfCounty,
  'paper.factPlaces': factTable.factPlaces,
  'paper.notice': paper.notice,
  'paper.yearBasis': paper.yearBasis,
  'paper.ofVillage': paper.ofVillage,
  'paper.ofReceipt': paper.ofReceipt,
  'paper.ofOwnService': paper.ofOwnService,
  'paper.ofCommunity': paper.ofCommunity,
  'paper.ofLetter': paper.ofLetter,
  'paper.ofList': paper.ofList,
  'paper.part': paper.part,
  'grants.list': grants.list,
  'grants.give': grants.give,
  'grants.revoke': grants.revoke,
  'privacy.consent': privacy.consent,
  'privacy.centre': privacy.centre,
  'privacy.export': privacy.exportMine,
  'privacy.exportPart': privacy.exportPart,
  'privacy.correct': privacy.correct,
  'privacy.askDeletion': privacy.askDeletion,
  'privacy.deletions': privacy.deletions,
  'privacy.decideDeletion': privacy.decideDeletion,
  'feedback.send': feedback.send,
  'feedback.mine': feedback.mine,
  'feedback.list': feedback.list,
  'feedback.answer': feedback.answer,
} as const

export type Action = keyof typeof actions
export type RequestOf<A extends Action> = v.InferInput<(typeof actions)[A]['request']>
export type ParsedRequestOf<A extends Action> = v.InferOutput<(typeof actions)[A]['request']>
export type ResponseOf<A extends Action> = v.InferOutput<(typeof actions)[A]['response']>

/** What a phone sends: `callFunction({ name: 'api', data })`. */
export interface Call<A extends Action = Action> {
  action: A
  contractVersion: number
  data: RequestOf<A>
}
