import type { Activity } from '@domain/activity/activity'
import type { ActivityKind, ActivityState } from '@domain/contract/words'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { aFact, anActivity } from '@domain/testing/builders'
import { addDays, dayOf } from '@domain/time/day'
import type { Random } from '../../scripts/seed/random'
import type { RollupCloud } from './rollupCloud'

export const MINUTE = 60_000
const HOUR = 60 * MINUTE

const kinds: ActivityKind[] = [
  'study',
  'theme_party_day',
  'group_meeting',
  'committee_meeting',
  'general_meeting',
  'lecture',
  'democratic_review',
]
const states: ActivityState[] = ['published', 'open', 'closed', 'closed', 'recorded']
const hosts = [
  { hostId: 'branch1', hostType: 'branch', branchId: 'branch1' },
  { hostId: 'group1', hostType: 'group', branchId: 'branch1' },
  { hostId: 'group2', hostType: 'group', branchId: 'branch1' },
  { hostId: 'branch2', hostType: 'branch', branchId: 'branch2' },
  { hostId: 'branch3', hostType: 'branch', branchId: 'branch3' },
  { hostId: 'community1', hostType: 'community', branchId: 'community1' },
  { hostId: 'unit1', hostType: 'unit', branchId: 'unit1' },
] as const
const kindAt = { community: 'community_service', unit: 'unit_theory_study' } as const

const ofBranches = ['m1', 'm2', 'm5', 'n1', 'n2', 'p1']
const branchOn = (member: Member, day: string) => membershipOn(member, day)?.branchId ?? 'branch1'

/** Anything that may happen in a county, one thing after the other, as the dice fall. */
export class Steps {
  private serial = 0

  constructor(
    private readonly cloud: RollupCloud,
    private readonly random: Random,
  ) {}

