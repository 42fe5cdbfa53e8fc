import type { OrganisationChange } from '../../contract/organisation'
import type { Day } from '../../time/day'
import type { Member } from '../member'
import type { Organisation } from '../organisation'
import type { Tree } from '../tree'

/** What a change of the tree does: documents as they are after it, only those that differ. */
export interface Planned {
  organisations: Organisation[]
  members: Member[]
}

export type ChangeOf<W extends OrganisationChange['what']> = Extract<OrganisationChange, { what: W }>

/**
 * What a change is planned from. `tree`: as it is stored; `members`: whomever the organisations concerned ever held, and who holds something
 * there. `newId`: of what it founds, the same whenever the same request is planned again.
 */
export interface Situation {
  tree: Tree
  members: readonly Member[]
  on: Day
  newId: string
}

export const planned = (organisations: Organisation[], members: Member[] = []): Planned => ({
  organisations,
  members,
})

/** Whether the member is moved by a later change already: an earlier one must not undo that. */
export const movesLater = ({ memberships }: Pick<Member, 'memberships'>, on: Day): boolean =>
  memberships.some(({ from }) => from > on)

export const isChanged = (before: Member, after: Member): boolean =>
  JSON.stringify(before) !== JSON.stringify(after)
