import type { Activity } from '@domain/activity/activity'
import type { ActivityKind } from '@domain/contract/words'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import type { Organisation } from '@domain/org/organisation'
import type { Period } from '@domain/time/period'
import { comesLate, dayAt, grouped, holdsOn, lastDay, type Rows, rulesIn, standingOn } from './rows'

/** What was done of what is asked; null: nothing is asked there. `needed` null: no number of times. */
export type Told = { needed: number | null; done: number } | null

const AFTER_ITS_END = 3 * 3_600_000
const ofAYear = ['org_life_meeting', 'democratic_review', 'secretary_report']
const seats = [
  'secretary',
  'deputy_secretary',
  'organisation_officer',
  'publicity_officer',
  'discipline_officer',
  'committee_member',
]

/** Somebody is there for certain: not struck out, and nobody is asked about it any more. */
export const stands = ({ annulled, confirmed }: Pick<Fact, 'annulled' | 'confirmed'>): boolean =>
  !annulled && confirmed !== null

/** What branches, groups and units have held, counted meeting by meeting from the stored rows. */
export class HeldMeetings {
  private readonly ofPlace: Map<string, Activity[]>
  private readonly registered: Map<string, Fact[]>

  constructor(
    private readonly rows: Rows,
    private readonly now: number,
  ) {
    this.ofPlace = new Map()
    for (const one of rows.activities)
      for (const placeId of new Set([one.branchId, one.hostId]))
        this.ofPlace.set(placeId, [...(this.ofPlace.get(placeId) ?? []), one])
    this.registered = grouped(
      rows.facts.filter(({ kind }) => kind === 'attendance'),
      ({ activityId = '' }) => activityId,
    )
  }

  /** Over, by a word or by itself. */
  isOver({ state, endsAt, reopenedAt = 0 }: Activity): boolean {
    return (
      ['closed', 'recorded'].includes(state) ||
      (state === 'open' && this.now >= Math.max(endsAt, reopenedAt) + AFTER_ITS_END)
    )
  }

  /** Over, and no second person is awaited. */
  isHeld(activity: Activity): boolean {
    return this.isOver(activity) && activity.late?.confirmed !== null
  }

  /** Who is registered at it. */
  cameTo({ _id }: Activity): ReadonlySet<string> {
    return new Set((this.registered.get(_id) ?? []).filter(stands).map(({ memberId }) => memberId))
  }

  /** A 党课 has a lecturer and a topic, a 交流研讨 a topic, carried or by itself. */
  isWhole(activity: Activity, kind: ActivityKind): boolean {
    const hasTopic = (activity.topic ?? '').trim() !== ''
    const hasLecturer = activity.lecturerId !== undefined || (activity.lecturerName ?? '').trim() !== ''
    if (kind === 'lecture') return hasTopic && hasLecturer
    return kind !== 'seminar' || hasTopic
  }

  isIn({ kind, startsAt, forYear }: Activity, period: Period): boolean {
    const day = dayAt(startsAt)
    if (period.kind === 'year' && ofAYear.includes(kind))
      return `${forYear ?? day.slice(0, 4)}` === period.key
    return day >= period.from && day <= period.to
  }

  /** Everything that ever stood at a place. */
  at(placeId: string): readonly Activity[] {
    return this.ofPlace.get(placeId) ?? []
  }

  /** Of a kind or carrying it, held in a period at a place: a branch's own and not its groups'. */
  of(place: Organisation, kinds: readonly ActivityKind[], period: Period): Activity[] {
    const own = this.at(place._id).filter(
      (one) =>
        (one.hostId === place._id || (place.type === 'branch' && one.hostType !== 'group')) &&
        kinds.some((kind) => (one.kind === kind || one.carries.includes(kind)) && this.isWhole(one, kind)) &&
        this.isHeld(one) &&
        this.isIn(one, period),
    )
    return [...new Map(own.map((one) => [one.jointOf ?? one._id, one])).values()]
  }