  async take(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) await this.step()
  }

  private all<T>(name: string): T[] {
    return this.cloud.find<T>(name)
  }

  private someMember(): Member {
    const id = this.random.pick(ofBranches)
    return this.all<Member>('members').find(({ _id }) => _id === id)!
  }

  private past(days = 45): number {
    return this.cloud.now() - this.random.int(0, days * 24) * HOUR
  }

  private async addActivity(): Promise<void> {
    const { cloud, random } = this
    const host = random.pick(hosts)
    const kind =
      host.hostType === 'community' || host.hostType === 'unit' ? kindAt[host.hostType] : random.pick(kinds)
    // Some about now, so that their hour comes with nothing written.
    const startsAt = cloud.now() - random.int(-4, random.chance(0.3) ? 4 : 45 * 24) * HOUR
    const given = {
      topic: random.pick(['', '纪律建设']),
      lecturerId: random.pick(['m1', 'n1', 'p1']),
      serviceKind: random.pick(['theme', 'daily'] as const),
      carries: kind === 'theme_party_day' ? random.pick<ActivityKind[]>([[], ['study'], ['lecture']]) : [],
      ...(kind === 'democratic_review' ? { forYear: random.pick([2025, 2026]) } : {}),
    }
    const over = { ...host, ...given, kind, startsAt, endsAt: startsAt + HOUR, state: random.pick(states) }
    this.serial += 1
    await cloud.insertOnce(
      'activities',
      anActivity({ ...over, _id: `act${this.serial}`, nonce: `n${this.serial}` }),
    )
  }

  private async addRegistration(member: Member, kind: 'attendance' | 'leave' | 'make_up'): Promise<void> {
    const activities = this.all<Activity>('activities')
    if (activities.length === 0) return
    const { _id: activityId, kind: activityKind, startsAt } = this.random.pick(activities)
    // 补学 comes after the study, maybe in the next month.
    const occurredAt = kind === 'make_up' ? this.cloud.now() : startsAt
    const tail = { attendance: '', leave: '_leave', make_up: '_makeup' }[kind]
    const at = { occurredAt, occurredOn: dayOf(occurredAt), branchId: branchOn(member, dayOf(occurredAt)) }
    const fact = aFact({
      memberId: member._id,
      activityId,
      activityKind,
      kind,
      ...at,
      ...this.confirmation(),
    })
    await this.cloud.insertOnce('facts', { ...fact, _id: `${activityId}_${member._id}${tail}` })
  }

  private confirmation(): Partial<Fact> {
    return this.random.pick([{}, { confirmed: null }, { confirmed: { at: 1, by: 'x' } }])
  }

  private async addEntry(member: Member, kind: 'visit' | 'tick' | 'deed' | 'excuse'): Promise<void> {
    const { random } = this
    const memberId = member._id
    const occurredAt = this.past()
    const day = dayOf(occurredAt)
    const key = random.pick(['2026-07', '2026-08', '2026-09'])
    const householdId = random.pick(['h1', 'h2'])
    this.serial += 1
    const own = {
      visit: { _id: `${householdId}_${memberId}_${day}`, householdId },
      tick: { _id: `dues_${memberId}_${key}`, dutyId: 'dues', periodKey: key },
      excuse: {
        _id: `community_service_${memberId}_${key}_excuse`,
        dutyId: 'community_service',
        periodKey: key,
      },
      deed: {
        _id: `deed${this.serial}`,
        confirmed: random.pick([null, { at: 1, by: 'x' }]),
        detail: { beneficiary: random.pick(['community', 'household']), state: 'finished' },
      },
    }[kind]
    const fact = aFact({
      memberId,
      occurredAt,
      kind,
      branchId: branchOn(member, day),
      ...this.confirmation(),
      ...own,
    })
    delete fact.activityId
    await this.cloud.insertOnce('facts', fact)
  }

  private async addFact(): Promise<void> {
    const member = this.someMember()
    const what = this.random.pick([
      'attendance',
      'attendance',
      'attendance',
      'leave',
      'make_up',
      'visit',
      'tick',
      'deed',
      'excuse',
    ] as const)
    if (what === 'attendance' || what === 'leave' || what === 'make_up')
      await this.addRegistration(member, what)
    else await this.addEntry(member, what)
  }

  private async changeFact(): Promise<void> {
    const facts = this.all<Fact>('facts')
    if (facts.length === 0) return
    const { _id, annulled, confirmed } = this.random.pick(facts)
    const change = this.random.chance(0.5)
      ? { annulled: annulled ? null : { at: this.cloud.now(), by: 'x', reason: '' } }
      : { confirmed: confirmed ? null : { at: this.cloud.now(), by: 'x' } }
    await this.cloud.updateWhere('facts', { _id }, change)
  }

  /** Opened, closed, called off; or moved, as saving a plan does it, with the place it leaves behind. */
  private async changeActivity(): Promise<void> {
    const { cloud, random } = this
    const activities = this.all<Activity>('activities')
    if (activities.length === 0) return
    const { _id, startsAt, branchId, movedFrom = [] } = random.pick(activities)
    if (random.chance(0.5)) {
      const state = random.pick<ActivityState>(['open', 'closed', 'recorded', 'cancelled'])
      await cloud.updateWhere('activities', { _id }, { state })
      return
    }
    const moved = startsAt + random.pick([-40, -10, 3, 20]) * 24 * HOUR
    const place = { movedFrom: [...movedFrom, { branchId, startsAt }] }
    await cloud.updateWhere('activities', { _id }, { startsAt: moved, endsAt: moved + HOUR, ...place })
  }

  private async changeMember(): Promise<void> {
    const { cloud, random } = this
    const { _id, memberships, exemptions, households, posts, cadre } = this.someMember()
    const today = dayOf(cloud.now())
    const from = addDays(today, -random.int(0, 60))
    const put = (change: Partial<Member>) => cloud.updateWhere('members', { _id }, change)
    const seat = { post: 'theory_group_member' as const, organisationId: 'unit1', from }
    switch (random.pick(['moves', 'moves', 'exemption', 'household', 'seat', 'cadre'] as const)) {
      case 'moves': {
        const branchId = random.pick(['branch1', 'branch2', 'branch3'])
        const before = memberships.map((one) =>
          one.to === undefined ? { ...one, to: addDays(today, -1) } : one,
        )
        await put({ memberships: [...before, { branchId, from: today }] })
        return
      }
      case 'exemption':
        await put({ exemptions: exemptions.length > 0 ? [] : [{ category: 'health', from }] })
        return
      case 'household':
        await put({ households: households.length > 0 ? [] : [{ householdId: 'h1', from }] })
        return
      case 'seat':
        await put({ posts: posts.some(({ post }) => post === seat.post) ? [] : [...posts, seat] })
        return
      case 'cadre':
        await put({
          cadre: cadre === 'county' ? 'section' : 'county',
          contactPoints: [{ branchId: 'branch2', from }],
        })
    }
  }

  /** A version more of some rule, from a month that is over, that runs or that comes; or one that ends it. */
  private async changeRule(): Promise<void> {
    const { cloud, random } = this
    const duties = this.all<Duty>('duties')
    const { id } = random.pick(duties)
    const latest = duties.filter((one) => one.id === id).reduce((a, b) => (a.version > b.version ? a : b))
    const version = latest.version + 1
    const validFrom = random.pick(['2026-01-01', '2026-08-01', '2026-09-01', '2026-10-01'])
    const { validTo: _, branchTypes: _types, ...rest } = latest
    const change: Partial<Duty> = random.pick([
      { minimum: random.pick([1, 2, 3]) },
      { minimum: null },
      { validTo: addDays(validFrom, -1) },
      { branchTypes: ['organ'] },
      id === 'practical_deed' ? { conditions: ['confirmed', 'each_side'] } : { minimum: 1 },
      id === 'community_service'
        ? { conditions: [...latest.conditions, 'theme_service_only'] }
        : { minimum: 2 },
    ])
    await cloud.insertOnce('duties', { ...rest, ...change, _id: `${id}@${version}`, version, validFrom })
  }

  private async changeOrganisation(): Promise<void> {
    const { cloud, random } = this
    const change: Partial<Organisation> = random.pick([
      { branchType: random.pick(['organ', 'enterprise'] as const) },
      { hasCommittee: random.chance(0.5) },
    ])
    await cloud.updateWhere('organisations', { _id: random.pick(['branch1', 'branch2']) }, change)
  }

  private async step(): Promise<void> {
    const dice = this.random.next()
    if (dice < 0.15) await this.addActivity()
    else if (dice < 0.5) await this.addFact()
    else if (dice < 0.62) await this.changeFact()
    else if (dice < 0.79) await this.changeActivity()
    else if (dice < 0.89) await this.changeMember()
    // Rarely: with it everything is computed anew, and nothing is left to be forgotten.
    else if (dice < 0.905) await this.changeRule()
    else if (dice < 0.915) await this.changeOrganisation()
    else this.cloud.emulator.clock.advance(this.random.pick([MINUTE, 7 * MINUTE, 2 * HOUR]))
  }
}
