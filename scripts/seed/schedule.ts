import { yearOf } from '@domain/activity/forYear'
import { suggestTitle } from '@domain/activity/suggestTitle'
import type { ActivityKind } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import type { Day } from '@domain/time/day'
import { at, dateIn, freeWorkday, HOUR, type Month } from './calendar'
import type { Cast } from './people'
import type { Plan } from './plan'
import { Random } from './random'
import { agendas, groupPlaces, lectureTopics, places, seminarTopics } from './texts'

/** A branch and its people, as the calendar needs them. */
export interface BranchScene {
  branch: Organisation
  groups: Organisation[]
  cast: Cast
  isDemo: boolean
  membersOn(day: Day): Member[]
  groupOn(member: Member, day: Day): string | undefined
  /** A county leader whose 联系点 the branch is gives its lecture of that quarter. */
  visitingLecturer(quarter: string): string | undefined
}

const hours: Partial<Record<ActivityKind, [hour: number, minute: number]>> = {
  theme_party_day: [15, 0],
  study: [9, 0],
  group_meeting: [10, 30],
  committee_meeting: [8, 40],
  general_meeting: [10, 0],
  lecture: [14, 30],
}

/** In the demo branch everything begins at 15:00, in the room that the pages show. */
const demoPlace = '局三楼会议室'
const demoGroupPlaces = ['205 办公室', '302 办公室', '306 办公室']

/** A few branches leave things out; the others hardly ever do. */
function leavesOut(scene: BranchScene, kind: ActivityKind, key: string): boolean {
  if (scene.isDemo) return false
  const lax = new Random('lax', scene.branch._id).chance(0.1)
  const often = kind === 'theme_party_day' ? 0.12 : 0.3
  return new Random('leaves out', scene.branch._id, kind, key).chance(lax ? often : 0.015)
}

interface Details {
  carries?: ActivityKind[]
  topic?: string
  lecturerId?: string
  host?: Organisation
  expected?: Member[]
}

function plan(scene: BranchScene, kind: ActivityKind, day: Day, details: Details = {}): Plan {
  const { branch, cast, isDemo } = scene
  const host = details.host ?? branch
  const key = `${host._id}|${kind}|${day}`
  const [hour, minute] = (isDemo ? undefined : hours[kind]) ?? [15, 0]
  const startsAt = at(day, hour, minute)
  const leaderId = cast.leaderOf.get(host._id)
  const { host: _host, expected, carries = [], ...rest } = details
  const demoRoom = demoGroupPlaces[scene.groups.indexOf(host)] ?? demoPlace
  const room = new Random('room', host._id).pick(host === branch ? places : groupPlaces)
  return {
    key,
    kind,
    title: suggestTitle(kind, startsAt, host.name, yearOf({ kind, startsAt }) ?? undefined),
    hostId: host._id,
    hostType: host.type,
    branchId: branch._id,
    startsAt,
    endsAt: startsAt + 1.5 * HOUR,
    place: isDemo ? demoRoom : room,
    chairId: leaderId ?? cast.secretaryId,
    recorderId: leaderId ?? cast.organiserId,
    organiserId: leaderId ?? cast.organiserId,
    witnessIds: cast.committeeIds,
    expected: expected ?? scene.membersOn(day),
    carries,
    agenda: (agendas[kind] ?? []).map(([text, minutes]) => ({ text, minutes })),
    rate: 0.93 + new Random('rate', key).next() * 0.06,
    turnout: new Map(),
    leftClosed: false,
    ...rest,
  }
}

/** A branch's dates of one month; a second meeting never falls on a taken day. */
class Days {
  private readonly taken = new Set<Day>()
  constructor(
    private readonly scene: BranchScene,
    private readonly month: Month,
  ) {}

  /** The demo branch's date is given, others draw one. */
  next(kind: ActivityKind, demoDate: number, from: number, to: number): Day {
    const { branch, isDemo } = this.scene
    const date = isDemo ? demoDate : new Random('day', branch._id, kind, this.month.key).int(from, to)
    const day = freeWorkday(this.month, Math.min(date, this.month.days), this.taken)
    this.taken.add(day)
    return day
  }
}

const quarterOf = (month: Month): string => `${month.year}-Q${Math.ceil(month.month / 3)}`

const lecturer = (scene: BranchScene, key: string, month: Month): Details => {
  const random = new Random('lecture', scene.branch._id, key)
  const topic = random.pick(lectureTopics)
  const own = random.pick(scene.cast.lecturerIds)
  return { topic, lecturerId: scene.visitingLecturer(quarterOf(month)) ?? own }
}

/** 主题党日 on the branch's own fixed day; now and then it carries 集中学习, once in a while the quarter's 党课. */
function themeDay(scene: BranchScene, month: Month, days: Days): Plan[] {
  if (leavesOut(scene, 'theme_party_day', month.key)) return []
  const fixed = new Random('fixed day', scene.branch._id).int(8, 26)
  const day = days.next('theme_party_day', 22, fixed, fixed)
  const carries: ActivityKind[] = carriesStudy(scene, month) ? ['study'] : []
  const withLecture = carriesLecture(scene, quarterOf(month)) && month.month % 3 === 2
  if (withLecture) carries.push('lecture')
  return [
    plan(scene, 'theme_party_day', day, { carries, ...(withLecture && lecturer(scene, month.key, month)) }),
  ]
}