  /** 支委会 of which fewer than half of the seats came is none. */
  private withHalfOfCommittee(branch: Organisation, meetings: readonly Activity[], day: string): Activity[] {
    const committee = this.rows.members.filter(({ posts }) =>
      posts.some((one) => one.organisationId === branch._id && seats.includes(one.post) && holdsOn(one, day)),
    )
    return meetings.filter((meeting) => {
      const there = this.cameTo(meeting)
      return committee.filter((one) => there.has(one._id)).length * 2 >= committee.length
    })
  }

  private groupsOf(branchId: string, day: string): Organisation[] {
    return this.rows.organisations.flatMap((one) => {
      const then = one.type === 'group' ? standingOn(one, day) : null
      return then?.parentId === branchId ? [then] : []
    })
  }

  /** Founded in the period with less than half of it left, or after it. */
  private owesNothingYet({ isFounded, validFrom }: Organisation, period: Period): boolean {
    return isFounded === true && (validFrom > period.to || comesLate(validFrom, period))
  }

  /** Every meeting that counts for a rule in a period, of a branch's groups each group's own. */
  counted(node: Organisation, { counts, subject, branchTypes }: Duty, period: Period): Activity[] {
    const day = lastDay(period)
    const place = standingOn(node, day)
    if (!place || counts.what !== 'held') return []
    if (branchTypes && !branchTypes.includes(place.branchType ?? 'other')) return []
    if (subject === 'group')
      return this.groupsOf(place._id, day).flatMap((one) => this.of(one, counts.kinds, period))
    const meetings = this.of(place, counts.kinds, period)
    return subject === 'committee' ? this.withHalfOfCommittee(place, meetings, day) : meetings
  }

  /** One rule in one period at one branch or unit. */
  told(node: Organisation, duty: Duty, period: Period): Told {
    const place = standingOn(node, lastDay(period))
    if (!place || duty.counts.what !== 'held') return null
    const { branchTypes, counts, minimum, subject } = duty
    if (branchTypes && !branchTypes.includes(place.branchType ?? 'other')) return null
    if (subject === 'group') {
      const groups = this.groupsOf(place._id, lastDay(period)).filter(
        (one) => !this.owesNothingYet(one, period),
      )
      const done = groups.filter((one) => this.of(one, counts.kinds, period).length >= (minimum ?? 0)).length
      return groups.length === 0 ? null : { needed: groups.length, done }
    }
    if (this.owesNothingYet(place, period) || (subject === 'committee' && !place.hasCommittee)) return null
    if (subject === 'unit' && duty.appliesTo === 'with_theory_group' && !this.hasTheoryGroup(place, period))
      return null
    return { needed: minimum, done: this.counted(place, duty, period).length }
  }

  /** 补录 of a rule in a period that wait for their second person, of a branch's groups those that owe it. */
  waits(node: Organisation, { counts, subject }: Duty, period: Period): number {
    const place = standingOn(node, lastDay(period))
    if (!place || counts.what !== 'held') return 0
    const { kinds } = counts
    const own = (id: string, isBranch: boolean) =>
      this.at(id).filter(
        (one) =>
          (one.hostId === id || (isBranch && one.hostType !== 'group')) &&
          [one.kind, ...one.carries].some((kind) => kinds.includes(kind)) &&
          this.isOver(one) &&
          one.late?.confirmed === null &&
          this.isIn(one, period),
      ).length
    if (subject !== 'group') return own(place._id, place.type === 'branch')
    return this.groupsOf(place._id, lastDay(period))
      .filter((one) => !this.owesNothingYet(one, period))
      .reduce((sum, { _id }) => sum + own(_id, false), 0)
  }

  private hasTheoryGroup({ _id }: Organisation, period: Period): boolean {
    return this.rows.members.some(({ posts }) =>
      posts.some(
        (one) =>
          one.post === 'theory_group_member' && one.organisationId === _id && holdsOn(one, lastDay(period)),
      ),
    )
  }

  /** What branches and their groups, or units, are asked for in a period. */
  rulesOf(type: 'branch' | 'unit', period: Period): Duty[] {
    return rulesIn(this.rows.duties, period).filter(({ subject }) =>
      type === 'unit' ? subject === 'unit' : ['branch', 'committee', 'group'].includes(subject),
    )
  }
}
