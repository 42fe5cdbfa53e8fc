import { mayDo } from '@domain/access/mayDo'
import type { Activity } from '@domain/activity/activity'
import { jointChoices, jointKinds, meetingKey } from '@domain/activity/joint'
import type { ResponseOf } from '@domain/contract/actions'
import type { ActivityKind } from '@domain/contract/words'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import { committeeOf } from '@domain/org/committeeOf'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { gapNow, isGap } from '@domain/progress/gapNow'
import { addDays, startOfDay } from '@domain/time/day'
import { periodKinds, periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { readJoint } from '../../entry/readJoint'
import { groupsOf } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { askedFor } from '../../people/register/secondPersons'
import { between } from '../../store/conditions'
import { find } from '../../store/find'
import { readBranchMembers } from '../../store/readPeople'
import { readAnnounced, readPlans } from '../../store/readPlans'
import { hostKinds, mayCarryAt } from './checkPlan'
import { readLeaders } from './readLeaders'
import { suggestPlan } from './suggestPlan'
import { isLacking, type Line, wantedFrom } from './wantedFrom'

type Prepared = Omit<ResponseOf<'activity.prepare'>, 'current'>

/** Days before and after today in which what is announced may stand in the way of a plan. */
const AROUND_DAYS = 62

/** What is announced around today, by start. */
export const aroundOf = (activities: readonly Activity[], today: string): Prepared['around'] =>
  activities
    .filter(
      ({ startsAt, state }) =>
        state !== 'cancelled' &&
        startsAt >= startOfDay(addDays(today, -AROUND_DAYS)) &&
        startsAt < startOfDay(addDays(today, AROUND_DAYS)),
    )
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ _id: id, kind, hostId, title, startsAt, endsAt }) => ({
      id,
      kind,
      hostId,
      title,
      startsAt,
      endsAt,
    }))

/** What is still missing, and what of it in the last week of its period. */
export const marksOf = <L extends Line>(
  lines: readonly L[],
  now: number,
  gapsIn: (some: readonly L[]) => ActivityKind[],
): Pick<Prepared, 'gaps' | 'pressing'> => ({
  gaps: gapsIn(lines),
  pressing: gapsIn(
    lines.filter(({ period, progress }) => gapNow({ ...progress, period }, now) === 'pressing'),
  ),
})

const peopleOf = (host: Organisation, members: readonly Member[], today: string) =>
  members.filter((member) => host.type === 'branch' || membershipOn(member, today)?.groupId === host._id)

interface Evidence {
  members: Member[]
  groups: Organisation[]
  duties: Duty[]
  activities: Activity[]
  facts: Fact[]
}

/** How every duty of the branch, its committee and its groups stands in the running periods. */
const linesOf = (
  branch: Organisation,
  evidence: Evidence,
  now: number,
): (Line & { missingNames: string[] })[] =>
  periodKinds.flatMap((kind) => {
    const period = periodOf(kind, now)
    return evaluateBranch({ branch, ...evidence, period, now }).map((line) => ({ ...line, period }))
  })

/** Kinds the branch, or one of the caller's own groups, still misses in a running period. */
function gapsOf(
  branch: Organisation,
  hosts: readonly Organisation[],
  lines: Readonly<ReturnType<typeof linesOf>>,
): ActivityKind[] {
  const names = new Set(hosts.map(({ name }) => name))
  const runsBranch = hosts.includes(branch)
  return lines.flatMap(({ duty, progress, missingNames }) => {
    if (!isGap(progress) || duty.counts.what !== 'held') return []
    const concerns = duty.subject === 'group' ? missingNames.some((name) => names.has(name)) : runsBranch
    return concerns ? duty.counts.kinds : []
  })
}

