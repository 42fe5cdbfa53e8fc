/**
 * How many random examples a property is tried with: `all`, and a sixth where `npm test` repeats the rules in a further time zone. The examples are
 * the same there (their seed is fixed), and a property compares the rules with themselves: what a zone moves, it moves on both sides.
 */
export const examples = (all: number): number => (process.env.FURTHER_ZONE === '1' ? Math.ceil(all / 6) : all)
