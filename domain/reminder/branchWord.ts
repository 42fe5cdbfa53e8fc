import { type Day, dayOf } from '../time/day'

/** The branch's own word of a day: inserting it is its claim, so there is one a branch and day. `word_branch1_2026-09-24` */
export const branchWordKey = (branchId: string, now: number): string => `word_${branchId}_${dayOf(now)}`

/** Under which it is told a member, whenever it goes out. `gap_m1_2026-09-24` */
export const wordKey = (memberId: string, saidOn: Day): string => `gap_${memberId}_${saidOn}`
