import type { Activity } from '@domain/activity/activity'
import { defaultDuties } from '@domain/duty/defaultDuties'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import { planChange } from '@domain/org/change/planChange'
import type { Planned } from '@domain/org/change/change'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { placeMember } from '@domain/org/placeMember'
import { treeOf } from '@domain/org/tree'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { demoBranchName, committeeBranchName, countyLeaderBranchName } from '../../../scripts/seed/identities'
import { demoDocuments } from '../../../scripts/seed/seed'
import { dayAt, placeOn, type Rows } from './rows'

/** The year before is over and closed; what was held in January for it is there. */
export const LOOKED_AT = at('2027-01-18 10:00')
const MERGED_ON = '2026-07-01'
const FOUNDED_ON = '2026-05-20'
const GROUP_FOUNDED_ON = '2026-04-20'
const named = [demoBranchName, committeeBranchName, countyLeaderBranchName]

export interface PlantedYear extends Rows {
  /** Every other collection of the demo county. */
  others: Record<string, object[]>
  mergedId: string
  foundedId: string
}

const rule = (id: string, change: Partial<Duty> & { validFrom: string }): Duty => {
  const first = defaultDuties.find((one) => one.id === id)
  if (!first) throw new Error(`no rule ${id}`)
  return { ...first, ...change, _id: `${id}@2`, version: 2 }
}

/** More of one, less of another, a condition, a type of branches alone, and one that ends. */
const newRules: Duty[] = [
  rule('theme_party_day', { validFrom: '2026-07-01', minimum: 2 }),
  rule('household_visit', { validFrom: '2026-05-01', minimum: 1 }),
  rule('member_study', { validFrom: '2026-09-01', minimum: 2 }),
  rule('community_service', {
    validFrom: '2026-08-01',
    conditions: ['hosted_by_community', 'confirmed', 'theme_service_only'],
  }),
  rule('theme_seminar', { validFrom: '2026-10-01', branchTypes: ['organ'] }),
  rule('group_meeting', { validFrom: '2026-06-01', validTo: '2026-10-31' }),
]

/** The county as the months went by, written over what the demo history would have been without them. */
class Year {
  private readonly organisations: Map<string, Organisation>
  private readonly members: Map<string, Member>
  facts: Fact[]
  activities: Activity[]

  constructor(rows: Rows) {
    this.organisations = new Map(rows.organisations.map((one) => [one._id, one]))
    this.members = new Map(rows.members.map((one) => [one._id, one]))
    this.facts = rows.facts
    this.activities = rows.activities
  }

  get rows() {
    return {
      organisations: [...this.organisations.values()],
      members: [...this.members.values()],
      activities: this.activities,
      facts: this.facts,
    }
  }

  /** Branches nobody else's test or page speaks of, in 组织序列. */
  branches(): Organisation[] {
    return [...this.organisations.values()].filter(
      ({ type, name }) => type === 'branch' && !named.includes(name),
    )
  }

  membersOf(branchId: string, day: string): Member[] {
    return [...this.members.values()].filter((one) => placeOn(one, day)?.branchId === branchId)
  }

  take(done: Planned | string): void {
    if (typeof done === 'string') throw new Error(done)
    for (const one of done.organisations) this.organisations.set(one._id, one)
    for (const one of done.members) this.members.set(one._id, one)
  }

  change(change: Parameters<typeof planChange>[0], on: string, newId = ''): void {
    const { organisations, members } = this.rows
    this.take(planChange(change, { tree: treeOf(organisations), members, on, newId }))
  }

  /** Facts stand under the branch of their day. */
  settle(): void {
    this.facts = this.facts.map((fact) => {
      const member = this.members.get(fact.memberId)
      const branchId = (member && placeOn(member, fact.occurredOn)?.branchId) ?? fact.branchId
      const hostId = fact.hostId === fact.branchId ? branchId : fact.hostId
      return branchId === fact.branchId ? fact : { ...fact, branchId, hostId }
    })
  }

  /** What a branch that is no more would have held; its groups go on elsewhere. */
  endMeetings(branchId: string, intoId: string, on: string): void {
    const isLater = (one: Activity) => one.branchId === branchId && dayAt(one.startsAt) >= on
    const gone = new Set(
      this.activities.filter((one) => isLater(one) && one.hostType !== 'group').map(({ _id }) => _id),
    )
    this.activities = this.activities
      .filter(({ _id }) => !gone.has(_id))
      .map((one) => (isLater(one) ? { ...one, branchId: intoId } : one))
    this.facts = this.facts.filter(({ activityId = '' }) => !gone.has(activityId))
  }

