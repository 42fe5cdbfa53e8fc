import type { ParsedRequestOf, ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { gapsOf } from '@domain/reminder/gapsOf'
import { reminderText } from '@domain/reminder/reminderText'
import { type Round, roundsAt } from '@domain/reminder/rounds'
import { ownGroups } from '../../counting/progress/branchPage'
import { readBranchEvidence } from '../../counting/progress/readBranchEvidence'
import { readDuties } from '../../entry/cached'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { fitting } from '../../ground/fitting'
import { forLeader, isOfRound, type StoredReminder } from '../../store/collections/reminders'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { progressOfRound } from './gapItems'
import { spanOf } from './spanOf'

type Person = ResponseOf<'reminder.toTell'>['people'][number]

const load = (
  { branchId }: ParsedRequestOf<'reminder.toTell'>,
  { tree }: Context,
): Found<Organisation> | null => {
  const branch = tree.get(branchId)
  return branch?.type === 'branch' ? { about: { branchId }, loaded: branch } : null
}

/** What became of a round's last word to a member: told twice of a month, somebody may have been reached the second time. */
const lastOf = (stored: readonly StoredReminder[], memberId: string) =>
  stored.filter((one) => one.memberId === memberId).sort((a, b) => b.at - a.at)[0]

/** Those a round's message did not reach, with what is missing now: whoever has done it meanwhile is not told any more. */
async function ofRound(round: Round, stored: StoredReminder[], branch: Organisation, context: Context) {
  const { now, today, tree, names } = context
  const [duties, { members, ...evidence }] = await Promise.all([
    readDuties(now),
    readBranchEvidence(branch._id, round.month, spanOf(round, now), now),
  ])
  const own = ownGroups(branch, context)
  return members.flatMap((member): Person[] => {
    const groupId = membershipOn(member, today)?.groupId
    const reminder = lastOf(stored, member._id)
    if (
      !reminder ||
      !forLeader.includes(reminder.state) ||
      (own && (groupId === undefined || !own.has(groupId)))
    )
      return []
    const progress = progressOfRound({ member, tree, duties, round, now, ...evidence })
    const items = gapsOf(progress, duties)
    if (items.length === 0) return []
    const { _id, at, told } = reminder
    const { sentence: text } = reminderText({ items, round })
    return [{ reminderId: _id, name: names.of(member), text, at, ...(told && { told: true }) }]
  })
}

/** Who is not told yet first, as many as one answer holds. */
function answerOf(all: readonly Person[]): ResponseOf<'reminder.toTell'> {
  const inOrder = [...all.filter(({ told }) => !told), ...all.filter(({ told }) => told)]
  const people = fitting(inOrder, {})
  const further = all.length - people.length
  return { people, ...(further > 0 && { further }) }
}

/** 请当面或电话告诉: whom WeChat cannot reach, in register order. A group leader sees the own group only. */
export const toTell = useCase('reminder.toTell', load, async ({ branchId }, context, branch) => {
  const rounds = roundsAt(context.now, context.calendar)
  if (rounds.length === 0) return done({ people: [] })
  const periodKey = oneOf(rounds.map(({ month }) => month.key))
  const stored = await find('reminders', { branchId, periodKey, kind: 'month_gap' }, { limit: 5000 })
  const people = await Promise.all(
    rounds.map((round) => {
      const ofThis = stored.filter((one) => isOfRound(one, round))
      return ofThis.length === 0 ? Promise.resolve([]) : ofRound(round, ofThis, branch, context)
    }),
  )
  return done(answerOf(people.flat()))
})

type Request = ParsedRequestOf<'reminder.told'>

/** A reminder of the branch; for a group leader only one of the own group exists. */
async function loadOne({ branchId, reminderId }: Request, context: Context): Promise<Found<string> | null> {
  const { tree, today } = context
  const branch = tree.get(branchId)
  const reminder = await findById('reminders', reminderId)
  if (branch?.type !== 'branch' || reminder?.branchId !== branchId) return null
  const own = ownGroups(branch, context)
  if (own) {
    const member = await findById('members', reminder.memberId)
    const groupId = member && membershipOn(member, today)?.groupId
    if (!groupId || !own.has(groupId)) return null
  }
  return { about: { branchId }, loaded: reminder._id }
}

/** 已告诉, or taking it back. */
export const told = useCase('reminder.told', loadOne, async (request, { now, caller }, _id) => {
  const change = request.told ? { at: now, by: nameForRecords(caller) } : null
  await updateWhere('reminders', { _id, state: oneOf(forLeader) }, { told: change })
  return done({ told: request.told })
})
