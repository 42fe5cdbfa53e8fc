import type { ApiAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../entry/dispatch'
import { activityBoard } from './activity/activityBoard'
import { activityRecord } from './activity/activityRecord'
import { amendRecord } from './activity/amendRecord'
import { bookPage } from './activity/bookPage'
import { confirmRecord, takeBackRecord } from './activity/confirmRecord'
import { askLeave } from './activity/askLeave'
import { confirmLate } from './activity/confirmLate'
import { readCopyOrder, saveCopyOrder } from './activity/copyOrder'
import { enterHeld } from './activity/enterHeld'
import { lateEntry } from './activity/lateEntry'
import { listActivities } from './activity/listActivities'
import { prepareActivity } from './activity/prepareActivity'
import { repeatPlan } from './activity/repeatPlan'
import { saveActivity } from './activity/saveActivity'
import { setActivityState } from './activity/setActivityState'
import { settleActivity, settleMany } from './activity/settleActivity'
import { viewActivity } from './activity/viewActivity'
import { restoreAttendance, strikeAttendance } from './checkin/annul'
import { backfillAttendance } from './checkin/backfillAttendance'
import { scanMember, tickAttendance } from './checkin/enterForOther'
import { makeUpStudy } from './checkin/makeUpStudy'
import { openCode } from './checkin/openCode'
import { registerAttendance } from './checkin/registerAttendance'
import { witnessEntry } from './checkin/witnessEntry'

/** Meetings from the plan to the record, and being registered at them. */
export const meetings = {
  'activity.prepare': prepareActivity,
  'activity.save': saveActivity,
  'activity.repeat': repeatPlan,
  'activity.enterHeld': enterHeld,
  'activity.list': listActivities,
  'activity.view': viewActivity,
  'activity.leave': askLeave,
  'activity.board': activityBoard,
  'activity.setState': setActivityState,
  'activity.record': activityRecord,
  'activity.amend': amendRecord,
  'activity.settle': settleActivity,
  'activity.settleMany': settleMany,
  'activity.confirmRecord': confirmRecord,
  'activity.takeBack': takeBackRecord,
  'activity.book': bookPage,
  'copyOrder.read': readCopyOrder,
  'copyOrder.save': saveCopyOrder,
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
} satisfies Partial<UseCasesOf<ApiAction>>
