/** `npm test`: what is seen twice, or by eyes alone, is left to `npm run test:full` and to a journey that is run by itself. */
export const isShortRun = process.env.SHORT_RUN === '1'

/**
 * Whether in large text, for a journey that is the same in both sizes: normal and large, in a short run large alone, for what does not fit shows there
 * first.
 */
export const textSizes: readonly boolean[] = isShortRun ? [true] : [false, true]
