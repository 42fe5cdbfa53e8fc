import type { Activity } from '@domain/activity/activity'
import type { Way } from '@domain/contract/words'
import type { Fact } from '@domain/fact/fact'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { County } from './buildCounty'
import { memberId } from './buildHouseholds'
import { type Month, monthsUntil } from './calendar'
import { visitingLecturer } from './contactPoints'
import { deedsOf } from './deeds'
import { demoArrivals, demoMonth, demoRegister, demoRows, onLeaveToday, quiet } from './demoMonth'
import { duesOf } from './dues'
import { demoBranchName, demoRegisters } from './identities'
import { madeUp, makeUpsOf } from './makeUps'
import { happen, type Happened } from './meeting'
import { branchOn, type People, peopleOf } from './people'
import type { Plan, Turnout } from './plan'
import { branchPlans, type BranchScene } from './schedule'
import { servicesOf } from './services'
import { unitPlans, unitScenes } from './unitPlans'
import { visitsOf } from './visits'

export interface History {
  activities: Activity[]
  facts: Fact[]
}

function sceneOf(branch: Organisation, county: County, people: People): BranchScene {
  const ever = people.ofBranch(branch._id)
  return {
    branch,
    groups: county.organisations.filter((o) => o.type === 'group' && o.parentId === branch._id),
    cast: people.cast(branch._id),
    isDemo: branch.name === demoBranchName,
    membersOn: (day) => ever.filter((member) => branchOn(member, day) === branch._id),
    groupOn: (member, day) => membershipOn(member, day)?.groupId,
    visitingLecturer(quarter) {
      const id = visitingLecturer(branch.name, quarter)
      return people.all.some(({ _id }) => _id === id) ? id : undefined
    },
  }
}

/** The demo leader's group on the 24th. */
const secondMeeting = 'o160|group_meeting|2026-09-24'

const documented = Object.values(demoRegisters).map((register) => memberId(register))

/** Written rows speak of the way; whoever has no WeChat identity was ticked. The late entry waits for the secretary's word. */
function written(way: Way | null, bound: boolean): Turnout {
  if (way === null) return 'absent'
  if (way === 'backfill') return { way, waitsFor: demoRegister('demo-secretary') }
  return { way: bound || way === 'paper' ? way : 'roll_call' }
}

/** Who came to the demo branch's meetings of the demo month is written down, not drawn. */
function byHand(plan: Plan, people: People): Plan {
  const turnout: Plan['turnout'] = new Map()
  const demoMember = demoRegister('demo-member')
  for (const id of documented) turnout.set(id, { way: 'scan' })
  if (plan.kind === 'study') {
    for (const [id, row] of demoRows) turnout.set(id, written(row.study, people.isBound(id, plan.startsAt)))
  }
  if (plan.kind === 'theme_party_day') for (const id of onLeaveToday) turnout.set(id, 'leave')
  if (plan.key === secondMeeting) turnout.set(demoMember, 'leave')
  const minutes = demoArrivals[plan.title]
  if (minutes !== undefined) turnout.set(demoMember, { way: 'scan', minutes })
  // The study's record is not yet confirmed: the organisation officer settles who is missing and does it.
  return { ...plan, turnout, leftClosed: plan.kind === 'study' }
}

function meetingsOf(county: County, month: Month, people: People, now: number): Happened[] {
  return county.organisations
    .filter((o) => o.type === 'branch' && isActiveOn(o, `${month.key}-01`))
    .flatMap((branch) => {
      const scene = sceneOf(branch, county, people)
      const plans = branchPlans(scene, month)
      if (!scene.isDemo) return plans
      return plans.map((plan) => (month.key === demoMonth ? byHand(plan, people) : beforeIt(plan, month)))
    })
    .flatMap((plan) => happen(plan, people, now) ?? [])
}

/** The demo branch's months before: who stayed away from all of it, and who missed the study that was made up. */
function beforeIt(plan: Plan, { key }: Month): Plan {
  const turnout: Plan['turnout'] = new Map()
  if (quiet.months.includes(key)) turnout.set(quiet.memberId, 'absent')
  if (plan.kind === 'study')
    for (const { memberId: id, month } of madeUp) if (month === key) turnout.set(id, 'absent')
  return { ...plan, turnout }
}

/** Everything that happened from the first of January 2026 until `now`, and what is published of the days ahead. */
export function historyOf(county: County, now: number): History {
  const people = peopleOf(county)
  const months = monthsUntil(now)
  const communities = county.organisations.filter((o) => o.type === 'community')
  const units = unitScenes(county.organisations, county.members)
  const villageOf = new Map(county.households.map((h) => [h._id, h.villageId]))
  const activities: Activity[] = []
  const facts: Fact[] = []
  for (const month of months) {
    const happened = [
      ...meetingsOf(county, month, people, now),
      ...units.flatMap((unit) => unitPlans(unit, month)).flatMap((plan) => happen(plan, people, now) ?? []),
      ...servicesOf(communities, month, people, now),
    ]
    for (const each of happened) {
      activities.push(each.activity)
      facts.push(...each.facts)
    }
    facts.push(...visitsOf(month, people, county.households, now), ...duesOf(month, people, now))
  }
  for (const year of new Set(months.map((month) => month.year))) {
    facts.push(...deedsOf(year, people, villageOf, now))
  }
  const demoBranch = county.organisations.find(({ name }) => name === demoBranchName)
  facts.push(...makeUpsOf(activities, demoBranch?._id, now))
  return { activities, facts }
}
