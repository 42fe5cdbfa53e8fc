// Lists apart from words.ts, so that a phone that needs one does not load the schemas.

/** 支委会 of a branch, in the order in which it is named. */
export const branchPosts = [
  'secretary',
  'deputy_secretary',
  'organisation_officer',
  'publicity_officer',
  /** 纪律检查委员: a 支委会 of an organ sets one (机关基层组织工作条例 art. 9). */
  'discipline_officer',
  'committee_member',
] as const

/** Posts that run a branch, in the order in which somebody is asked for it. */
export const headPosts = ['secretary', 'deputy_secretary', 'organisation_officer'] as const

/** The committee of a 机关党委 or 总支. */
export const unitPosts = ['unit_secretary', 'unit_deputy_secretary', 'unit_committee_member'] as const

/** In the order in which they are offered: what is held every month first. */
export const activityKinds = [
  'theme_party_day',
  'study',
  'group_meeting',
  'committee_meeting',
  'general_meeting',
  'lecture',
  'seminar',
  'org_life_meeting',
  'democratic_review',
  'secretary_report',
  'community_service',
  'unit_theory_study',
  'work_briefing',
] as const

/** What a subscription message may be about. */
export const templates = ['meeting', 'month_gap', 'waiting'] as const

/** What an import does with a row, in the order in which the preview shows them: what cannot be taken first. */
export const verdicts = ['refuse', 'ask', 'flawed', 'add', 'change', 'same', 'skip'] as const

/** What a provincial form asks of a meeting, in its customary order. */
export const copyColumns = [
  'title',
  'when',
  'place',
  'chair',
  'recorder',
  'expected',
  'attended',
  'absent',
  'topic',
  'agenda',
  'lecturer',
] as const

/**
 * What 组织生活开展情况表 tells of, in its customary order: what is held, by its kind, then what members do. attended: being at the branch's studies;
 * lecturing: lectures given by leading cadres.
 */
export const factItems = [
  'study',
  'theme_party_day',
  'committee_meeting',
  'group_meeting',
  'general_meeting',
  'lecture',
  'seminar',
  'org_life_meeting',
  'democratic_review',
  'secretary_report',
  'community_service',
  'unit_theory_study',
  'work_briefing',
  'attended',
  'service',
  'visit',
  'deed',
  'lecturing',
  'dues',
  'talk',
  'tick',
] as const

/** What waits for a yes or an answer, in the order in which the county's page has it. */
export const waitingKinds = [
  'binding',
  'transfer',
  'exemption',
  'correction',
  'late',
  'service',
  'visit',
  'deed',
  'report',
  'proposal',
  'feedback',
  'deletion',
] as const

/** What the book misses of a meeting. */
export const bookLacks = [
  'not_opened',
  'unsettled',
  'no_lecturer',
  'no_topic',
  'waits',
  'not_recorded',
] as const

/** 七个一, in the order of the source (DUTIES row 29). */
export const sevenOnes = ['visit', 'counsel', 'difficulty', 'theme', 'plan', 'policy', 'mechanism'] as const
/** Those of them that a member does alone, as 实事; the others are visits and services. */
export const deedSevenOnes = ['counsel', 'difficulty', 'plan', 'mechanism'] as const

/** Why a community does not take up what a branch proposes, in the order in which it is asked. */
export const declineReasons = ['other_day', 'already_planned', 'no_hands', 'not_now'] as const

/** Why a duty is not owed in a period. */
export const notOwedReasons = [
  'exempt',
  'excused',
  'no_household',
  'no_committee',
  'no_groups',
  'arrived_late',
  'linked_late',
  'founded_late',
  'not_founded_then',
  'not_a_member_then',
] as const

/** 五个基本 of the speech, under which kept lists stand. */
export const headings = ['organisation', 'team', 'site', 'system', 'support'] as const

/** How many people a need of a community or village may want, and how many days ahead its last day may lie (inclusive). */
export const MOST_WANTED = 20
export const NEED_DAYS_AHEAD = 366
/** Longest line of what is to be done, a 需求 or a 实事. */
export const DEED_LINE = 40

/** How many rows of a file are written into a kept list at once. */
export const WRITTEN_AT_ONCE = 20
