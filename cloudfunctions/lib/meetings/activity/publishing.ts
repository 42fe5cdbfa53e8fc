import { randomBytes } from 'node:crypto'

/** What publishing adds to an activity: from here on codes can be minted. */
export const publishing = (now: number) => ({
  state: 'published' as const,
  publishedAt: now,
  codeKey: randomBytes(32).toString('hex'),
})
