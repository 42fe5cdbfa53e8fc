import type { ApiAction } from '@domain/contract/functionOf'
import { board } from './activity/board'
import { confirmLate } from './activity/confirmLate'
import { confirmRecord } from './activity/confirmRecord'
import { lateEntry } from './activity/lateEntry'
import { leave } from './activity/leave'
import { list } from './activity/list'
import { prepare } from './activity/prepare'
import { record } from './activity/record'
import { save } from './activity/save'
import { setState } from './activity/setState'
import { amend } from './activity/amend'
import { settle } from './activity/settle'
import { byPhone } from './binding/byPhone'
import { decideMany } from './binding/decideMany'
import { firstAdmin } from './binding/firstAdmin'
import { invite } from './binding/invite'
import { inviteStaff } from './binding/inviteStaff'
import { look } from './binding/look'
import { release } from './binding/release'
import { take } from './binding/take'
import { unbindSelf } from './binding/unbindSelf'
import { withdraw } from './binding/withdraw'
import { backfill } from './checkin/backfill'
import { makeUp } from './checkin/makeUp'
import { open } from './checkin/open'
import { register } from './checkin/register'
import { restore } from './checkin/restore'
import { scanMember } from './checkin/scanMember'
import { strike } from './checkin/strike'
import { tick } from './checkin/tick'
import { witness } from './checkin/witness'
import { overview } from './committee/overview'
import { why as countyWhy } from './committee/why'
import { claim } from './deed/claim'
import { confirm as confirmDeeds } from './deed/confirm'
import { list as deeds } from './deed/list'
import { move } from './deed/move'
import { pending as pendingDeeds } from './deed/pending'
import { tick as tickDues } from './deed/tick'
import { ticks } from './deed/ticks'
import type { UseCasesOf } from './dispatch/dispatch'
import { list as rules } from './duty/list'
import { preview as previewRule } from './duty/preview'
import { save as saveRule } from './duty/save'
import { give } from './grants/give'
import { list as listGrants } from './grants/list'
import { revoke } from './grants/revoke'
import { backfill as backfillVisit } from './household/backfill'
import { confirm as confirmVisits } from './household/confirm'
import { open as openDoor } from './household/open'
import { pending as pendingVisits } from './household/pending'
import { visit } from './household/visit'
import { branches } from './identity/branches'
import { decide } from './identity/decide'
import { me } from './identity/me'
import { request } from './identity/request'
import { work } from './identity/work'
import { answer as answerFeedback } from './feedback/answer'
import { list as listFeedback } from './feedback/list'
import { mine as ownFeedback } from './feedback/mine'
import { send as sendFeedback } from './feedback/send'
import { askDeletion } from './privacy/askDeletion'
import { centre } from './privacy/centre'
import { consent } from './privacy/consent'
import { correct } from './privacy/correct'
import { decideDeletion } from './privacy/decideDeletion'
import { deletions } from './privacy/deletions'
import { exportMine, exportPart } from './privacy/exportMine'
import { branch } from './progress/branch'
import { home } from './progress/home'
import { records } from './progress/records'
import { why } from './progress/why'
import { accept } from './reminder/accept'
import { excuse } from './reminder/excuse'
import { inbox } from './reminder/inbox'
import { set } from './reminder/set'
import { settings } from './reminder/settings'
import { toTell } from './reminder/toTell'
import { told } from './reminder/told'
import { registerUseCases } from './roster/registerUseCases'
import { board as serviceBoard } from './service/board'
import { confirm as confirmService } from './service/confirm'
import { enter } from './service/enter'
import { join } from './service/join'
import { prepare as prepareService } from './service/prepare'
import { publish } from './service/publish'
import { residents } from './service/residents'
import { contact } from './unit/contact'
import { page } from './unit/page'
import { list as workdays } from './workdays/list'
import { save as saveWorkdays } from './workdays/save'

/** What answers each action of the function `api`: one without an answer does not compile. */
export const useCases: UseCasesOf<ApiAction> = {
  ...registerUseCases,
  'identity.me': me,
  'identity.branches': branches,
  'identity.request': request,
  'identity.decide': decide,
  'identity.work': work,
  'activity.prepare': prepare,
  'activity.save': save,
  'activity.list': list,
  'activity.leave': leave,
  'activity.board': board,
  'activity.setState': setState,
  'activity.record': record,
  'activity.amend': amend,
  'activity.settle': settle,
  'activity.confirmRecord': confirmRecord,
  'activity.lateEntry': lateEntry,
  'activity.confirmLate': confirmLate,
  'checkin.open': open,
  'checkin.register': register,
  'checkin.tick': tick,
  'checkin.scanMember': scanMember,
  'checkin.strike': strike,
  'checkin.restore': restore,
  'checkin.backfill': backfill,
  'checkin.witness': witness,
  'checkin.makeUp': makeUp,
  'progress.home': home,
  'progress.branch': branch,
  'progress.why': why,
  'progress.records': records,
  'committee.overview': overview,
  'committee.why': countyWhy,
  'duty.list': rules,
  'duty.preview': previewRule,
  'duty.save': saveRule,
  'workdays.list': workdays,
  'workdays.save': saveWorkdays,
  'unit.page': page,
  'unit.contact': contact,
  'service.prepare': prepareService,
  'service.publish': publish,
  'service.join': join,
  'service.board': serviceBoard,
  'service.confirm': confirmService,
  'service.residents': residents,
  'service.enter': enter,
  'household.open': openDoor,
  'household.visit': visit,
  'household.backfill': backfillVisit,
  'household.pending': pendingVisits,
  'household.confirm': confirmVisits,
  'deed.list': deeds,
  'deed.claim': claim,
  'deed.move': move,
  'deed.pending': pendingDeeds,
  'deed.confirm': confirmDeeds,
  'deed.ticks': ticks,
  'deed.tick': tickDues,
  'reminder.excuse': excuse,
  'reminder.inbox': inbox,
  'reminder.settings': settings,
  'reminder.set': set,
  'reminder.accept': accept,
  'reminder.toTell': toTell,
  'reminder.told': told,
  'privacy.consent': consent,
  'privacy.centre': centre,
  'privacy.export': exportMine,
  'privacy.exportPart': exportPart,
  'privacy.correct': correct,
  'privacy.askDeletion': askDeletion,
  'privacy.deletions': deletions,
  'privacy.decideDeletion': decideDeletion,
  'feedback.send': sendFeedback,
  'feedback.mine': ownFeedback,
  'feedback.list': listFeedback,
  'feedback.answer': answerFeedback,
  'binding.invite': invite,
  'binding.inviteStaff': inviteStaff,
  'binding.withdraw': withdraw,
  'binding.look': look,
  'binding.take': take,
  'binding.byPhone': byPhone,
  'binding.decideMany': decideMany,
  'binding.unbind': unbindSelf,
  'binding.release': release,
  'binding.firstAdmin': firstAdmin,
  'grants.list': listGrants,
  'grants.give': give,
  'grants.revoke': revoke,
}