/** One a host and kind; of the groups first those that still lack theirs. */
function suggestionsOf(
  hosts: readonly Organisation[],
  { members, activities, duties }: Evidence,
  lines: readonly Line[],
  { now, today, calendar }: Context,
) {
  const newestFirst = activities
    .filter(({ state }) => state !== 'cancelled')
    .sort((a, b) => b.startsAt - a.startsAt)
  const mayCarry = mayCarryAt(duties, now)
  const hasIt = (host: Organisation) => host.type === 'group' && !isLacking(lines, 'group_meeting', host)
  return [...hosts.filter((host) => !hasIt(host)), ...hosts.filter(hasIt)].flatMap((host) =>
    hostKinds(host).flatMap((kind) => {
      const committee = kind === 'committee_meeting' ? committeeOf(members, host._id, today) : undefined
      const people = committee ?? peopleOf(host, members, today)
      if (people.length === 0) return []
      const last = newestFirst.find((activity) => activity.kind === kind && activity.hostId === host._id)
      const notBefore = wantedFrom(lines, kind, host)
      const when = { now, calendar, activities: newestFirst, notBefore, mayCarry }
      return [suggestPlan(kind, host, committee, last, when)]
    }),
  )
}

function personOf(member: Member, { today, names }: Context) {
  const groupId = membershipOn(member, today)?.groupId
  const { _id, standing } = member
  return {
    id: _id,
    name: names.of(member),
    standing,
    ...(groupId !== undefined && { groupId }),
  }
}

/** The branch's own leaders plan for all of it, a group leader for the group. */
function hostsOf(branch: Organisation, groups: readonly Organisation[], { caller, today, tree }: Context) {
  return [branch, ...groups].filter((host) => {
    const activity = { kind: 'group_meeting' as const, hostId: host._id, branchId: branch._id, createdBy: '' }
    return mayDo('activity.save', caller, { day: today, branchId: branch._id, activity }, tree)
  })
}

/** With whom it may hold what together, where the county counts it for each; a group's leader plans for the group alone. */
async function jointOf(branch: Organisation, { tree, today, now }: Context) {
  const setting = await readJoint(now)
  const others = setting?.on ? jointChoices(tree, branch._id, today) : []
  if (others.length === 0) return {}
  const branches = others.map(({ _id: id, name }) => ({ id, name }))
  const until = startOfDay(addDays(today, AROUND_DAYS))
  const announced = await readAnnounced(
    branches.map(({ id }) => id),
    now,
    until,
  )
  const busy = announced.map((meeting) => {
    const { branchId, startsAt, endsAt } = meeting
    return { branchId, meetingId: meetingKey(meeting), startsAt, endsAt }
  })
  return { joint: { kinds: [...jointKinds], branches, basis: setting?.basis ?? '', busy } }
}

/** A plan of a branch or of one of its groups. */
export async function prepareBranch(branch: Organisation, context: Context): Promise<Prepared> {
  const { now, today, tree } = context
  const { from } = periodOf('month', now)
  // A committee's meeting is held when enough of it were there; the other kinds ask for no fact.
  const registered = { branchId: branch._id, kind: 'attendance', occurredOn: between(from, today) }
  const [members, duties, activities, facts, seconds, leaders] = await Promise.all([
    readBranchMembers(branch._id, today),
    readDuties(now),
    readPlans(branch._id, startOfDay(addDays(today, -366))),
    find('facts', registered, { limit: 20_000 }),
    askedFor(branch._id, context.caller.member?._id ?? '', context),
    readLeaders(branch._id, context),
  ])
  const groups = groupsOf(branch._id, tree, today)
  const evidence: Evidence = { members, groups, duties, activities, facts }
  const hosts = hostsOf(branch, groups, context)
  const shown = members.filter((member) => hosts.some((host) => peopleOf(host, [member], today).length > 0))
  const lines = linesOf(branch, evidence, now)
  const suggestions = suggestionsOf(hosts, evidence, lines, context)
  const themeDay = suggestions.find(({ kind }) => kind === 'theme_party_day')
  return {
    branch: { id: branch._id, name: branch.name },
    hosts: hosts.map((host) => ({
      id: host._id,
      name: host.name,
      kinds: [...hostKinds(host)],
      memberIds: peopleOf(host, members, today).map(({ _id }) => _id),
    })),
    people: shown.map((member) => personOf(member, context)),
    leaders,
    ...marksOf(lines, now, (some) => gapsOf(branch, hosts, some)),
    mayCarry: [...mayCarryAt(duties, themeDay?.startsAt ?? now)],
    suggestions,
    ...(hosts.includes(branch) && (await jointOf(branch, context))),
    around: aroundOf(activities, today),
    secondIds: seconds.map(({ id }) => id),
  }
}
