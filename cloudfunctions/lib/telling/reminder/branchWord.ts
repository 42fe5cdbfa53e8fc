import { done, refuse } from '@domain/contract/answer'
import type { ResponseOf } from '@domain/contract/actions'
import type { Organisation } from '@domain/org/organisation'
import { membershipOn } from '@domain/org/membershipOn'
import { branchWordKey } from '@domain/reminder/branchWord'
import { reminderText } from '@domain/reminder/reminderText'
import { gapsToldFrom, nextTellingAt, roundsAt } from '@domain/reminder/rounds'
import { startOfDay } from '@domain/time/day'
import { readDuties } from '../../entry/cached'
import { aboutBranch } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { fitting } from '../../ground/fitting'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { readBranchMembers } from '../../store/readPeople'
import { decideGaps, gapsDueIn } from './gapsDue'
import { ownGaps } from './remindWords'
import { tellersOf } from './whoGets'

type Preview = ResponseOf<'reminder.word'>
type Person = Preview['people'][number]

/** When it would go out, and to whom, if it were said now: nobody while gaps are not told yet. */
async function read(branch: Organisation, { now, calendar, tree }: Context) {
  const goesAt = nextTellingAt(now, calendar)
  const known = { duties: await readDuties(now), tree, calendar }
  const rounds = roundsAt(goesAt, calendar)
  const due = await Promise.all(rounds.map((round) => gapsDueIn(branch._id, round, known, goesAt)))
  return { goesAt, isOpen: rounds.length > 0, people: await decideGaps(ownGaps(due.flat()), goesAt) }
}
type Read = Awaited<ReturnType<typeof read>>['people'][number]

function personOf({ member, how, ...due }: Read, { names, today }: Context): Person {
  const groupId = membershipOn(member, today)?.groupId
  return {
    id: member._id,
    name: names.of(member),
    text: reminderText(due).sentence,
    ...(groupId !== undefined && { groupId }),
    ...(member.cadre && { cadre: true }),
    ...('because' in how && { because: how.because }),
    ...('enough' in how && { enough: how.enough }),
  }
}

/** Whoever was told enough does not stand in the way of those for whom one answer has no room. */
const owedFirst = (people: readonly Read[]): Read[] => [
  ...people.filter(({ how }) => !('enough' in how)),
  ...people.filter(({ how }) => 'enough' in how),
]

/** 看看怎么告知: who misses something, with the sentence each would get, and how they would get to know; nothing is sent. */
export const wordPreview = useCase('reminder.word', aboutBranch, async (_request, context, branch) => {
  const { now, today, calendar } = context
  const [{ goesAt, isOpen, people: all }, members, said] = await Promise.all([
    read(branch, context),
    readBranchMembers(branch._id, today),
    findById('reminders', branchWordKey(branch._id, now)),
  ])
  const people = fitting(
    owedFirst(all).map((one) => personOf(one, context)),
    {},
  )
  return done({
    branch: { id: branch._id, name: branch.name },
    people,
    ...(people.length < all.length && { further: all.length - people.length }),
    ...tellersOf(branch, members, context),
    goesAt,
    ...(!isOpen && { opensAt: startOfDay(gapsToldFrom(now, calendar)) }),
    ...(said && { saidAt: said.at }),
  })
})

/**
 * The branch's own word to those ticked: once a day, in the branch's name. It is kept at once and goes out with the next run that may tell, to
 * who misses something then and was not told enough; whom WeChat does not reach comes on the leader's list. Refusals: word_said, word_not_yet,
 * word_for_nobody (nobody of those misses anything, or all were told enough).
 */
export const sayWord = useCase('reminder.say', aboutBranch, async (request, context, branch) => {
  const { now, today, caller } = context
  const { memberIds, nonce } = request
  const _id = branchWordKey(branch._id, now)
  const { goesAt, isOpen, people } = await read(branch, context)
  const answered = async () =>
    (await findById('reminders', _id))?.word?.nonce === nonce ? done({ goesAt }) : refuse('word_said')
  if (await findById('reminders', _id)) return answered()
  if (!isOpen) return refuse('word_not_yet')
  const ticked = new Set(memberIds)
  const to = people.flatMap(({ member, how }) =>
    ticked.has(member._id) && !('enough' in how) ? [member._id] : [],
  )
  if (to.length === 0) return refuse('word_for_nobody')
  const about = {
    memberId: '',
    branchId: branch._id,
    kind: 'word',
    periodKey: today,
    overdue: false,
  } as const
  const row = { _id, ...about, items: [], at: now, state: 'due' as const, word: { to, nonce } }
  const told = { at: now, by: nameForRecords(caller) }
  return (await insertOnce('reminders', { ...row, told })) === 'duplicate' ? answered() : done({ goesAt })
})
