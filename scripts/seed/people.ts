import type { Member } from '@domain/org/member'
import { isInForce, membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import type { County } from './buildCounty'
import { Random } from './random'

/** Those who hold something in a branch. A small branch without officers is run by its secretary. */
export interface Cast {
  secretaryId: string
  /** 组织委员, else the secretary: plans, ticks, keeps the record. */
  organiserId: string
  committeeIds: string[]
  leaderOf: Map<string, string>
  lecturerIds: string[]
}

/** Questions about the county's people that every part of the history asks. */
export interface People {
  all: Member[]
  /** Members whose register ever named the branch. */
  ofBranch(branchId: string): Member[]
  cast(branchId: string): Cast
  /** Whether a member could scan at that time. */
  isBound(memberId: string, instant: number): boolean
}

const committeePosts = ['secretary', 'deputy_secretary', 'organisation_officer', 'publicity_officer']

function castOf(branchId: string, members: Member[]): Cast {
  const holding = (post: string) =>
    members.find((m) => m.posts.some((p) => p.post === post && p.organisationId === branchId))?._id
  const secretaryId = holding('secretary')
  if (secretaryId === undefined) throw new Error(`branch ${branchId} has no secretary`)
  const committee = members.filter((m) =>
    m.posts.some((p) => p.organisationId === branchId && committeePosts.includes(p.post)),
  )
  const leaders = members.flatMap((m) =>
    m.posts.filter((p) => p.post === 'group_leader').map((p): [string, string] => [p.organisationId, m._id]),
  )
  const cadres = members.filter((m) => m.cadre !== undefined).map((m) => m._id)
  return {
    secretaryId,
    organiserId: holding('organisation_officer') ?? secretaryId,
    committeeIds: committee.map((m) => m._id),
    leaderOf: new Map(leaders),
    lecturerIds: cadres.length > 0 ? cadres : [secretaryId],
  }
}

export function peopleOf(county: County): People {
  const byBranch = new Map<string, Member[]>()
  for (const member of county.members) {
    for (const branchId of new Set(member.memberships.map((m) => m.branchId))) {
      byBranch.set(branchId, [...(byBranch.get(branchId) ?? []), member])
    }
  }
  const casts = new Map<string, Cast>()
  const bound = new Map(county.identities.map((i) => [i.memberId, i.boundAt ?? Infinity]))
  const ofBranch = (branchId: string): Member[] => byBranch.get(branchId) ?? []
  return {
    all: county.members,
    ofBranch,
    cast(branchId) {
      const known = casts.get(branchId)
      if (known) return known
      const cast = castOf(branchId, ofBranch(branchId))
      casts.set(branchId, cast)
      return cast
    },
    isBound: (memberId, instant) => (bound.get(memberId) ?? Infinity) <= instant,
  }
}

export const branchOn = (member: Member, day: Day): string | undefined => membershipOn(member, day)?.branchId

/** How surely a member turns up: most nearly always, a few rarely; the same person is the same all year. */
export function reliability(member: Member): number {
  const random = new Random('reliability', member.order)
  const kind = random.next()
  if (kind < 0.03) return 0.45 + random.next() * 0.15
  return kind < 0.14 ? 0.72 + random.next() * 0.12 : 0.95 + random.next() * 0.05
}

const absentByCategory: Record<string, number> = {
  health: 0,
  maternity: 0,
  abroad: 0,
  old_age: 0.35,
  resident_in_village: 0.2,
  mobile: 0.3,
}

/** The exemption in force on a day; it does not keep anybody from coming, it makes it rarer. */
export const exemptionOn = (member: Member, day: Day) => member.exemptions.find((e) => isInForce(e, day))

export function comesToMeetings(member: Member, day: Day): number {
  const exemption = exemptionOn(member, day)
  return reliability(member) * (exemption ? (absentByCategory[exemption.category] ?? 1) : 1)
}

/** Service, visits and deeds go on for those who live in the village or work elsewhere. */
export function goesOut(member: Member, day: Day): boolean {
  const category = exemptionOn(member, day)?.category
  return category === undefined || category === 'resident_in_village'
}
