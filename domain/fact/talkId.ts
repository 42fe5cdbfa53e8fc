import type { Day } from '../time/day'

/** The natural key of a talk: two people have one a day, whoever of them is named first. */
export const talkId = (a: string, b: string, on: Day): string => `talk_${[a, b].sort().join('_')}_${on}`
