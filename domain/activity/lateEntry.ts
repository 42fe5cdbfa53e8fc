import type { Activity } from './activity'

/** 补录 whose second person has not said yes: nothing of it counts yet, neither as held nor as attended. */
export const awaitsSecond = ({ late }: Pick<Activity, 'late'>): boolean => late?.confirmed === null
