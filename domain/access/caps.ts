/**
 * How much one person may newly write on one Shanghai day, and why so much. Everything else a person enters about oneself has a natural key
 * (a visit a household and day, a leave an activity, a tick a member and month), so that these numbers bound it too; how far from today a
 * thing may lie is judgeInstant's for plans and visits, and the entry days' for ticks and excuses.
 */
export const dailyCaps = {
  /** 认领实事: a few a year are owed; somebody catches up with all of them in one afternoon. */
  deed: 20,
  /** 需求 of a community or village: a year's list typed in one afternoon. */
  need: 40,
  /** Plans, drafts among them: a secretary plans a quarter for the branch and eight groups in one go. */
  plan: 60,
  /** 集中志愿服务 of a community: a month's calendar of every day and of both halves of it. */
  service: 60,
  /** Services a branch proposes to communities: a year's, a month each, and half of them once more for another day. */
  proposal: 20,
  /** 社区报到: chosen wrongly, taken back and chosen again, for the unit and for home. */
  report: 20,
  /** Rows of kept lists: a list of the office typed in on one day. */
  list_row: 200,
  /** Requests that write rows of kept lists out of a file, twenty rows each: several lists of the office, of several years. */
  list_file: 60,
  /** 新建 of a member by hand: a branch of 300 typed in on one day. Files of the office are read by import. */
  member: 350,
  /** 新建, 更名, 划转, 并入, 拆分, 撤销: the whole tree of a county put up by hand on its first day. The tree is read by every call. */
  organisation: 200,
  /** Files sent to be read, of the register and of lists: each several times until it is right. */
  import: 100,
  /** Requests for invitations: of a branch of 300, and once more for those that ran out. */
  invite: 700,
  /** Exemptions set by whoever runs the branch: all of a branch of 300 after a flood. They stand in the member's row. */
  exemption: 350,
  /** Rights given: those of a whole county on its first day. They stand in the row of whoever holds them. */
  grant: 200,
  /** Versions of rules, which every page reads: the whole table of them changed on one day. */
  rule: 60,
  /** Entered for others: a branch of 300 at three meetings, twice ticked wrong, and the dues of the month. */
  entered: 3000,
} as const
export type Capped = keyof typeof dailyCaps

/** Those of which each one newly written takes a turn; what is entered for others is counted by its rows. */
export type CappedByTurn = Exclude<Capped, 'entered'>

/** Days after a study in which it may still be made up: the study of January, by whoever comes back in the January after. */
export const MADE_UP_WITHIN = 400
