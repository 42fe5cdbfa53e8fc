import type { Credits } from '@cloud/lib/store/collections/credits'
import type { StoredReminder } from '@cloud/lib/store/collections/reminders'
import { defaultDuties } from '@domain/duty/defaultDuties'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { type Tree, treeOf } from '@domain/org/tree'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { dueReminder, gapKey } from '@domain/reminder/dueReminder'
import { type Round, roundsAt } from '@domain/reminder/rounds'
import type { County } from './buildCounty'
import { at, calendar, DAY, dayAt, HOUR } from './calendar'
import { type History, historyOf } from './history'
import { demoBranchName } from './identities'

/** When August's gaps were told: the first morning of its last week. */
const toldAt = at('2026-08-25', 8, 5)

/** The county as far as the demo branch's own month needs it. */
function demoBranchOf(county: County): { county: County; branchId: string } {
  const branchId = county.organisations.find(({ name }) => name === demoBranchName)?._id ?? ''
  return {
    branchId,
    county: {
      ...county,
      organisations: county.organisations.filter(({ _id, type }) => type !== 'branch' || _id === branchId),
      members: county.members.filter((member) => membershipOn(member, dayAt(toldAt))?.branchId === branchId),
    },
  }
}

function reminderOf(
  member: Member,
  branchId: string,
  round: Round,
  past: History & { tree: Tree },
): Omit<StoredReminder, 'state'> | null {
  const evidence = { ...past, member, duties: defaultDuties, now: toldAt }
  const progress = round.periods.flatMap((period) => evaluateMember({ ...evidence, period }))
  const due = dueReminder({ progress, duties: defaultDuties, round, now: toldAt, calendar })
  if (!due) return null
  return {
    _id: gapKey(member._id, round),
    memberId: member._id,
    branchId,
    kind: 'month_gap',
    periodKey: round.month.key,
    overdue: round.overdue,
    items: due.items,
    at: toldAt,
    updatedAt: new Date(toldAt),
  }
}

/** Last month's reminders in the demo branch, as the evaluator saw the month that morning: sent, or told by the group leader. */
export function lastReminders(whole: County, credits: readonly Credits[], now: number): StoredReminder[] {
  const round = roundsAt(toldAt, calendar).find(({ overdue }) => !overdue)
  if (!round || now < toldAt + 2 * DAY) return []
  const { county, branchId } = demoBranchOf(whole)
  const past = { ...historyOf(county, toldAt), tree: treeOf(county.organisations) }
  const reachable = new Set(credits.filter(({ byLeader }) => !byLeader).map(({ _id }) => _id))
  return county.members.flatMap((member): StoredReminder[] => {
    const reminder = reminderOf(member, branchId, round, past)
    if (!reminder) return []
    if (reachable.has(member._id)) return [{ ...reminder, state: 'sent' }]
    const told = { at: toldAt + 26 * HOUR, by: leaderOf(member, county.members) }
    return [{ ...reminder, state: 'leader', told, updatedAt: new Date(told.at) }]
  })
}

/** The leader of the member's group; for a leader, the secretary of the branch. */
function leaderOf(member: Member, members: readonly Member[]): string {
  const groupId = membershipOn(member, dayAt(toldAt))?.groupId
  const holder = (post: string, place?: string) =>
    members.find(({ posts }) => posts.some((p) => p.post === post && (!place || p.organisationId === place)))
      ?._id
  const leader = holder('group_leader', groupId)
  return (leader === member._id ? undefined : leader) ?? holder('secretary') ?? member._id
}
