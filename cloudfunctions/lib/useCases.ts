import type { ApiAction } from '@domain/contract/functionOf'
import { activityBoard } from './meetings/activity/activityBoard'
import { confirmLate } from './meetings/activity/confirmLate'
import { confirmRecord } from './meetings/activity/confirmRecord'
import { lateEntry } from './meetings/activity/lateEntry'
import { askLeave } from './meetings/activity/askLeave'
import { listActivities } from './meetings/activity/listActivities'
import { prepareActivity } from './meetings/activity/prepareActivity'
import { activityRecord } from './meetings/activity/activityRecord'
import { saveActivity } from './meetings/activity/saveActivity'
import { setActivityState } from './meetings/activity/setActivityState'
import { amendRecord } from './meetings/activity/amendRecord'
import { settleActivity } from './meetings/activity/settleActivity'
import { bindByPhone } from './people/binding/bindByPhone'
import { decideBindRequests } from './people/binding/decideBindRequests'
import { firstAdmin } from './people/binding/firstAdmin'
import { inviteMember } from './people/binding/inviteMember'
import { inviteStaff } from './people/binding/inviteStaff'
import { lookAtInvitation } from './people/binding/lookAtInvitation'
import { releaseBinding } from './people/binding/releaseBinding'
import { takeInvitation } from './people/binding/takeInvitation'
import { unbindSelf } from './people/binding/unbindSelf'
import { withdrawInvitation } from './people/binding/withdrawInvitation'
import { backfillAttendance } from './meetings/checkin/backfillAttendance'
import { makeUpStudy } from './meetings/checkin/makeUpStudy'
import { openCode } from './meetings/checkin/openCode'
import { registerAttendance } from './meetings/checkin/registerAttendance'
import { restoreAttendance } from './meetings/checkin/restoreAttendance'
import { scanMember } from './meetings/checkin/scanMember'
import { strikeAttendance } from './meetings/checkin/strikeAttendance'
import { tickAttendance } from './meetings/checkin/tickAttendance'
import { witnessEntry } from './meetings/checkin/witnessEntry'
import { countyPage } from './counting/county/countyPage'
import { countyWhy } from './counting/county/countyWhy'
import { claimDeed } from './community/claimDeed'
import { confirmDeeds } from './community/confirmDeeds'
import { listDeeds } from './community/listDeeds'
import { moveDeed } from './community/moveDeed'
import { pendingDeeds } from './community/pendingDeeds'
import { tickDues } from './community/tickDues'
import { duesTicks } from './community/duesTicks'
import type { UseCasesOf } from './entry/dispatch'
import { listRules } from './counting/rules/listRules'
import { previewRule } from './counting/rules/previewRule'
import { saveRule } from './counting/rules/saveRule'
import { giveGrant } from './people/grants/giveGrant'
import { listGrants } from './people/grants/listGrants'
import { revokeGrant } from './people/grants/revokeGrant'
import { backfillVisit } from './community/backfillVisit'
import { confirmVisits } from './community/confirmVisits'
import { openDoor } from './community/openDoor'
import { pendingVisits } from './community/pendingVisits'
import { recordVisit } from './community/recordVisit'
import { branchChoices } from './people/binding/branchChoices'
import { decideBindRequest } from './people/binding/decideBindRequest'
import { whoAmI } from './people/binding/whoAmI'
import { requestBinding } from './people/binding/requestBinding'
import { workPage } from './telling/inbox/workPage'
import { answerFeedback } from './telling/feedback/answerFeedback'
import { listFeedback } from './telling/feedback/listFeedback'
import { ownFeedback } from './telling/feedback/ownFeedback'
import { sendFeedback } from './telling/feedback/sendFeedback'
import { askDeletion } from './people/privacy/askDeletion'
import { privacyCentre } from './people/privacy/privacyCentre'
import { giveConsent } from './people/privacy/giveConsent'
import { askCorrection } from './people/privacy/askCorrection'
import { decideDeletion } from './people/privacy/decideDeletion'
import { listDeletions } from './people/privacy/listDeletions'
import { exportMine, exportPart } from './people/privacy/exportMine'
import { branchPage } from './counting/progress/branchPage'
import { homePage } from './counting/progress/homePage'
import { ownRecords } from './counting/progress/ownRecords'
import { whySheet } from './counting/progress/whySheet'
import { acceptReminders } from './telling/reminder/acceptReminders'
import { excuseFromReminder } from './telling/reminder/excuseFromReminder'
import { inbox } from './telling/inbox/inbox'
import { setReminders } from './telling/reminder/setReminders'
import { reminderSettings } from './telling/reminder/reminderSettings'
import { toTell } from './telling/reminder/toTell'
import { told } from './telling/reminder/told'
import { registerUseCases } from './registerUseCases'
import { serviceBoard } from './community/serviceBoard'
import { confirmService } from './community/confirmService'
import { enterService } from './community/enterService'
import { joinService } from './community/joinService'
import { prepareService } from './community/prepareService'
import { publishService } from './community/publishService'
import { findResidents } from './community/findResidents'
import { contactPage } from './counting/unit/contactPage'
import { unitPage } from './counting/unit/unitPage'
import { listWorkdays } from './counting/rules/listWorkdays'
import { saveWorkdays } from './counting/rules/saveWorkdays'

