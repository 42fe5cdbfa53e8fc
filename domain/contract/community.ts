import * as v from 'valibot'
import { count, day, empty, id, named, nonce, periodKey, quarterKey } from './shared'
import { communityKind } from './words'

/** 回执: what the unit files (P13). `by` is absent where whoever accepted it is not there any more. */
const receipt = v.object({ number: v.string(), askedOn: day, by: v.optional(v.string()) })

/** 社区报到 (DUTIES row 27) of one member, as an entry that holds. */
const registered = v.object({
  kind: communityKind,
  community: named,
  from: day,
  /** Absent: the branch's register said it. */
  receipt: v.optional(receipt),
})
export type Registered = v.InferOutput<typeof registered>

/** One's own 社区报到: what holds, what waits, what was; and the communities there are, with whoever answers there. */
export const mine = {
  request: empty,
  response: v.object({
    name: v.string(),
    branch: v.optional(v.string()),
    registered: v.array(registered),
    asked: v.array(
      v.object({
        kind: communityKind,
        community: named,
        askedOn: day,
        /** The community said 不是本社区 on this day; absent: it has not answered. */
        declinedOn: v.optional(day),
      }),
    ),
    past: v.array(v.object({ kind: communityKind, community: v.string(), from: day, to: day })),
    communities: v.array(
      v.object({ ...named.entries, under: v.optional(v.string()), contact: v.optional(v.string()) }),
    ),
  }),
}
export type OwnCommunities = v.InferOutput<typeof mine.response>

/**
 * 报到: asks a community of today, in place of an earlier request of the kind. What holds of the kind goes on until its yes. A resend is the same
 * request. Refusals: community_known (registered there already, or asked as the other kind), too_many_today.
 */
export const report = {
  request: v.strictObject({ communityId: id, kind: communityKind, nonce }),
  response: v.object({ reportId: id }),
}

/** 撤回 what waits, or was declined. Nothing of the kind waiting, nothing changes. */
export const withdraw = {
  request: v.strictObject({ kind: communityKind }),
  response: v.object({ kind: communityKind }),
}

/** Leaves the community of a kind from today on; it stays in the history. */
export const leave = withdraw

/** 报到接收: what waits for the community, longest waiting first, and how many are registered. Name, unit and branch; nothing else of anybody. */
export const page = {
  request: v.strictObject({ communityId: id }),
  response: v.object({
    community: named,
    /** 报到码: static, carries the community's id, which grants nothing. */
    code: v.string(),
    codePrefix: v.string(),
    registered: count,
    waiting: v.array(
      v.object({
        reportId: id,
        name: v.string(),
        unit: v.optional(v.string()),
        branch: v.string(),
        kind: communityKind,
        askedOn: day,
        /** The reader's own: somebody else of the community answers it. */
        own: v.optional(v.boolean()),
        /** Stands on a list the community has read, by name and unit or branch. */
        listed: v.optional(v.boolean()),
      }),
    ),
    /** Those for whom there was no room. */
    more: count,
    /** The day of the last list that is still kept; absent: there is none. */
    listOn: v.optional(day),
  }),
}
export type CommunityPage = v.InferOutput<typeof page.response>

/**
 * 接收, or 不是本社区, of some that wait for this community; each gets a 回执 with a number. Repeating it changes nothing; what was withdrawn
 * meanwhile, and the asker's own, is passed over. `settled`: how many it was.
 */
export const accept = {
  request: v.strictObject({
    communityId: id,
    reportIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(200)),
    accept: v.boolean(),
  }),
  response: v.object({ settled: count }),
}

/** Who is registered with a community today, in the order of the tree and the registers, in parts. */
export const residents = {
  request: v.strictObject({ communityId: id, from: v.optional(count) }),
  response: v.object({
    community: named,
    total: count,
    rows: v.array(
      v.object({
        name: v.string(),
        unit: v.optional(v.string()),
        branch: v.string(),
        kind: communityKind,
        from: day,
      }),
    ),
    next: v.optional(count),
  }),
}

/** Where a branch's members are registered, in register order; who is not yet has no `places`. Nobody is ranked or marked. */
export const ofBranch = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    branch: named,
    rows: v.array(
      v.object({
        memberId: id,
        name: v.string(),
        places: v.array(v.object({ kind: communityKind, community: v.string(), from: day })),
        /** Waits for a community's word. */
        waiting: v.optional(v.boolean()),
      }),
    ),
  }),
}

/**
 * How many are registered in each branch below a unit or the county, in 组织序列: numbers alone, as a unit reads of the branches below it. Who it is
 * the branch itself reads, and the work committee (`ofBranch`).
 */
export const below = {
  request: v.strictObject({ organisationId: id }),
  response: v.object({
    organisation: named,
    branches: v.array(
      v.object({
        ...{ ...named.entries, members: count, registered: count },
        /** The reader may open who it is. */
        opens: v.boolean(),
      }),
    ),
  }),
}

/**
 * Whose members have served the community in a quarter, or done 实事 for it, in 组织序列: services by head and 实事, each confirmed. What a 反馈函
 * (`paper.ofLetter`) of that quarter tells of. Refusal: invalid_request (the quarter has not begun).
 */
export const served = {
  request: v.strictObject({ communityId: id, periodKey: quarterKey }),
  response: v.object({
    community: named,
    units: v.array(v.object({ ...named.entries, times: count, deeds: count })),
  }),
}

/**
 * 往期 of a community, a month or a year of it: its services that took place, the newest first, with how many it has confirmed at each, and 实事 done for
 * it. By nobody's name. Refusal: invalid_request (the period has not begun).
 */
export const past = {
  request: v.strictObject({ communityId: id, periodKey }),
  response: v.object({
    community: named,
    services: v.array(
      v.object({ id, title: v.string(), startsAt: v.number(), place: v.string(), confirmed: count }),
    ),
    /** Older ones for which there was no room; the numbers hold them too. */
    more: count,
    /** 人次: all of these together. */
    times: count,
    deeds: count,
  }),
}
export type CommunityPast = v.InferOutput<typeof past.response>
