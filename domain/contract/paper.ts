import * as v from 'valibot'
import { factItems, headings } from './lists'
import { count, empty, id, instant, key, nonce, optionalLine, periodKey, quarterKey, year } from './shared'
import { communityKind } from './words'

/** Of one meeting. minutes: 会议记录 with its 表决附页; sheet: 到会登记表, before it to be signed, afterwards filled. */
export const meetingPaper = v.picklist(['minutes', 'sheet'])
export type MeetingPaper = v.InferOutput<typeof meetingPaper>

/** A file in base64: it is made for whoever asks, lies nowhere, and goes through no link. */
const file = v.object({ fileName: v.string(), content: v.string() })

const uint32 = v.pipe(count, v.maxValue(0xffff_ffff))
/** SHA-256 in base64. */
const digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/))

/**
 * Where a file goes on that is larger than an answer: said with each piece of it, and sent along for the next. `at`: when the first was made, what the
 * file is dated; `digest`: of the whole. The file is every `content` in its order.
 */
export const filePiece = v.strictObject({ at: instant, from: uint32, digest })
export type FilePiece = v.InferOutput<typeof filePiece>
const largeFile = v.object({ ...file.entries, next: v.optional(filePiece) })

/** A paper of one meeting. Refusals: wrong_state (minutes before its end, anything of a draft or a cancelled one), too_many_attempts. */
export const ofMeeting = {
  request: v.strictObject({ activityId: id, paper: meetingPaper }),
  response: file,
}

/**
 * Of a branch. ledger: 三会一课台账 of a month, a quarter, a half-year or a year. Of the year the period lies in: participation:
 * 党员参加组织生活情况表; dues: 党费登记表.
 */
export const branchPaper = v.picklist(['ledger', 'participation', 'dues'])
export type BranchPaper = v.InferOutput<typeof branchPaper>

/** A paper of a branch over a period. Refusals: invalid_request (no such period, or one that has not begun), export_too_large, too_many_attempts. */
export const ofBranch = {
  request: v.strictObject({ branchId: id, periodKey, paper: branchPaper }),
  response: file,
}

/**
 * Of a branch over whole months, at most 24: `periodKey` to the end of `until`, or of itself. branch: 组织生活开展情况表, 支部一张; members: 党员一张; each as Excel with what
 * every number was counted from, and `…Text` as Word. report: 述职材料.
 */
export const spanPaper = v.picklist(['branch', 'branchText', 'members', 'membersText', 'report'])
export type SpanPaper = v.InferOutput<typeof spanPaper>

export const months = { periodKey, until: v.optional(periodKey) }

/** Refusals: invalid_request (no such span, or one that has not begun), book_changed (asked for the next piece, the file has come out otherwise), too_many_attempts. */
export const ofSpan = {
  request: v.strictObject({ branchId: id, ...months, paper: spanPaper, piece: v.optional(filePiece) }),
  response: largeFile,
}

/** Of the whole county: 全县直汇总 as Excel and as Word, and the work committee's own 述职材料. */
export const countyPaper = v.picklist(['county', 'countyText', 'report'])
export type CountyPaper = v.InferOutput<typeof countyPaper>

/** As above. Of periods that are not closed for entering nothing is in it: before that no branch is named. */
export const ofCounty = {
  request: v.strictObject({ ...months, paper: countyPaper, piece: v.optional(filePiece) }),
  response: largeFile,
}

/**
 * 情况通报 as Word, of the 事项 and branches somebody has picked; of closed periods as above. `to`: 主送, else left to the hand. Refusals: nothing_chosen,
 * invalid_request (no such span, 事项 or branch), export_too_large, too_many_attempts.
 */
export const notice = {
  request: v.strictObject({
    ...months,
    items: v.pipe(
      v.array(v.strictObject({ dutyId: v.pipe(v.string(), v.maxLength(64)), version: count })),
      v.maxLength(20),
    ),
    branchIds: v.pipe(v.array(id), v.maxLength(200)),
    to: optionalLine(60),
  }),
  response: file,
}

/** As what a paper is made where both are offered. */
export const paperForm = v.picklist(['excel', 'word'])
export type PaperForm = v.InferOutput<typeof paperForm>

/**
 * 年度综合考核依据 of a year, a sheet a branch, of the whole county or of one unit (`underId`). `afterId`: the branch with which the file before ended;
 * `next`: the one with which this one ends, where more are left than a file holds; `branches`: how many are in it, `left`: how many are not yet.
 * Refusals: invalid_request (no such year, or one that has not begun), no_branches (of none there are closed periods), too_many_attempts.
 */
export const yearBasis = {
  request: v.strictObject({
    year: v.pipe(v.string(), v.regex(/^20\d{2}$/)),
    underId: v.optional(id),
    afterId: v.optional(id),
    as: paperForm,
  }),
  response: v.object({ ...file.entries, branches: count, left: count, next: v.optional(id) }),
}