  move(member: Member, branchId: string, on: string): void {
    this.members.set(member._id, placeMember(member, { branchId }, on))
  }

  /** A 主题党日 a month of a branch without a history, to which half of it comes. */
  hold(branchId: string, months: readonly string[]): void {
    for (const month of months) {
      const startsAt = at(`${month}-12 15:00`)
      const expected = this.membersOf(branchId, `${month}-12`)
      const _id = `planted_${branchId}_${month}`
      this.activities.push(
        anActivity({
          ...{
            _id,
            branchId,
            hostId: branchId,
            hostType: 'branch',
            kind: 'theme_party_day',
            carries: ['study'],
          },
          ...{ startsAt, endsAt: startsAt + 5_400_000, state: 'recorded', title: `${month}主题党日` },
          expected: expected.map(({ _id: memberId, standing }) => ({ memberId, standing })),
        }),
      )
      for (const [index, { _id: memberId }] of expected.entries())
        if (index % 2 === 0)
          this.facts.push(
            aFact({
              memberId,
              activityId: _id,
              activityKind: 'theme_party_day',
              occurredAt: startsAt,
              branchId,
              hostId: branchId,
            }),
          )
    }
  }

  /** Called off, entered afterwards, still waited for; for the year before; struck out; without a word of a second person. */
  disturb(): void {
    const word = { at: LOOKED_AT, by: 'somebody' }
    let meetings = 0
    this.activities = this.activities.map((one): Activity => {
      if (dayAt(one.startsAt) > '2026-12-31' || one.hostType === 'community') return one
      meetings += 1
      if (meetings % 31 === 0) return { ...one, state: 'cancelled' }
      if (meetings % 23 === 0) return { ...one, late: { ...word, asked: one.branchId, confirmed: null } }
      if (meetings % 17 === 0) return { ...one, late: { ...word, asked: one.branchId, confirmed: word } }
      if (one.kind === 'democratic_review' && meetings % 3 === 0) {
        const startsAt = at('2027-01-12 15:00')
        return { ...one, forYear: 2026, startsAt, endsAt: startsAt + 5_400_000 }
      }
      return one
    })
    this.facts = this.facts.map((fact, index) => {
      if (fact.kind === 'enrolment' || fact.kind === 'leave') return fact
      if (index % 41 === 0) return { ...fact, annulled: { ...word, reason: '' } }
      if (index % 43 === 0) return { ...fact, way: 'backfill', confirmed: null }
      if (index % 47 === 0) return { ...fact, way: 'backfill', confirmed: word }
      return fact
    })
  }
}

/** The demo county a year on, with a branch merged and one founded, a group founded, ten people moved, six rules changed, and what meetings and facts may become. */
export async function plantedYear(): Promise<PlantedYear> {
  const documents = await demoDocuments({ size: 'county', now: LOOKED_AT })
  const { organisations, members, duties, activities, facts, ...others } = documents as unknown as Rows &
    Record<string, object[]>
  const year = new Year({ organisations, members, duties, activities, facts })
  const branches = year.branches()
  const [merged, into, parent, ...rest] = [
    branches[20],
    branches[21],
    branches[30],
    ...branches.slice(35, 47),
  ]
  if (!merged || !into || !parent) throw new Error('too few branches')
  const foundedId = 'planted_branch'
  year.change(
    {
      what: 'found',
      type: 'branch',
      parentId: parent.parentId ?? '',
      name: '县直联合党支部',
      branchType: 'institution',
    },
    FOUNDED_ON,
    foundedId,
  )
  year.change(
    { what: 'found', type: 'group', parentId: parent._id, name: '新设党小组' },
    GROUP_FOUNDED_ON,
    'planted_group',
  )
  year.change({ what: 'merge', organisationId: into._id, fromIds: [merged._id] }, MERGED_ON)
  year.endMeetings(merged._id, into._id, MERGED_ON)
  const days = [
    '2026-02-28',
    '2026-03-01',
    '2026-05-20',
    '2026-06-30',
    '2026-08-16',
    '2026-10-01',
    '2026-12-31',
  ]
  for (const [index, branch] of rest.entries()) {
    const [, second, third] = year.membersOf(branch._id, '2026-01-01')
    const to = rest[(index + 1) % rest.length]
    if (second && to) year.move(second, to._id, days[index % days.length] ?? '')
    if (third) year.move(third, foundedId, FOUNDED_ON)
  }
  year.hold(foundedId, ['2026-06', '2026-07', '2026-09', '2026-10', '2026-12'])
  year.settle()
  year.disturb()
  return {
    ...year.rows,
    duties: [...duties, ...newRules],
    others,
    mergedId: merged._id,
    foundedId,
  }
}
