import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../entry/dispatch'
import { answerFeedback, listFeedback, ownFeedback } from './feedback/listFeedback'
import { sendFeedback } from './feedback/sendFeedback'
import { healthPage } from './health/healthPage'
import { inbox } from './inbox/inbox'
import { waitsPage } from './inbox/waitsPage'
import { workPage } from './inbox/workPage'
import {
  acceptReminders,
  reconcileReminders,
  reminderSettings,
  setReminders,
} from './reminder/acceptReminders'
import { sayWord, wordPreview } from './reminder/branchWord'
import { excuseMonth } from './reminder/excuseMonth'
import { told, toTell } from './reminder/toTell'
import { whoGets } from './reminder/whoGets'

/** What people are told and what waits for them: 消息, 工作, reminders, 投诉建议. */
export const telling = {
  'identity.work': workPage,
  'committee.health': healthPage,
  'committee.waits': waitsPage,
  'reminder.excuse': excuseMonth,
  'reminder.inbox': inbox,
  'reminder.settings': reminderSettings,
  'reminder.set': setReminders,
  'reminder.accept': acceptReminders,
  'reminder.reconcile': reconcileReminders,
  'reminder.toTell': toTell,
  'reminder.told': told,
  'reminder.whoGets': whoGets,
  'reminder.word': wordPreview,
  'reminder.say': sayWord,
  'feedback.send': sendFeedback,
  'feedback.mine': ownFeedback,
  'feedback.list': listFeedback,
  'feedback.answer': answerFeedback,
} satisfies Partial<UseCasesOf<ApiAction>>
