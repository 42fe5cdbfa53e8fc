/* stored names: the one place that gives them */
import type { Person } from '@domain/access/person'
import { type Placed, seesNameOf } from '@domain/access/seesNames'
import { placeOf } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import type { Nameable } from '../store/readPeople'

/** Stands for the name of a member of a counts-only branch, for readers outside it: what was done shows, not who did it. */
export const NAMELESS = '一名党员'

/**
 * Gives members' names for one answer: as the caller may read them, and remembers whose were given, for 谁看过. No other code puts a member's name
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

  /** The name of somebody the answer tells about: that is a look at them, and is noted. */
  of(member: Nameable): string {
    if (!this.sees(member)) return NAMELESS
    const branchId = placeOf(member, this.today)?.branchId
    if (branchId !== undefined && member._id !== this.reader.member?._id)
      this.shown.set(branchId, (this.shown.get(branchId) ?? new Set()).add(member._id))
    return member.name
  }

  /** The name of somebody who acts (chairs, lectures, is asked to confirm, struck somebody out, holds a right, shows the own code): no look at them. */
  acting(member: Nameable): string {
    return this.sees(member) ? member.name : NAMELESS
  }
}
