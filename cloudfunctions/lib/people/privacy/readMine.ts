import { readViews } from '../../entry/readViews'
import type { Context } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'

/** Rows of a kind one person has at most, in ten years and more. */
const MOST = 50_000

async function readFacts(memberId: string) {
  const facts = await find('facts', { memberId }, { limit: MOST })
  const ids = [...new Set(facts.flatMap(({ activityId }) => activityId ?? []))]
  const fields = ['title', 'place', 'startsAt'] as const
  const activities =
    ids.length === 0 ? [] : await find('activities', { _id: oneOf(ids) }, { limit: MOST, fields })
  return { facts, activities: new Map(activities.map((activity) => [activity._id, activity])) }
}

async function readHouseholds(ids: readonly string[]) {
  return ids.length === 0 ? [] : find('households', { _id: oneOf(ids) }, { fields: ['number', 'villageId'] })
}

/** Everything that is kept of the caller; of a person outside the register only what stands beside it. */
export async function readMine(context: Context) {
  const { member, openId, identity } = context.caller
  const memberId = member?._id ?? ''
  const from = member?._id ?? identity?.requestId ?? ''
  const of = { memberId }
  const [found, households, messages, credits, corrections, deletions, audit, feedback, attempts, viewers] =
    await Promise.all([
      member ? readFacts(memberId) : { facts: [], activities: new Map<string, never>() },
      readHouseholds(member?.households.map(({ householdId }) => householdId) ?? []),
      from === '' ? [] : find('reminders', { memberId: from }, { limit: MOST }),
      findById('credits', from),
      member ? find('corrections', of, { limit: MOST }) : [],
      member ? find('deletions', of, { limit: MOST }) : [],
      member ? find('audit', { ...of, state: null }, { limit: MOST }) : [],
      find('feedback', { from }, { limit: MOST }),
      find('attempts', { openId }, { limit: MOST }),
      member ? readViews(member, context) : [],
    ])
  return {
    ...found,
    households,
    messages,
    credits,
    corrections,
    deletions,
    audit,
    feedback,
    attempts,
    viewers,
  }
}

export type Mine = Awaited<ReturnType<typeof readMine>>
