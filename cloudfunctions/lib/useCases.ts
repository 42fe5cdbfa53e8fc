import type { ApiAction } from '@domain/contract/functionOf'
import { board } from './meetings/activity/activityBoard'
import { confirmLate } from './meetings/activity/confirmLate'
import { confirmRecord } from './meetings/activity/confirmRecord'
import { lateEntry } from './meetings/activity/lateEntry'
import { leave } from './meetings/activity/askLeave'
import { list } from './meetings/activity/listActivities'
import { prepare } from './meetings/activity/prepareActivity'
import { record } from './meetings/activity/activityRecord'
import { save } from './meetings/activity/saveActivity'
import { setState } from './meetings/activity/setActivityState'
import { amend } from './meetings/activity/amendRecord'
import { settle } from './meetings/activity/settleActivity'
import { byPhone } from './people/binding/bindByPhone'
import { decideMany } from './people/binding/decideBindRequests'
import { firstAdmin } from './people/binding/firstAdmin'
import { invite } from './people/binding/inviteMember'
import { inviteStaff } from './people/binding/inviteStaff'
import { look } from './people/binding/lookAtInvitation'
import { release } from './people/binding/releaseBinding'
import { take } from './people/binding/takeInvitation'
import { unbindSelf } from './people/binding/unbindSelf'
import { withdraw } from './people/binding/withdrawInvitation'
import { backfill } from './meetings/checkin/backfillAttendance'
import { makeUp } from './meetings/checkin/makeUpStudy'
import { open } from './meetings/checkin/openCode'
import { register } from './meetings/checkin/registerAttendance'
import { restore } from './meetings/checkin/restoreAttendance'
import { scanMember } from './meetings/checkin/scanMember'
import { strike } from './meetings/checkin/strikeAttendance'
import { tick } from './meetings/checkin/tickAttendance'
import { witness } from './meetings/checkin/witnessEntry'
import { overview } from './counting/county/countyPage'
import { why as countyWhy } from './counting/county/countyWhy'
import { claim } from './community/claimDeed'
import { confirm as confirmDeeds } from './community/confirmDeeds'
import { list as deeds } from './community/listDeeds'
import { move } from './community/moveDeed'
import { pending as pendingDeeds } from './community/pendingDeeds'
import { tick as tickDues } from './community/tickDues'
import { ticks } from './community/duesTicks'
import type { UseCasesOf } from './entry/dispatch'
import { list as rules } from './counting/rules/listRules'
import { preview as previewRule } from './counting/rules/previewRule'
import { save as saveRule } from './counting/rules/saveRule'
import { give } from './people/grants/giveGrant'
import { list as listGrants } from './people/grants/listGrants'
import { revoke } from './people/grants/revokeGrant'
import { backfill as backfillVisit } from './community/backfillVisit'
import { confirm as confirmVisits } from './community/confirmVisits'
import { open as openDoor } from './community/openDoor'
import { pending as pendingVisits } from './community/pendingVisits'
import { visit } from './community/recordVisit'
import { branches } from './people/binding/branchChoices'
import { decide } from './people/binding/decideBindRequest'
import { me } from './people/binding/whoAmI'
import { request } from './people/binding/requestBinding'
import { work } from './telling/inbox/workPage'
import { answer as answerFeedback } from './telling/feedback/answerFeedback'
import { list as listFeedback } from './telling/feedback/listFeedback'
import { mine as ownFeedback } from './telling/feedback/ownFeedback'
import { send as sendFeedback } from './telling/feedback/sendFeedback'
import { askDeletion } from './people/privacy/askDeletion'
import { centre } from './people/privacy/privacyCentre'
import { consent } from './people/privacy/giveConsent'
import { correct } from './people/privacy/askCorrection'
import { decideDeletion } from './people/privacy/decideDeletion'
import { deletions } from './people/privacy/listDeletions'
import { exportMine, exportPart } from './people/privacy/exportMine'
import { branch } from './counting/progress/branchPage'
import { home } from './counting/progress/homePage'
import { records } from './counting/progress/ownRecords'
import { why } from './counting/progress/whySheet'
import { accept } from './telling/reminder/acceptReminders'
import { excuse } from './telling/reminder/excuseFromReminder'
import { inbox } from './telling/inbox/inbox'
import { set } from './telling/reminder/setReminders'
import { settings } from './telling/reminder/reminderSettings'
import { toTell } from './telling/reminder/toTell'
import { told } from './telling/reminder/told'
import { registerUseCases } from './registerUseCases'
import { board as serviceBoard } from './community/serviceBoard'
import { confirm as confirmService } from './community/confirmService'
import { enter } from './community/enterService'
import { join } from './community/joinService'
import { prepare as prepareService } from './community/prepareService'
import { publish } from './community/publishService'
import { residents } from './community/findResidents'
import { contact } from './counting/unit/contactPage'
import { page } from './counting/unit/unitPage'
import { list as workdays } from './counting/rules/listWorkdays'
import { save as saveWorkdays } from './counting/rules/saveWorkdays'

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
