import { readViews } from '../../entry/readViews'
import type { Context } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { recordsOf } from '../../store/recordsOf'

/** Rows of a kind one person has at most, in ten years and more. */
const MOST = 50_000

async function readFacts(memberId: string) {
  const facts = await find('facts', recordsOf(memberId), { limit: MOST })
  const ids = [...new Set(facts.flatMap(({ activityId }) => activityId ?? []))]
  const fields = ['title', 'place', 'startsAt'] as const
  const activities =
    ids.length === 0 ? [] : await find('activities', { _id: oneOf(ids) }, { limit: MOST, fields })
  return { facts, activities: new Map(activities.map((activity) => [activity._id, activity])) }
}

async function readHouseholds(ids: readonly string[]) {
  return ids.length === 0 ? [] : find('households', { _id: oneOf(ids) }, { fields: ['number', 'villageId'] })
}

/** What was asked about a member, done to what is theirs, and kept of them in lists. */
async function readAbout(memberId: string) {
  const of = { memberId }
  const [corrections, deletions, audit, lists] = await Promise.all([
    find('corrections', of, { limit: MOST }),
    find('deletions', of, { limit: MOST }),
    find('audit', { ...of, state: null }, { limit: MOST }),
    find('listRows', { memberIds: memberId, removed: null }, { limit: MOST }),
  ])
  return { corrections, deletions, audit, lists }
}
const nothing: Awaited<ReturnType<typeof readAbout>> = {
  corrections: [],
  deletions: [],
  audit: [],
  lists: [],
}

/** Everything that is kept of the caller; of a person outside the register only what stands beside it. */
export async function readMine(context: Context) {
  const { member, openId, identity } = context.caller
  const memberId = member?._id ?? ''
  const from = member?._id ?? identity?.requestId ?? ''
  const [found, about, households, messages, credits, feedback, attempts, viewers] = await Promise.all([
    member ? readFacts(memberId) : { facts: [], activities: new Map<string, never>() },
    member ? readAbout(memberId) : nothing,
    readHouseholds(member?.households.map(({ householdId }) => householdId) ?? []),
    from === '' ? [] : find('reminders', { memberId: from }, { limit: MOST }),
    findById('credits', from),
    find('feedback', { from }, { limit: MOST }),
    find('attempts', { openId }, { limit: MOST }),
    member ? readViews(member, context) : [],
  ])
  return { ...found, ...about, households, messages, credits, feedback, attempts, viewers }
}

export type Mine = Awaited<ReturnType<typeof readMine>>
