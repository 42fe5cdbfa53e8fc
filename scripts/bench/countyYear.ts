import type { ActivityKind } from '@domain/contract/words'
import type { Activity } from '../../domain/activity/activity'
import type { Fact } from '../../domain/fact/fact'
import type { Member, Post } from '../../domain/org/member'
import type { Organisation } from '../../domain/org/organisation'
import { at } from '../../domain/testing/at'
import { aBranch, aFact, aGroup, aMember, anActivity } from '../../domain/testing/builders'
import { Random } from '../seed/random'

/** A branch with everything that happened in it in a year. */
export interface BranchYear {
  branch: Organisation
  groups: Organisation[]
  members: Member[]
  activities: Activity[]
  facts: Fact[]
}

/** 400 branches of 25 members in three groups: 10,000 members. */
export const BRANCHES = 400
const MEMBERS = 25
const GROUPS = 3
const COMMUNITIES = 40
const YEAR = 2026

const two = (n: number): string => String(n).padStart(2, '0')
const posts: Post['post'][] = ['secretary', 'organisation_officer', 'committee_member']

const membersOf = (branchId: string): Member[] =>
  Array.from({ length: MEMBERS }, (_, i) => {
    const _id = `${branchId}m${i}`
    const groupId = `${branchId}g${i % GROUPS}`
    const post = posts[i]
    return aMember({
      _id,
      order: i,
      alias: _id,
      memberships: [{ branchId, groupId, from: '2020-01-01' }],
      posts: post ? [{ post, organisationId: branchId, from: '2024-01-01' }] : [],
      // One of a branch is a leading cadre, two of five have a household, one was exempt for a quarter.
      ...(i === 0 ? { cadre: 'section' as const } : {}),
      communities: [{ communityId: `c${i % COMMUNITIES}`, kind: 'unit', from: '2020-01-01' }],
      households: i % 5 < 2 ? [{ householdId: `${_id}h`, from: '2024-01-01' }] : [],
      exemptions: i === 7 ? [{ category: 'health', from: `${YEAR}-03-01`, to: `${YEAR}-05-31` }] : [],
    })
  })

interface Plan {
  kind: ActivityKind
  day: string
  hostId: string
  hostType: Activity['hostType']
}

/** What the rules ask a branch to hold in a month, and the quarter's and the year's in their last month. */
const plansOf = (branchId: string, month: number): Plan[] => {
  const on = (kind: ActivityKind, day: number, hostId = branchId): Plan => ({
    kind,
    day: `${YEAR}-${two(month)}-${two(day)}`,
    hostId,
    hostType: hostId === branchId ? 'branch' : 'group',
  })
  const groups = Array.from({ length: GROUPS }, (_, g) => on('group_meeting', 12 + g, `${branchId}g${g}`))
  const monthly = [on('theme_party_day', 5), on('study', 10), on('committee_meeting', 3), ...groups]
  if (month % 3 !== 0) return monthly
  const quarterly = [on('general_meeting', 20), on('lecture', 21), on('seminar', 22)]
  if (month !== 12) return [...monthly, ...quarterly]
  return [...monthly, ...quarterly, on('org_life_meeting', 27), on('democratic_review', 28)]
}

const heldBy = (branchId: string, members: readonly Member[]): Activity[] =>
  Array.from({ length: 12 }, (_, i) => plansOf(branchId, i + 1)).flatMap((plans) =>
    plans.map(({ kind, day, hostId, hostType }) => {
      const startsAt = at(`${day} 15:00`)
      const _id = `${kind}-${hostId}-${day}`
      const expected = members.filter(({ memberships, posts: held }) => {
        if (kind === 'committee_meeting') return held.length > 0
        return hostType === 'branch' || memberships[0]?.groupId === hostId
      })
      return anActivity({
        _id,
        kind,
        hostId,
        hostType,
        branchId,
        startsAt,
        state: 'recorded',
        topic: '学习',
        lecturerId: members[0]?._id ?? '',
        carries: kind === 'theme_party_day' ? ['study'] : [],
        expected: expected.map(({ _id: memberId, standing }) => ({ memberId, standing })),
      })
    }),
  )

