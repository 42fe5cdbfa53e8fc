import type { ParsedRequestOf, ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { gapsOf } from '@domain/reminder/gapsOf'
import { reminderText } from '@domain/reminder/reminderText'
import { type Round, roundsAt } from '@domain/reminder/rounds'
import { ownGroups } from '../../counting/progress/ownGroups'
import { readBranchEvidence } from '../../counting/progress/readBranchEvidence'
import { readDuties } from '../../entry/cached'
import { aboutBranch } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { fitting } from '../../ground/fitting'
import { forLeader, isOfRound, type StoredReminder } from '../../store/collections/reminders'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import { progressOfRound } from './gapItems'
import { meetingsToTell, type MeetingToTell } from './meetingsToTell'
import { spanOf } from './spanOf'

type Person = ResponseOf<'reminder.toTell'>['people'][number]

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

/** 请当面或电话告诉: whom WeChat cannot reach, meetings of the coming days first, in register order. A group leader sees the own group only. */
export const toTell = useCase('reminder.toTell', aboutBranch, async ({ branchId }, context, branch) => {
  const meetings = (await meetingsToTell(branch, context)).map(({ member, line }) => ({
    ...line,
    name: context.names.of(member),
  }))
  const rounds = roundsAt(context.now, context.calendar)
  if (rounds.length === 0) return done(answerOf(meetings))
  const periodKey = oneOf(rounds.map(({ month }) => month.key))
  const stored = await find('reminders', { branchId, periodKey, kind: 'month_gap' }, { limit: 5000 })
  const people = await Promise.all(
    rounds.map((round) => {
      const ofThis = stored.filter((one) => isOfRound(one, round))
      return ofThis.length === 0 ? Promise.resolve([]) : ofRound(round, ofThis, branch, context)
    }),
  )
  return done(answerOf([...meetings, ...people.flat()]))
})

type Request = ParsedRequestOf<'reminder.told'>
type Unstored = MeetingToTell['row']

/** A reminder of the branch, stored or, of a meeting that nobody has told of yet, to be stored; for a group leader only one of the own group exists. */
async function loadOne(
  { branchId, reminderId }: Request,
  context: Context,
): Promise<Found<Unstored | null> | null> {
  const { tree, today } = context
  const branch = tree.get(branchId)
  if (branch?.type !== 'branch') return null
  const about = { branchId }
  const reminder = await findById('reminders', reminderId)
  if (!reminder) {
    const meetings = await meetingsToTell(branch, context)
    const one = meetings.find(({ row }) => row._id === reminderId)
    return one ? { about, loaded: one.row } : null
  }
  if (reminder.branchId !== branchId) return null
  const own = ownGroups(branch, context)
  if (own) {
    const member = await findById('members', reminder.memberId)
    const groupId = member && membershipOn(member, today)?.groupId
    if (!groupId || !own.has(groupId)) return null
  }
  return { about, loaded: null }
}

/** 已告诉, or taking it back. What a person has told WeChat does not tell once more: it is the same key. */
export const told = useCase('reminder.told', loadOne, async (request, { now, caller }, unstored) => {
  const change = request.told ? { at: now, by: nameForRecords(caller) } : null
  const isNew = unstored && (await insertOnce('reminders', { ...unstored, told: change })) === 'inserted'
  if (!isNew)
    await updateWhere('reminders', { _id: request.reminderId, state: oneOf(forLeader) }, { told: change })
  return done({ told: request.told })
})
