import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import type { Fact } from '@domain/progress/fact'
import { at, DAY, dayAt, HOUR, MINUTE, type Month, PLANNED_AHEAD_MS, saturdaysOf } from './calendar'
import { demoMonth, demoRows } from './demoMonth'
import { aFactOf, knownAt } from './facts'
import type { Happened } from './meeting'
import { branchOn, goesOut, type People, reliability } from './people'
import { opaqueId, Random } from './random'
import { services } from './texts'

/** 滨河社区 on the last Saturday of the demo month: what the demo member's page offers. */
const offered = { community: '滨河社区党委', day: '2026-09-26', title: '清洁家园' }

function service(community: Organisation, startsAt: number, now: number): Activity | null {
  const day = dayAt(startsAt)
  const random = new Random('service', community._id, day)
  const title =
    community.name === offered.community && day === offered.day ? offered.title : random.pick(services)
  const cancelled = !day.startsWith(demoMonth) && random.chance(0.02)
  const publishedAt = at(dayAt(startsAt - PLANNED_AHEAD_MS), 10)
  if (publishedAt > now) return null
  const endsAt = startsAt + 2 * HOUR
  const ended = now >= endsAt
  const state = cancelled ? 'cancelled' : ended ? 'recorded' : now >= startsAt ? 'open' : 'published'
  const last = cancelled ? startsAt - DAY : ended ? endsAt + 30 * MINUTE : publishedAt
  return {
    _id: opaqueId('a', community._id, day),
    kind: 'community_service',
    title,
    hostId: community._id,
    hostType: 'community',
    branchId: community._id,
    state: cancelled && last > now ? 'published' : state,
    startsAt,
    endsAt,
    place: `${community.name.replace('党委', '')}${random.pick(['党群服务中心', '文化广场', '居民活动室'])}`,
    carries: [],
    agenda: [],
    expected: [],
    ...(state !== 'recorded' && { codeKey: random.hex(32) }),
    absences: [],
    createdBy: community._id,
    publishedAt,
    ...(ended && !cancelled && { openedAt: startsAt - 15 * MINUTE, closedAt: endsAt, recordedAt: last }),
    ...(cancelled && last <= now && { cancelledAt: last }),
    nonce: random.word(12),
    updatedAt: new Date(Math.min(last, now)),
  }
}

/** Two Saturdays a month: the first and third, or the second and fourth, as the community keeps it. */
function saturdaysFor(community: Organisation, month: Month): string[] {
  const even = community.name === offered.community || new Random('saturdays', community._id).chance(0.5)
  return saturdaysOf(month).filter((_, i) => i < 4 && i % 2 === (even ? 1 : 0))
}

/** Which of the month's services a member goes to: mostly one of the own community's, now and then two or another's. */
function chosen(member: Member, month: Month, own: Activity[], others: Activity[], now: number): Activity[] {
  const held = own.filter((activity) => activity.state !== 'cancelled')
  const demo = month.key === demoMonth ? demoRows.get(member._id) : undefined
  if (demo) return demo.service ? held.filter((activity) => activity.startsAt < now).slice(0, 1) : []
  const random = new Random('service', member.order, month.key)
  if (!random.chance(0.94 * reliability(member))) return []
  if (random.chance(0.07) && others.length > 0) return [random.pick(others)]
  if (held.length === 0) return []
  const first = random.int(0, held.length - 1)
  return random.chance(0.08) ? held : held.slice(first, first + 1)
}

/** A code shown by staff confirms by itself; a list is confirmed by the community a day or two later. */
function participation(member: Member, activity: Activity, people: People): Fact | null {
  const day = dayAt(activity.startsAt)
  const branchId = branchOn(member, day)
  if (!branchId || !goesOut(member, day)) return null
  const random = new Random('part', activity._id, member.order)
  const scans = people.isBound(member._id, activity.startsAt) && random.chance(0.92)
  const occurredAt = activity.startsAt + random.int(-12, 20) * MINUTE + random.int(0, 59_999)
  const later = activity.endsAt + random.int(3, 50) * HOUR
  return aFactOf(`${activity._id}_${member._id}`, {
    kind: 'attendance',
    memberId: member._id,
    branchId,
    hostId: activity.hostId,
    activityId: activity._id,
    activityKind: activity.kind,
    occurredAt: scans ? occurredAt : activity.startsAt,
    recordedAt: scans ? occurredAt : activity.endsAt + 10 * MINUTE,
    way: scans ? 'scan' : 'paper',
    by: scans ? member._id : activity.hostId,
    confirmed: { at: scans ? occurredAt : later, by: activity.hostId },
  })
}

/** The communities' services of a month and who took part. */
export function servicesOf(
  communities: Organisation[],
  month: Month,
  people: People,
  now: number,
): Happened[] {
  const byHost = new Map<string, Activity[]>()
  for (const community of communities) {
    const plans = saturdaysFor(community, month).map((day) => service(community, at(day, 9), now))
    byHost.set(
      community._id,
      plans.filter((activity) => activity !== null),
    )
  }
  const all = [...byHost.values()].flat()
  const held = all.filter((activity) => activity.state !== 'cancelled')
  const facts = new Map<string, Fact[]>(all.map((activity) => [activity._id, []]))
  for (const member of people.all) {
    const own = byHost.get(member.communityId ?? '') ?? []
    for (const activity of chosen(member, month, own, held, now)) {
      const fact = participation(member, activity, people)
      if (fact) facts.get(activity._id)?.push(fact)
    }
  }
  return all.map((activity) => ({ activity, facts: knownAt(facts.get(activity._id) ?? [], now) }))
}