const carriesStudy = (scene: BranchScene, month: Month): boolean =>
  !scene.isDemo && new Random('carries study', scene.branch._id, month.key).chance(0.25)

const carriesLecture = (scene: BranchScene, quarter: string): boolean =>
  !scene.isDemo && new Random('carries lecture', scene.branch._id, quarter).chance(0.2)

function monthly(scene: BranchScene, month: Month, days: Days): Plan[] {
  const plans: Plan[] = []
  const committee = scene.branch.hasCommittee && !leavesOut(scene, 'committee_meeting', month.key)
  if (committee) {
    const day = days.next('committee_meeting', 4, 2, 9)
    const expected = scene.membersOn(day).filter((m) => scene.cast.committeeIds.includes(m._id))
    plans.push(plan(scene, 'committee_meeting', day, { expected }))
  }
  if (!carriesStudy(scene, month) && !leavesOut(scene, 'study', month.key)) {
    plans.push(plan(scene, 'study', days.next('study', 10, 4, 21)))
  }
  return [...plans, ...themeDay(scene, month, days), ...groupMeetings(scene, month)]
}

function groupMeetings(scene: BranchScene, month: Month): Plan[] {
  return scene.groups.flatMap((group, i) => {
    if (leavesOut(scene, 'group_meeting', `${month.key}|${group._id}`)) return []
    // September's gap of the demo branch: its third group has not met and plans nothing.
    if (scene.isDemo && month.key === '2026-09' && i === 2) return []
    const drawn = new Random('day', group._id, month.key).int(5, 23)
    const day = freeWorkday(month, scene.isDemo ? 9 : drawn, new Set())
    const expected = scene.membersOn(day).filter((m) => scene.groupOn(m, day) === group._id)
    return expected.length === 0 ? [] : [plan(scene, 'group_meeting', day, { host: group, expected })]
  })
}

/** In which month of its quarter something is held: 0–2; the demo branch's is given. */
const monthInQuarter = (scene: BranchScene, kind: ActivityKind, month: Month, demo: number): boolean => {
  const drawn = new Random('month', scene.branch._id, kind, quarterOf(month)).int(0, 2)
  return (month.month - 1) % 3 === (scene.isDemo ? demo : drawn)
}

function quarterly(scene: BranchScene, month: Month, days: Days): Plan[] {
  const quarter = quarterOf(month)
  const due = (kind: ActivityKind, demo: number) =>
    monthInQuarter(scene, kind, month, demo) && !leavesOut(scene, kind, quarter)
  const plans: Plan[] = []
  if (due('general_meeting', 2)) {
    plans.push(plan(scene, 'general_meeting', days.next('general_meeting', 3, 3, 25)))
  }
  // The demo branch's third quarter has no 党课 yet: its page asks for one.
  const missing = scene.isDemo && quarter === '2026-Q3'
  if (due('lecture', 1) && !carriesLecture(scene, quarter) && !missing) {
    plans.push(plan(scene, 'lecture', days.next('lecture', 12, 3, 26), lecturer(scene, quarter, month)))
  }
  if (due('seminar', 2)) {
    const topic = new Random('seminar', scene.branch._id, quarter).pick(seminarTopics)
    plans.push(plan(scene, 'seminar', days.next('seminar', month.month === 9 ? 29 : 27, 3, 26), { topic }))
  }
  return plans
}

/** Held once a year; branches that have not done so by the running month still have until December. */
function yearly(scene: BranchScene, month: Month, days: Days): Plan[] {
  const due = (kind: ActivityKind, demo: number) =>
    month.month === (scene.isDemo ? demo : new Random('once', scene.branch._id, kind, month.year).int(1, 12))
  const plans: Plan[] = []
  if (due('secretary_report', 3)) {
    plans.push(plan(scene, 'secretary_report', days.next('secretary_report', 26, 8, 26)))
  }
  if (due('org_life_meeting', 7)) {
    plans.push(plan(scene, 'org_life_meeting', days.next('org_life_meeting', 16, 8, 26)))
  }
  if (due('democratic_review', 7)) {
    plans.push(plan(scene, 'democratic_review', days.next('democratic_review', 17, 8, 26)))
  }
  return plans
}

/** Everything a branch plans in a month, in the order in which days are taken: 主题党日 keeps its own day within the rest. */
export function branchPlans(scene: BranchScene, month: Month): Plan[] {
  const days = new Days(scene, month)
  const plans = [
    ...monthly(scene, month, days),
    ...quarterly(scene, month, days),
    ...yearly(scene, month, days),
  ]
  return scene.isDemo && month.key === '2026-09' ? [...plans, secondGroupAgain(scene, month)] : plans
}

/** The 24th: the demo leader's group meets once more, so that the calendar has one with a leave in it. */
function secondGroupAgain(scene: BranchScene, month: Month): Plan {
  const group = scene.groups[1]
  if (!group) throw new Error('the demo branch lacks its second group')
  const day = dateIn(month, 24)
  const expected = scene.membersOn(day).filter((m) => scene.groupOn(m, day) === group._id)
  return plan(scene, 'group_meeting', day, { host: group, expected })
}