/** In the order of the county's form: a 事项, or one of 五个基本 over those that follow it. */
const factEntry = v.picklist([...factItems, ...headings])
export type FactEntry = v.InferOutput<typeof factEntry>
export const factOrder = v.pipe(v.array(factEntry), v.maxLength(factEntry.options.length))

/**
 * In which order 组织生活开展情况表 tells its 事项, and under which of 五个基本 where the county wants them: that of the form it fills in. `isOwn`: another than
 * the customary one.
 */
export const readOrder = {
  request: empty,
  response: v.object({ order: factOrder, isOwn: v.boolean(), mayEdit: v.boolean() }),
}

/** Every 事项 once, each of 五个基本 at most once; the customary order again is 恢复默认. Refusals: invalid_request, try_again (somebody else saved meanwhile). */
export const saveOrder = {
  request: v.strictObject({ order: factOrder, nonce }),
  response: v.object({ order: factOrder, isOwn: v.boolean() }),
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

/** 回执 of one's own 社区报到 of a kind, as Word. Refusals: invalid_request (the community has given none), too_many_attempts. */
export const ofReceipt = {
  request: v.strictObject({ kind: communityKind }),
  response: file,
}

/** 个人志愿服务情况 of one's own year as Excel, and `…Text` as Word. Refusal: too_many_attempts. */
export const ownServicePaper = v.picklist(['services', 'servicesText'])
export type OwnServicePaper = v.InferOutput<typeof ownServicePaper>
export const ofOwnService = {
  request: v.strictObject({ year, paper: ownServicePaper }),
  response: file,
}

/** 报到登记表 of a community as Excel, and `…Text` as Word. Refusals: export_too_large, too_many_attempts. */
export const communityPaper = v.picklist(['register', 'registerText'])
export type CommunityPaper = v.InferOutput<typeof communityPaper>
export const ofCommunity = {
  request: v.strictObject({ communityId: id, paper: communityPaper }),
  response: file,
}

/** A kept list of an organisation, all its rows. Refusals: export_too_large, too_many_attempts. */
export const ofList = {
  request: v.strictObject({ list: key, organisationId: id, as: paperForm }),
  response: file,
}

/** 社区反馈函 of a quarter to a unit, as Word. Refusals: invalid_request (nobody of it has served there), too_many_attempts. */
export const ofLetter = {
  request: v.strictObject({ communityId: id, unitId: id, periodKey: quarterKey }),
  response: file,
}

/**
 * What takes long, made part by part. bundle: a .zip of the ledger, a list, and of minutes and sheet of every meeting in the book. handbook:
 * 党支部工作手册 of the year the period lies in. patrol: 巡察资料包 of the years from that of the period to that of `until`, six at most.
 */
export const longPaper = v.picklist(['handbook', 'bundle', 'patrol'])
export type LongPaper = v.InferOutput<typeof longPaper>

/** How far it has come: said with each part, and sent along for the next one. Nothing of it is kept in the cloud. */
export const soFar = v.strictObject({
  /** Which meetings there are, and which of them are in the book. */
  edition: id,
  /** Of the pieces written one after the other: how many are. */
  written: count,
  /** When the first part was made: what the file is dated. */
  at: instant,
  bytes: uint32,
  directory: uint32,
  entries: v.pipe(count, v.maxValue(0xffff)),
  open: v.optional(v.strictObject({ crc: uint32, size: uint32, packed: uint32 })),
  /** Of every file so far, where the list that stands last tells them. */
  digests: v.optional(v.pipe(v.array(digest), v.maxLength(0xffff))),
})
export type SoFar = v.InferOutput<typeof soFar>

/**
 * The next part of a long paper: what stands before the records, then some seconds' worth of records, as often as it takes, then what stands behind
 * them; of a patrol the papers of its years come with the records. The file is every `content` in its order, then every `directory`, then `end`, which comes with the last part. Asked for again, a part is
 * made again. Refusals: invalid_request (no such period, one that has not begun, or too many years), book_changed (the meetings are not those the first part was
 * made of: all of it has to be made anew), export_too_large, too_many_attempts.
 */
export const part = {
  request: v.strictObject({
    branchId: id,
    periodKey,
    /** Of a patrol alone: its last year. */
    until: v.optional(periodKey),
    paper: longPaper,
    /** As the part before said; absent: the first is asked for. */
    soFar: v.optional(soFar),
  }),
  response: v.object({
    fileName: v.string(),
    /** Whose it is, as the paper names it. */
    organisation: v.string(),
    /** What is written between its first and its last part: meetings in the book, and of a patrol the papers of its years. */
    pieces: count,
    /** Held, and not in the book yet: they have no pages. */
    unwritten: count,
    /** Base64. */
    content: v.string(),
    directory: v.string(),
    end: v.optional(v.string()),
    soFar,
  }),
}
