import type { Placed } from '@domain/access/seesNames'
import type { Member } from '@domain/org/member'

/** What a looked-up member is read with to be named, for `project`: `members` to `members._id`, `members.name` … */
export const nameShown = (as: string): Record<string, 1> =>
  Object.fromEntries(['_id', ...nameFields].map((field) => [`${as}.${field}`, 1]))

/** The fields of a member that have to be read before their name is asked for. */
export type Nameable = Placed & Pick<Member, 'name'>

export const nameFields = ['name', 'memberships', 'posts'] as const
