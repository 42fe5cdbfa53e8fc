import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { communityIdsOn } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { memberId } from './buildHouseholds'
import { at, dayAt, type Month } from './calendar'
import { demoMonth, demoRegister } from './demoMonth'
import { demoPlaces } from './identities'
import { participation, unconfirmed } from './participation'
import type { People } from './people'
import { Random } from './random'
import type { ServicePlan } from './service'

const demoCommunity = demoPlaces['demo-community']

/** The service that waits for its batch. */
const waitingSince = at('2026-09-19', 9)

/** Whose poster scan or line on the list the staff have not looked at yet; minutes relative to the beginning. */
const waiting: [register: number, way: 'poster' | 'paper', minutes: number][] = [
  [511, 'poster', -8],
  [516, 'poster', -6],
  [631, 'paper', -5],
  [648, 'paper', -5],
  [510, 'poster', -3],
  [202, 'poster', 1],
  [201, 'paper', 2],
]
const unseen = new Map(waiting.map(([register, way, minutes]) => [memberId(register), { way, minutes }]))

/** Scanned the code on the staff's phone, whatever chance says of the rest. */
const scanned = new Set([512, 632, 647].map((register) => memberId(register)))

/** 滨河社区 on the last Saturday of the demo month: what the demo member's page offers. */
const offered = { day: '2026-09-26', title: '清洁家园' }

export const writtenTitle = (community: Organisation, day: string): { title?: string } =>
  community.name === demoCommunity && day === offered.day ? { title: offered.title } : {}

/** What the demo community does besides its two Saturdays: one service that waits for its batch, one that begins today. */
export function extraPlans(communities: Organisation[], month: Month): ServicePlan[] {
  const community = communities.find(({ name }) => name === demoCommunity)
  if (!community || month.key !== demoMonth) return []
  return [
    { community, startsAt: waitingSince, title: '敬老助餐', leftClosed: true },
    { community, startsAt: at('2026-09-22', 16), title: '反诈宣传', limit: 20 },
  ]
}

/** Who comes: a few of the community's own, and to the one that waits those written here. `elsewhere`: who is at another service that day. */
export function extraFacts(activity: Activity, people: People, elsewhere: ReadonlySet<string>): Fact[] {
  const waits = activity.startsAt === waitingSince
  const demoMember = demoRegister('demo-member')
  const comes = (member: Member): boolean => {
    const { _id, order } = member
    if (waits && scanned.has(_id)) return true
    if (
      _id === demoMember ||
      !communityIdsOn(member, dayAt(activity.startsAt)).includes(activity.hostId) ||
      elsewhere.has(_id)
    )
      return false
    return new Random('extra', activity._id, order).chance(0.1)
  }
  return people.all.flatMap((member) => {
    const written = waits ? unseen.get(member._id) : undefined
    if (written) return unconfirmed(member, activity, written.way, written.minutes) ?? []
    return comes(member) ? (participation(member, activity, people, waits) ?? []) : []
  })
}
