import * as v from 'valibot'
import { count, id, line, nameLine, named, optionalLine } from './shared'
import { activityTag, ballot, meetingStep, vote } from './words'

/** 列席: somebody beside the list, by name and post; never part of 应到 and 实到. */
export const observer = v.strictObject({ name: nameLine(20), post: optionalLine(30) })
export type Observer = v.InferOutput<typeof observer>

const people = v.pipe(count, v.maxValue(1000))

/**
 * 表决 of one matter, each person of an election a matter of its own. `entitled`, `present`: 应到会 and 实到会 with a vote when it was taken, which
 * may be others than the meeting's; `written`: 会前书面意见, which are votes and no presence; `ballots` where it was secret.
 */
export const voteResult = v.strictObject({
  matter: line(60),
  vote,
  ballot,
  entitled: people,
  present: people,
  inFavour: people,
  against: people,
  abstained: people,
  written: v.optional(people),
  ballots: v.optional(v.strictObject({ issued: people, returned: people, valid: people })),
})
export type VoteResult = v.InferOutput<typeof voteResult>

/** What the record says besides plan and registrations. Each is empty until somebody enters it, and stays with the branch. */
export const minutesEntries = {
  /** 列席 */
  observers: v.optional(v.pipe(v.array(observer), v.maxLength(30))),
  /** 讲课人 from elsewhere, by name; where `lecturerId` is a member it is absent. */
  lecturerName: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20), v.metadata({ typed: false }))),
  /** 讲课人's 职务 */
  lecturerPost: optionalLine(30),
  /** 发言人 of a 交流研讨, 重点发言 of a 中心组学习 */
  speakerIds: v.optional(v.pipe(v.array(id), v.maxLength(40))),
  /** 篇目 of a study */
  readings: v.optional(v.pipe(v.array(line(60)), v.maxLength(12))),
  /** 汇报人 of a 听取党建汇报 */
  reporter: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40), v.metadata({ typed: false }))),
  /** 重温入党誓词, 党纪廉政教育, 培训 */
  tags: v.optional(v.pipe(v.array(activityTag), v.maxLength(3))),
  /** 学时, by halves. */
  hours: v.optional(v.pipe(v.number(), v.multipleOf(0.5), v.minValue(0), v.maxValue(80))),
  /** 会议材料, by their titles alone. */
  materials: v.optional(v.pipe(v.array(line(60)), v.maxLength(12))),
  /** Steps of a 组织生活会 or a 民主评议 that were gone through. */
  steps: v.optional(v.pipe(v.array(meetingStep), v.maxLength(12))),
  /** 内容要点 and 决议: not entered unless the branch wants to; what is secret or delicate has no place here. */
  contents: optionalLine(1000),
  resolution: optionalLine(600),
  votes: v.optional(v.pipe(v.array(voteResult), v.maxLength(20))),
} as const

const fields = v.object(minutesEntries)
export type Minutes = v.InferOutput<typeof fields>

/** Of the minutes, as the record's page shows them: who spoke by name. */
export const shownMinutes = { ...minutesEntries, speakers: v.optional(v.array(named)) } as const