/** What answers each action of the function `api`: one without an answer does not compile. */
export const useCases: UseCasesOf<ApiAction> = {
  ...registerUseCases,
  'identity.me': whoAmI,
  'identity.branches': branchChoices,
  'identity.request': requestBinding,
  'identity.decide': decideBindRequest,
  'identity.work': workPage,
  'activity.prepare': prepareActivity,
  'activity.save': saveActivity,
  'activity.list': listActivities,
  'activity.leave': askLeave,
  'activity.board': activityBoard,
  'activity.setState': setActivityState,
  'activity.record': activityRecord,
  'activity.amend': amendRecord,
  'activity.settle': settleActivity,
  'activity.confirmRecord': confirmRecord,
  'activity.lateEntry': lateEntry,
  'activity.confirmLate': confirmLate,
  'checkin.open': openCode,
  'checkin.register': registerAttendance,
  'checkin.tick': tickAttendance,
  'checkin.scanMember': scanMember,
  'checkin.strike': strikeAttendance,
  'checkin.restore': restoreAttendance,
  'checkin.backfill': backfillAttendance,
  'checkin.witness': witnessEntry,
  'checkin.makeUp': makeUpStudy,
  'progress.home': homePage,
  'progress.branch': branchPage,
  'progress.why': whySheet,
  'progress.records': ownRecords,
  'committee.overview': countyPage,
  'committee.why': countyWhy,
  'duty.list': listRules,
  'duty.preview': previewRule,
  'duty.save': saveRule,
  'workdays.list': listWorkdays,
  'workdays.save': saveWorkdays,
  'unit.page': unitPage,
  'unit.contact': contactPage,
  'service.prepare': prepareService,
  'service.publish': publishService,
  'service.join': joinService,
  'service.board': serviceBoard,
  'service.confirm': confirmService,
  'service.residents': findResidents,
  'service.enter': enterService,
  'household.open': openDoor,
  'household.visit': recordVisit,
  'household.backfill': backfillVisit,
  'household.pending': pendingVisits,
  'household.confirm': confirmVisits,
  'deed.list': listDeeds,
  'deed.claim': claimDeed,
  'deed.move': moveDeed,
  'deed.pending': pendingDeeds,
  'deed.confirm': confirmDeeds,
  'deed.ticks': duesTicks,
  'deed.tick': tickDues,
  'reminder.excuse': excuseFromReminder,
  'reminder.inbox': inbox,
  'reminder.settings': reminderSettings,
  'reminder.set': setReminders,
  'reminder.accept': acceptReminders,
  'reminder.toTell': toTell,
  'reminder.told': told,
  'privacy.consent': giveConsent,
  'privacy.centre': privacyCentre,
  'privacy.export': exportMine,
  'privacy.exportPart': exportPart,
  'privacy.correct': askCorrection,
  'privacy.askDeletion': askDeletion,
  'privacy.deletions': listDeletions,
  'privacy.decideDeletion': decideDeletion,
  'feedback.send': sendFeedback,
  'feedback.mine': ownFeedback,
  'feedback.list': listFeedback,
  'feedback.answer': answerFeedback,
  'binding.invite': inviteMember,
  'binding.inviteStaff': inviteStaff,
  'binding.withdraw': withdrawInvitation,
  'binding.look': lookAtInvitation,
  'binding.take': takeInvitation,
  'binding.byPhone': bindByPhone,
  'binding.decideMany': decideBindRequests,
  'binding.unbind': unbindSelf,
  'binding.release': releaseBinding,
  'binding.firstAdmin': firstAdmin,
  'grants.list': listGrants,
  'grants.give': giveGrant,
  'grants.revoke': revokeGrant,
}
