import { type Placed, seesNameOf } from '@domain/access/seesNames'
import type { Person } from '@domain/access/person'
import type { Member } from '@domain/org/member'
import { placeOf } from '@domain/org/membershipOn'
import type { Day } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'

/** What a name is asked with; where a query reads only some fields, these. */
export type Nameable = Placed & Pick<Member, 'name'>
export const nameFields = ['name', 'memberships', 'posts'] as const

/** How whoever stands outside reads of someone whose branch lets only numbers out: what was done shows, not who did it. */
export const NAMELESS = '一名党员'

/**
 * The one that gives names, for one answer: as the caller may read them, and it keeps whom they were of. No other code puts a member's name
 * into an answer.
 */
export class Names {
  /** Branch to members whose name was given. */
  readonly shown = new Map<string, Set<string>>()

  constructor(
    private readonly reader: Person,
    private readonly today: Day,
    private readonly tree: Tree,
  ) {}

  sees(member: Placed): boolean {
    return seesNameOf(this.reader, member, this.today, this.tree)
  }

  /** Of somebody the answer tells about: it is a look, and is noted. */
  of(member: Nameable): string {
    if (!this.sees(member)) return NAMELESS
    const branchId = placeOf(member, this.today)?.branchId
    if (branchId !== undefined && member._id !== this.reader.member?._id)
      this.shown.set(branchId, (this.shown.get(branchId) ?? new Set()).add(member._id))
    return member.name
  }

  /** Of somebody who acts: chairs, lectures, is asked to confirm, struck somebody out, holds a right, shows the own code. No look. */
  acting(member: Nameable): string {
    return this.sees(member) ? member.name : NAMELESS
  }
}
