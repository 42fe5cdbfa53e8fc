import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { communityIdsOn } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { at, dayAt, type Month, saturdaysOf } from './calendar'
import { demoMonth, demoRegister, demoRows } from './demoMonth'
import { extraFacts, extraPlans, writtenTitle } from './demoServices'
import { knownAt } from './facts'
import { demoPlaces } from './identities'
import type { Happened } from './meeting'
import { enrolment, participation } from './participation'
import { type People, reliability } from './people'
import { Random } from './random'
import { service } from './service'

/** Two Saturdays a month: the first and third, or the second and fourth, as the community keeps it. */
function saturdaysFor(community: Organisation, month: Month): string[] {
  const isDemo = community.name === demoPlaces['demo-community']
  const even = isDemo || new Random('saturdays', community._id).chance(0.5)
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

/** From the demo month on: those who came mostly said so before, and some who said so did not come. The demo member has yet to. */
function enrolments(activity: Activity, people: People, came: ReadonlySet<string>): Fact[] {
  if (dayAt(activity.startsAt) < `${demoMonth}-01`) return []
  return people.all.flatMap((member) => {
    const { _id, order } = member
    if (_id === demoRegister('demo-member') || !people.isBound(_id, activity.publishedAt ?? 0)) return []
    const isNear = communityIdsOn(member, dayAt(activity.startsAt)).includes(activity.hostId)
    const chance = came.has(_id) ? 0.7 : isNear ? 0.12 : 0
    return new Random('enrols', activity._id, order).chance(chance) ? (enrolment(member, activity) ?? []) : []
  })
}

/** A month's services as each community keeps its Saturdays, by community. */
function saturdayServices(communities: Organisation[], month: Month, now: number): Map<string, Activity[]> {
  return new Map(
    communities.map((community) => {
      const plans = saturdaysFor(community, month).map((day) =>
        service({ community, startsAt: at(day, 9), ...writtenTitle(community, day) }, now),
      )
      return [community._id, plans.filter((activity) => activity !== null)]
    }),
  )
}

/** The communities' services of a month, who enrolled and who took part. */
export function servicesOf(
  communities: Organisation[],
  month: Month,
  people: People,
  now: number,
): Happened[] {
  const byHost = saturdayServices(communities, month, now)
  const all = [...byHost.values()].flat()
  const held = all.filter((activity) => activity.state !== 'cancelled')
  const facts = new Map<Activity, Fact[]>(all.map((activity) => [activity, []]))
  for (const member of people.all) {
    for (const activity of chosen(
      member,
      month,
      byHost.get(member.communities?.[0]?.communityId ?? '') ?? [],
      held,
      now,
    )) {
      const fact = participation(member, activity, people)
      if (fact) facts.get(activity)?.push(fact)
    }
  }
  for (const plan of extraPlans(communities, month)) {
    const activity = service(plan, now)
    if (!activity) continue
    const day = dayAt(activity.startsAt)
    const sameDay = [...facts.values()].flat().filter((fact) => fact.occurredOn === day)
    facts.set(activity, extraFacts(activity, people, new Set(sameDay.map((fact) => fact.memberId))))
  }
  return [...facts].map(([activity, came]) => {
    const enrolled = enrolments(activity, people, new Set(came.map((fact) => fact.memberId)))
    return { activity, facts: knownAt([...came, ...enrolled], now) }
  })
}
