import * as v from 'valibot'
import { count, id, periodKey } from './shared'

/** Of one meeting. minutes: 会议记录 with its 表决附页; sheet: 到会登记表, before it to be signed, afterwards filled. */
export const meetingPaper = v.picklist(['minutes', 'sheet'])
export type MeetingPaper = v.InferOutput<typeof meetingPaper>

/** A file in base64: it is made for whoever asks, lies nowhere, and goes through no link. */
const file = v.object({ fileName: v.string(), content: v.string() })

/** A paper of one meeting. Refusals: wrong_state (minutes before its end, anything of a draft or a cancelled one), too_many_attempts. */
export const ofMeeting = {
  request: v.strictObject({ activityId: id, paper: meetingPaper }),
  response: file,
}

/**
 * Of a branch over a month, a quarter, a half-year or a year. ledger: 三会一课台账; bundle: a .zip of it and of every paper in the book. Of the year
 * the period lies in: participation: 党员参加组织生活情况表; dues: 党费登记表.
 */
export const branchPaper = v.picklist(['ledger', 'bundle', 'participation', 'dues'])
export type BranchPaper = v.InferOutput<typeof branchPaper>

/** A paper of a branch over a period. Refusals: invalid_request (no such period, or one that has not begun), export_too_large, too_many_attempts. */
export const ofBranch = {
  request: v.strictObject({ branchId: id, periodKey, paper: branchPaper }),
  response: file,
}

/**
 * 便民联系卡 of a village, six on an A4, in the order of their numbers; without those that are stopped and those of the asker's own households. `afterId`:
 * the household with which the file before ended. `next`: the one with which this file ends, where more are left than an answer can hold.
 * Refusals: no_cards, too_many_attempts.
 */
export const ofVillage = {
  request: v.strictObject({ villageId: id, afterId: v.optional(id) }),
  response: v.object({ ...file.entries, cards: count, next: v.optional(id) }),
}
