import * as v from 'valibot'
import { count, day, empty, id, named, nameLine } from './shared'
import { standing } from './words'

/** What a role may do is domain/access's business; the phone only chooses which entries to show. */
export const role = v.picklist([
  'secretary',
  'organisation_officer',
  'group_leader',
  'unit_officer',
  'committee',
  'inspector',
  'community_staff',
  'village_contact',
])
export type Role = v.InferOutput<typeof role>

const checkCode = v.pipe(v.string(), v.regex(/^\d{6}$/))

export const me = {
  request: empty,
  /**
   * stranger: nobody knows this WeChat identity · requested: waits for a secretary's yes · bound: a member (or an outside person) speaks.
   * `codeKey` and `alias` stay on the member's own phone, which mints member codes from them without network. `consent`: the version of the
   * privacy text agreed to; without one that is still good (consentVersion) consent is asked for before anything else, and nothing of the
   * person but the state and the name is told.
   */
  response: v.variant('state', [
    v.object({ state: v.literal('stranger'), consent: v.optional(count) }),
    v.object({
      state: v.literal('requested'),
      name: v.string(),
      branchName: v.string(),
      requestedAt: v.number(),
      /** Of a request without digits: six digits to be read out to whoever answers it. */
      checkCode: v.optional(checkCode),
      consent: v.optional(count),
    }),
    v.object({
      state: v.literal('bound'),
      /** Absent for an outside person. */
      memberId: v.optional(id),
      name: v.string(),
      standing: v.optional(standing),
      branch: v.optional(named),
      group: v.optional(named),
      community: v.optional(named),
      households: v.array(v.object({ id, number: v.string(), village: v.string() })),
      /** The first day of which a visit may still be entered afterwards. */
      enterFrom: v.optional(day),
      exemptions: v.array(v.object({ category: v.string(), from: v.string(), to: v.optional(v.string()) })),
      roles: v.array(v.object({ role, organisation: named })),
      consent: v.optional(count),
      /** Units in whose 中心组 the member sits. */
      theoryGroups: v.optional(v.array(named)),
      member: v.optional(v.object({ alias: v.string(), codeKey: v.string() })),
    }),
  ]),
}

/** Branches to choose from when binding, in 组织序列. Names of organisations only. */
export const branches = { request: empty, response: v.object({ branches: v.array(named) }) }

/**
 * Ask to be bound: branch + name + last four digits of the phone. Needs a secretary's yes. With the `ticket` of a check-in the request
 * also appears on the page of that running meeting.
 * Without `phoneTail` nothing is compared and nothing told: name and branch alone wait, and whoever answers asks for the six digits of the
 * asker's page. So a stranger's guesses lock nobody out.
 * Refusals: already_bound, roster_mismatch (also where another WeChat speaks for the member), too_many_attempts (of one's own, or for the
 * person named).
 */
export const request = {
  request: v.strictObject({
    branchId: id,
    name: nameLine(20),
    phoneTail: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/))),
    ticket: v.optional(v.pipe(v.string(), v.maxLength(300))),
  }),
  response: v.object({ state: v.literal('requested'), branchName: v.string() }),
}

/** A request as the secretary or the organiser sees it: nothing of the WeChat identity behind it. */
export const bindRequest = v.object({
  requestId: id,
  memberId: id,
  name: v.string(),
  at: v.number(),
  atDoor: v.boolean(),
  /** Without digits: how many phones say they are this person. One line a person; the yes needs the six digits of the right one. */
  unchecked: v.optional(count),
  /** To be answered from above: no officer of this branch has a WeChat yet. */
  branchName: v.optional(v.string()),
})
export type BindRequest = v.InferOutput<typeof bindRequest>

/**
 * The branch secretary (or the organiser of the meeting at whose door it was made; the work committee, while no officer of the branch is bound)
 * says yes or no. `code`: of an unchecked one, for the yes; its no is for all of that person.
 * Refusals: request_gone, member_already_bound, check_code_wrong.
 */
export const decide = {
  request: v.strictObject({ requestId: id, approve: v.boolean(), code: v.optional(checkCode) }),
  response: v.object({ requestId: id, approved: v.boolean() }),
}

/** A 补录 that waits for one's word. */
export const lateRequest = v.object({
  activityId: id,
  title: v.string(),
  startsAt: v.number(),
  by: v.string(),
  at: v.number(),
})
export type LateRequest = v.InferOutput<typeof lateRequest>

