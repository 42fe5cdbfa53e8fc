import type { Activity } from '@domain/activity/activity'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import type { Period } from '@domain/time/period'
import type { DoneByMembers } from './doneByMembers'
import type { HeldMeetings } from './heldMeetings'
import { holdsOn, type Rows } from './rows'

const isAwaited = ({ late }: Activity): boolean => late?.confirmed === null
const isOf = ({ kind, carries }: Activity, kinds: readonly string[]): boolean =>
  [kind, ...carries].some((one) => kinds.includes(one))

/** Records of members that somebody has still to say yes to, counted from the stored rows. */
export class Waiting {
  constructor(
    private readonly rows: Rows,
    private readonly held: HeldMeetings,
    private readonly byMembers: DoneByMembers,
  ) {}

  private attended(member: Member, duty: Duty, kinds: readonly string[], period: Period): number {
    const { byMembers, held } = this
    const there = new Set<string>()
    let waiting = 0
    for (const fact of byMembers.factsOf(member, 'attendance', period)) {
      const activity = byMembers.activityOf(fact)
      if (!activity || fact.annulled || activity.state === 'cancelled' || !isOf(activity, kinds)) continue
      const counts = byMembers.isOffered(activity, kinds, duty) && byMembers.counts(fact, duty)
      if (counts) there.add(activity.jointOf ?? activity._id)
      else if (isAwaited(activity) || byMembers.isOffered(activity, kinds, duty)) waiting += 1
    }
    if (!kinds.includes('study')) return waiting
    for (const fact of byMembers.allOf(member, 'make_up')) {
      const activity = byMembers.activityOf(fact)
      if (!activity || fact.annulled || activity.state === 'cancelled' || !isOf(activity, ['study'])) continue
      if (!held.isIn(activity, period) || there.has(activity.jointOf ?? activity._id)) continue
      if (isAwaited(activity) || (held.isHeld(activity) && !byMembers.counts(fact, duty))) waiting += 1
    }
    return waiting
  }

  /** Entered and neither struck out nor agreed to. */
  private entered(member: Member, duty: Duty, period: Period, kind: Fact['kind']): Fact[] {
    return this.byMembers
      .factsOf(member, kind, period)
      .filter((fact) => !fact.annulled && !this.byMembers.counts(fact, duty))
  }

  private lectures(member: Member, period: Period): number {
    return this.rows.activities.filter(
      (one) =>
        one.lecturerId === member._id &&
        isOf(one, ['lecture']) &&
        this.held.isOver(one) &&
        isAwaited(one) &&
        this.held.isIn(one, period),
    ).length
  }

  /** One rule in one period for one member. */
  of(member: Member, duty: Duty, period: Period): number {
    const { counts } = duty
    switch (counts.what) {
      case 'attended':
        return this.attended(member, duty, counts.kinds, period)
      case 'visited':
        return this.entered(member, duty, period, 'visit').filter(({ householdId, occurredOn }) =>
          member.households.some((one) => one.householdId === householdId && holdsOn(one, occurredOn)),
        ).length
      case 'deed':
        return this.entered(member, duty, period, 'deed').filter(
          ({ detail }) => detail?.state !== 'claimed' && detail?.state !== 'dropped',
        ).length
      case 'talked':
        return this.entered(member, duty, period, 'talk').length
      case 'ticked':
        return this.byMembers
          .allOf(member, 'tick')
          .filter(
            (fact) =>
              fact.dutyId === duty.id &&
              fact.periodKey === period.key &&
              !fact.annulled &&
              !this.byMembers.counts(fact, duty),
          ).length
      case 'lectured':
        return this.lectures(member, period)
      case 'held':
        return 0
    }
  }
}