/** A service a week in every community. */
export const servicesOf = (): Activity[] =>
  Array.from({ length: COMMUNITIES * 48 }, (_, i) => {
    const day = `${YEAR}-${two((i % 12) + 1)}-${two((Math.floor(i / 12) % 4) * 7 + 4)}`
    const hostId = `c${Math.floor(i / 48)}`
    const place = { hostId, branchId: hostId, hostType: 'community' as const }
    const startsAt = at(`${day} 09:00`)
    return anActivity({ _id: `s${i}`, kind: 'community_service', ...place, startsAt, expected: [] })
  })

/** Registrations are mostly there, the rest of what the month asks for too; a few wait or are struck out. */
function factsOf(members: readonly Member[], held: readonly Activity[], services: readonly Activity[]) {
  const random = new Random('county-year', members[0]?._id ?? '')
  const facts: Fact[] = []
  const put = (fact: Fact) => {
    if (!random.chance(0.8)) return
    const dice = random.next()
    if (dice < 0.02) facts.push({ ...fact, annulled: { at: fact.occurredAt, by: 'x', reason: '重复' } })
    else if (dice < 0.04) facts.push({ ...fact, way: 'backfill', confirmed: null })
    else facts.push(fact)
  }
  for (const { _id: activityId, kind, startsAt, expected, branchId, hostId } of held)
    for (const { memberId } of expected)
      put(aFact({ memberId, activityId, activityKind: kind, occurredAt: startsAt, branchId, hostId }))
  for (const { _id: memberId, memberships, households, communities = [] } of members)
    for (let month = 1; month <= 12; month += 1) {
      const branchId = memberships[0]?.branchId ?? ''
      const day = (n: number) => at(`${YEAR}-${two(month)}-${two(n)} 18:30`)
      const key = `${YEAR}-${two(month)}`
      const tick = { kind: 'tick' as const, dutyId: 'dues', periodKey: key, occurredAt: day(2) }
      put({ ...aFact({ memberId, branchId, ...tick }), _id: `dues_${memberId}_${key}` })
      for (const n of [8, 18])
        for (const { householdId } of households) {
          const visit = aFact({ memberId, branchId, kind: 'visit', householdId, occurredAt: day(n) })
          put({ ...visit, _id: `${householdId}_${memberId}_${visit.occurredOn}` })
        }
      const ofMonth = services.filter(
        ({ hostId }, i) => hostId === communities[0]?.communityId && i % 12 === month - 1,
      )
      const service = ofMonth[random.int(0, ofMonth.length - 1)]
      if (!service) continue
      const { _id: activityId, startsAt: occurredAt, hostId } = service
      const of = { memberId, branchId, hostId, activityId, activityKind: service.kind, occurredAt }
      put(aFact(of))
      if (month % 3 === 0) put({ ...aFact({ ...of, kind: 'leave' }), _id: `${activityId}_${memberId}_leave` })
      if (month === 6)
        put({
          ...aFact({ memberId, branchId, kind: 'deed', occurredAt: day(15) }),
          _id: `deed_${memberId}`,
          confirmed: { at: day(16), by: 'x' },
          detail: { title: '修路灯', beneficiary: 'community', state: 'finished' },
        })
    }
  return facts
}

/** One branch's year; the same number gives the same bytes. */
export function branchYear(number: number, services: readonly Activity[]): BranchYear {
  const branchId = `b${number}`
  const branch = aBranch({ _id: branchId, order: number, parentId: `u${Math.floor(number / 10)}` })
  const groups = Array.from({ length: GROUPS }, (_, g) =>
    aGroup({ _id: `${branchId}g${g}`, parentId: branchId, order: g }),
  )
  const members = membersOf(branchId)
  const held = heldBy(branchId, members)
  const facts = factsOf(members, held, services)
  const attended = new Set(facts.flatMap(({ activityId }) => activityId ?? []))
  return {
    branch,
    groups,
    members,
    activities: [...held, ...services.filter(({ _id }) => attended.has(_id))],
    facts,
  }
}
