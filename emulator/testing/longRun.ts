/** True in `npm run test:full`: tests that repeat something take their long form. */
export const isLongRun = (): boolean => process.env.LONG_RUN === '1'

/** `short` times in `npm test`, `long` times in `npm run test:full`. */
export const times = (short: number, long: number): number => (isLongRun() ? long : short)

/** For `filter`: each third of a list in `npm test`, all of it in `npm run test:full`. */
export const eachThird = (_: unknown, index: number): boolean => isLongRun() || index % 3 === 0
