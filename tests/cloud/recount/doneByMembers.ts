import type { Activity } from '@domain/activity/activity'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { type Period, periodByKey } from '@domain/time/period'
import { type HeldMeetings, stands, type Told } from './heldMeetings'
import {
  comesLate,
  dayAt,
  daysOf,
  grouped,
  holdsOn,
  lastDay,
  placeOn,
  type Rows,
  rulesIn,
  standingOn,
} from './rows'

const byTheOrganiser = ['scan', 'member_code', 'roll_call']
const liftedByDefault: Record<string, 'all' | 'meetings' | 'none'> = {
  ...{ old_age: 'all', health: 'all', maternity: 'all', abroad: 'all' },
  ...{ resident_in_village: 'meetings', mobile: 'none' },
}

/** What each member did of what the rules ask of members, counted fact by fact from the stored rows. */
export class DoneByMembers {
  private readonly facts: Map<string, Fact[]>
  private readonly activities: Map<string, Activity>
  private readonly lectures: Map<string, Activity[]>
  private readonly places: Map<string, Rows['organisations'][number]>

  constructor(
    private readonly rows: Rows,
    private readonly held: HeldMeetings,
  ) {
    this.facts = grouped(rows.facts, ({ memberId, kind }) => `${memberId} ${kind}`)
    this.activities = new Map(rows.activities.map((one) => [one._id, one]))
    this.places = new Map(rows.organisations.map((one) => [one._id, one]))
    const lectures = rows.activities.filter(
      (one) => one.kind === 'lecture' || one.carries.includes('lecture'),
    )
    this.lectures = grouped(lectures, ({ lecturerId = '' }) => lecturerId)
  }

  /** Whoever belongs to a branch on the last day of a period. */
  of(branchId: string, period: Period): Member[] {
    return this.rows.members.filter((one) => placeOn(one, lastDay(period))?.branchId === branchId)
  }

  rulesOf(period: Period): Duty[] {
    return rulesIn(this.rows.duties, period).filter(({ subject }) => subject === 'member')
  }

  /** Of a kind, whenever it was. */
  allOf(member: Member, kind: Fact['kind']): readonly Fact[] {
    return this.facts.get(`${member._id} ${kind}`) ?? []
  }

  factsOf(member: Member, kind: Fact['kind'], { from, to }: Period): Fact[] {
    return this.allOf(member, kind).filter(
      ({ occurredAt }) => dayAt(occurredAt) >= from && dayAt(occurredAt) <= to,
    )
  }

  activityOf({ activityId = '' }: Fact): Activity | undefined {
    return this.activities.get(activityId)
  }

  /** 不作硬性要求 for half of the period's days or more, by all that lift the rule together. */
  private isLifted({ exemptions }: Member, duty: Duty, { from, to }: Period): boolean {
    if (duty.neverLifted) return false
    const isMeeting = duty.counts.what === 'attended' && !duty.counts.kinds.includes('community_service')
    const lifting = exemptions.filter(({ category, dutyIds, state }) => {
      if (state === 'asked' || state === 'declined') return false
      if (dutyIds) return dutyIds.includes(duty.id)
      const lifted = liftedByDefault[category]
      return lifted === 'all' || (lifted === 'meetings' && isMeeting)
    })
    if (lifting.length === 0) return false
    let covered = 0
    for (let day = from; day <= to; day = dayAt(Date.parse(day) + 86_400_000))
      if (lifting.some((one) => holdsOn(one, day))) covered += 1
    return covered * 2 >= daysOf(from, to)
  }

  private isAsked(member: Member, duty: Duty, period: Period): boolean {
    const day = lastDay(period)
    const place = placeOn(member, day)
    if (!place) return false
    if (duty.appliesTo === 'leading_cadre' && member.cadre === undefined) return false
    if (duty.appliesTo === 'county_leader' && member.cadre !== 'county') return false
    if (duty.appliesTo === 'with_household' && !member.households.some((one) => holdsOn(one, day)))
      return false
    const branch = this.places.get(place.branchId)
    const type = (branch && standingOn(branch, day)?.branchType) ?? 'other'
    if (duty.branchTypes && !duty.branchTypes.includes(type)) return false
    const isNew = member.memberships.some((one) => one.fromOutside && comesLate(one.from, period))
    return !isNew && !this.isLifted(member, duty, period)
  }

  /** A registration counts where the activity does, and where somebody's word is asked for once it is there. */
  counts(fact: Fact, duty: Duty): boolean {
    if (!stands(fact)) return false
    if (!duty.conditions.includes('confirmed') || fact.confirmed) return true
    return fact.kind === 'attendance' && byTheOrganiser.includes(fact.way)
  }

  isOffered(activity: Activity, kinds: readonly string[], duty: Duty): boolean {
    const kind = kinds.includes(activity.kind)
      ? activity.kind
      : activity.carries.find((one) => kinds.includes(one))
    if (!kind || activity.state === 'cancelled' || activity.late?.confirmed === null) return false
    if (duty.conditions.includes('hosted_by_community') && activity.hostType !== 'community') return false
    if (duty.conditions.includes('theme_service_only') && activity.serviceKind !== 'theme') return false
    return this.held.isWhole(activity, kind)
  }