/**
 * What waits above for somebody who alone runs a branch, or to be taken over by one that nobody with a WeChat runs: answered in its register.
 * `who`: by name, or by the post where names stay in the branch.
 */
export const aboveRequest = v.object({
  kind: v.picklist(['exemption', 'correction', 'transfer']),
  id: v.string(),
  who: v.string(),
  branch: named,
})
export type AboveRequest = v.InferOutput<typeof aboveRequest>

/** The 工作 tab: what this person runs, and what waits for them now. */
export const work = {
  request: empty,
  response: v.object({
    /** Branches and groups this person may open, in 组织序列. */
    places: v.array(
      v.object({
        role,
        organisation: named,
        branchId: v.optional(id),
        memberCount: v.optional(count),
        missingMembers: v.optional(count),
        /** Of a branch or group: 谈心谈话, 党性分析 or 思想汇报 is entered here. */
        entersTalks: v.optional(v.boolean()),
        /** Of a branch one runs: 说明情况, 申请更正 and 转入 that wait in its register. */
        asked: v.optional(count),
      }),
    ),
    /** Meetings to run: open ones and those of today first, what is to come, then what is over and not settled, newest first, then drafts. */
    meetings: v.array(
      v.object({
        id,
        title: v.string(),
        startsAt: v.number(),
        place: v.string(),
        state: v.string(),
        registered: count,
        expected: count,
        /**
         * What is still to be done: unopened: over, and its code was never opened · unrecorded: its minutes are not confirmed · awaits: a 补录
         * that a second person has not confirmed · doubted: that person says 有出入.
         */
        todo: v.optional(v.picklist(['unopened', 'unrecorded', 'awaits', 'doubted'])),
        /** A 补录: that it took place has been said by announcing it. */
        late: v.optional(v.boolean()),
      }),
    ),
    /** 补录 that wait for this person's word. */
    late: v.optional(v.array(lateRequest)),
    bindRequests: v.array(bindRequest),
    /** Of the work committee: what only it can answer. */
    above: v.optional(v.array(aboveRequest)),
    /** Back-fills, and 补学 (`madeUp`, with `at` the day it was entered), this person is asked to confirm. */
    witness: v.array(
      v.object({
        factId: v.string(),
        name: v.string(),
        title: v.string(),
        at: v.number(),
        reason: v.string(),
        by: v.string(),
        madeUp: v.optional(v.boolean()),
        /** Entered by the member alone: a scan of a meeting one runs, or the own dues. */
        own: v.optional(v.boolean()),
        /** 请假 asked for after the start. */
        leave: v.optional(v.boolean()),
      }),
    ),
    /** Communities this person works for: services to run, to confirm or to settle, newest first, and deeds that wait. */
    communities: v.array(
      v.object({
        community: named,
        services: v.array(
          v.object({
            id,
            title: v.string(),
            startsAt: v.number(),
            place: v.string(),
            state: v.string(),
            enrolled: count,
            confirmed: count,
            pending: count,
            /** Its day is over and its registration was never opened: it stays until it is said whether it took place. */
            todo: v.optional(v.picklist(['unopened'])),
            /** A 补录 that a second person has not confirmed, or says 有出入 of. */
            late: v.optional(v.picklist(['waiting', 'doubted'])),
          }),
        ),
        pendingDeeds: count,
        /** 社区报到 that wait for its word. */
        reports: count,
        /** Services that branches propose and that wait for its word. */
        proposals: count,
      }),
    ),
    /** Villages this person is the contact of. */
    villages: v.array(v.object({ village: named, pendingVisits: count, pendingDeeds: count })),
    /** For the work committee: the county's page can be opened. */
    county: v.boolean(),
    /**
     * What waits for the work committee itself: years whose notice on holidays is not entered, 投诉建议 and 删除申请 that are open. `feedbackDue`:
     * by when (ms, exclusive) the most pressing 投诉建议 is to be answered. `isNew`: nobody has registered anywhere yet, 首次启用 is not over.
     */
    office: v.optional(
      v.object({
        years: v.array(count),
        feedback: count,
        feedbackDue: v.optional(v.number()),
        deletions: count,
        isNew: v.optional(v.boolean()),
      }),
    ),
  }),
}
