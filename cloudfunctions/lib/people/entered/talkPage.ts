import type { ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Duty } from '@domain/duty/duty'
import { enteredRules, tickedPeriod } from '@domain/duty/enteredRules'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { addDays, type Day } from '@domain/time/day'
import { enterFrom } from '@domain/time/entryDeadline'
import { readDuties } from '../../entry/cached'
import { aboutBranch, groupsOf, named } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { between } from '../../store/conditions'
import { readJudgedFacts } from '../../store/readJudgedFacts'
import { readAllMembersOf } from '../../store/readPeople'
import { groupsOfCaller, talkable } from './talkable'

type Page = ResponseOf<'talk.page'>

interface Talk {
  on: Day
  pair: [string, string]
}
type NameOf = (memberId: string) => string

/** How far back the last talk is looked for: the rule asks for one a year. */
const YEAR = 366

/** Talks that stand, newest first. */
async function readTalks(branchId: string, today: Day): Promise<Talk[]> {
  const facts = await readJudgedFacts({
    branchId,
    kind: 'talk',
    occurredOn: between(addDays(today, -YEAR), today),
  })
  return facts
    .filter(({ annulled }) => !annulled)
    .sort((a, b) => b.occurredAt - a.occurredAt || (a._id < b._id ? -1 : 1))
    .map(({ occurredOn: on, memberId, detail }) => ({
      on,
      pair: [detail?.withMemberId ?? memberId, memberId],
    }))
}

/** A rule with the periods of today and of the first day that is still open: in the first days of a half both of them. */
function tickOf(rule: Duty, from: Day, today: Day): Page['ticks'][number] {
  const months = new Map([today, from].map((day) => [tickedPeriod(rule, day).key, day.slice(0, 7)]))
  const periods = [...months].map(([periodKey, month]) => ({ periodKey, month }))
  return { dutyId: rule.id, label: rule.label, periods }
}

/** Members with the last talk of each, of those one may read here: `talks` newest first. */
function peopleOf(shown: readonly Member[], talks: readonly Talk[], nameOf: NameOf, today: Day) {
  return shown.map((member): Page['people'][number] => {
    const { _id: memberId } = member
    const groupId = membershipOn(member, today)?.groupId
    const last = talks.find(({ pair }) => pair.includes(memberId))
    const other = last?.pair.find((id) => id !== memberId) ?? memberId
    return {
      memberId,
      name: nameOf(memberId),
      ...(groupId !== undefined && { groupId }),
      ...(last && { last: { on: last.on, with: nameOf(other) } }),
    }
  })
}

/** 谈心谈话 of a branch, and what is ticked of its members. */
export const talkPage = useCase('talk.page', aboutBranch, async ({ branchId }, context, branch) => {
  const { caller, now, today, tree, calendar, names } = context
  const [duties, everyone, talks] = await Promise.all([
    readDuties(now),
    readAllMembersOf(branchId),
    readTalks(branchId, today),
  ])
  const groups = groupsOfCaller(branchId, context)
  const me = caller.member?._id ?? ''
  const from = enterFrom(now, calendar)
  const rules = enteredRules(duties, branch.branchType, today)
  const shown = talkable(everyone, { branchId, groups, me }, today)
  const ids = new Set(shown.map(({ _id }) => _id))
  const known = new Map(everyone.map((member) => [member._id, member]))
  const nameOf = (id: string) => {
    const member = known.get(id)
    return member ? names.of(member) : ''
  }
  const isOwn = ({ pair }: Talk) => pair.every((id) => ids.has(id)) && (!groups || pair.includes(me))
  return done({
    branch: named(branch),
    talks: rules.talks,
    from,
    ...(groups && { led: true }),
    ...(ids.has(me) && { me }),
    people: peopleOf(shown, talks, nameOf, today),
    groups: groupsOf(branchId, tree, today).map(named),
    entered: talks
      .filter((talk) => talk.on >= from && isOwn(talk))
      .map(({ on, pair: [a, b] }) => ({
        on,
        who: { id: a, name: nameOf(a) },
        with: { id: b, name: nameOf(b) },
      })),
    ticks: groups ? [] : rules.ticks.map((rule) => tickOf(rule, from, today)),
  })
})