  private attended(member: Member, duty: Duty, kinds: readonly string[], period: Period): Told {
    const key = ({ _id, jointOf }: Activity) => jointOf ?? _id
    const there = new Map<string, boolean>()
    for (const fact of this.factsOf(member, 'attendance', period)) {
      const activity = this.activityOf(fact)
      if (!activity || fact.annulled || activity.state === 'cancelled') continue
      const isOne = kinds.some((kind) => activity.kind === kind || activity.carries.includes(kind as never))
      const isAwaited = activity.late?.confirmed === null || fact.confirmed === null
      if (this.isOffered(activity, kinds, duty) && this.counts(fact, duty)) there.set(key(activity), true)
      else if (isOne && isAwaited && !there.has(key(activity))) there.set(key(activity), false)
    }
    for (const fact of this.allOf(member, 'make_up')) {
      const activity = this.activityOf(fact)
      if (!kinds.includes('study') || !activity || !this.held.isIn(activity, period)) continue
      if (activity.kind !== 'study' && !activity.carries.includes('study')) continue
      if (this.held.isHeld(activity) && this.counts(fact, duty) && !there.has(key(activity)))
        there.set(key(activity), true)
    }
    const done = [...there.values()].filter(Boolean).length
    const needed = duty.minimum
    if (needed === null || done >= needed) return { needed, done }
    if (kinds.includes('community_service'))
      return this.hasDeclined(member, duty, period) ? null : { needed, done }
    const own = this.ownMeetings(member, duty, kinds, period).map(key)
    const offered = new Set([...there.keys(), ...own]).size
    return done >= offered ? null : { needed, done }
  }

  /** Held by the own branch, or the own group, since the member is here: more than that nobody could attend. */
  private ownMeetings(member: Member, duty: Duty, kinds: readonly string[], period: Period): Activity[] {
    const home = placeOn(member, lastDay(period))
    const wasHere = ({ startsAt }: Activity) =>
      member.memberships.some(({ from }) => from <= period.from) ||
      placeOn(member, dayAt(startsAt)) !== undefined
    return this.held
      .at(home?.branchId ?? '')
      .filter(
        (one) =>
          (one.hostType !== 'group' || one.hostId === home?.groupId) &&
          this.held.isHeld(one) &&
          this.held.isIn(one, period) &&
          this.isOffered(one, kinds, duty) &&
          wasHere(one),
      )
  }

  /** 因故不能参加, of the period or of a community's service in it. */
  private hasDeclined(member: Member, duty: Duty, period: Period): boolean {
    const said = this.allOf(member, 'excuse').some(
      (fact) => !fact.annulled && fact.dutyId === duty.id && fact.periodKey === period.key,
    )
    return (
      said ||
      this.factsOf(member, 'leave', period).some((fact) => {
        const activity = this.activityOf(fact)
        return stands(fact) && activity?.hostType === 'community' && this.held.isIn(activity, period)
      })
    )
  }

  private visits(member: Member, duty: Duty, period: Period): number {
    const own = this.factsOf(member, 'visit', period).filter(
      (fact) =>
        this.counts(fact, duty) &&
        member.households.some(
          (one) => one.householdId === fact.householdId && holdsOn(one, fact.occurredOn),
        ),
    )
    return new Set(own.map(({ householdId, occurredOn }) => `${householdId} ${occurredOn}`)).size
  }

  private ticks(member: Member, duty: Duty, period: Period): number {
    return this.allOf(member, 'tick').filter((fact) => {
      if (fact.dutyId !== duty.id || fact.periodKey === undefined || !this.counts(fact, duty)) return false
      const { from, to } = periodByKey(fact.periodKey)
      return from >= period.from && to <= period.to
    }).length
  }

  /** Lectures given, each once; of a county leader those at the 联系点 stand apart, and none in both. */
  private gave(member: Member, duty: Duty, period: Period): number {
    const given = (this.lectures.get(member._id) ?? [])
      .filter(
        (one) => this.held.isWhole(one, 'lecture') && this.held.isHeld(one) && this.held.isIn(one, period),
      )
      .sort((a, b) => a.startsAt - b.startsAt)
    const isAtPoint = ({ branchId, startsAt }: Activity) =>
      (member.contactPoints ?? []).some((one) => one.branchId === branchId && holdsOn(one, dayAt(startsAt)))
    const atPoint = given.filter(isAtPoint)
    const elsewhere = given.length - atPoint.length
    const lent = elsewhere === 0 && atPoint.length > 1 ? 1 : 0
    if (duty.conditions.includes('own_contact_point')) return atPoint.length - lent
    return member.cadre === 'county' ? elsewhere + lent : given.length
  }

  private done(member: Member, duty: Duty, period: Period): Told {
    const { counts, minimum: needed } = duty
    switch (counts.what) {
      case 'attended':
        return this.attended(member, duty, counts.kinds, period)
      case 'visited':
        return { needed, done: this.visits(member, duty, period) }
      case 'deed':
        return {
          needed,
          done: this.factsOf(member, 'deed', period).filter((fact) => this.counts(fact, duty)).length,
        }
      case 'ticked':
        return { needed, done: this.ticks(member, duty, period) }
      case 'talked':
        return {
          needed,
          done: this.factsOf(member, 'talk', period).filter((fact) => this.counts(fact, duty)).length,
        }
      case 'lectured':
        return { needed, done: this.gave(member, duty, period) }
      case 'held':
        return null
    }
  }

  /** One rule in one period for one member. */
  told(member: Member, duty: Duty, period: Period): Told {
    return this.isAsked(member, duty, period) ? this.done(member, duty, period) : null
  }
}
