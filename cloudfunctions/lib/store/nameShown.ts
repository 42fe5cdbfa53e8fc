import { nameFields } from '../entry/Names'

/** What a looked-up member is read with to be named, for `project`: `members` to `members._id`, `members.name` … */
export const nameShown = (as: string): Record<string, 1> =>
  Object.fromEntries(['_id', ...nameFields].map((field) => [`${as}.${field}`, 1]))
