/** 支委会: fewer than half of the seats present, and it counts for nothing (支部工作条例 art. 12, 依据待核). `isBelowHalf(2, 5) // true` */
export const isBelowHalf = (present: number, seats: number): boolean => present * 2 < seats
