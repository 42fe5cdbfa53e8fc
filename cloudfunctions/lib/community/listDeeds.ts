import { done } from '@domain/contract/answer'
import type { Deed } from '@domain/contract/deed'
import { deedSevenOnes } from '@domain/contract/lists'
import type { OwnDeedState } from '@domain/contract/words'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Fact } from '@domain/fact/fact'
import type { Need } from '@domain/fact/need'
import { communityIdsOn } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import type { Tree } from '@domain/org/tree'
import { evaluate } from '@domain/progress/evaluate'
import { periodOf } from '@domain/time/period'
import { readDuties } from '../entry/cached'
import { aboutSelf } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { partOf } from '../ground/fitting'
import { householdsOf, type ShownHousehold } from '../people/register/registerChoices'
import { noneOf } from '../store/conditions'
import { readNeedsOf } from '../store/readNeeds'
import { readOwnDeeds, readSettledDeeds } from '../store/readOwnDeeds'

/** What the owner says of it. One that was entered whole, before deeds had states, is finished. */
export const ownState = ({ detail }: Pick<Fact, 'detail'>): OwnDeedState =>
  detail?.state === 'claimed' || detail?.state === 'dropped' ? detail.state : 'finished'

/** What a deed is about, as far as it was read. */
interface About {
  households: readonly ShownHousehold[]
  needs: ReadonlyMap<string, Need>
}

/** A deed as its owner sees it. */
function shownDeed(fact: Fact, { households, needs }: About, tree: Tree): Deed {
  const { _id, detail, confirmed, occurredAt, hostId, householdId, needId } = fact
  const place = tree.get(hostId)
  const sevenOne = deedSevenOnes.find((one) => one === detail?.sevenOne)
  const house = households.find(({ id }) => id === householdId)
  const state = confirmed ? 'confirmed' : ownState(fact)
  const isWithdrawn = state === 'claimed' && needs.get(needId ?? '')?.withdrawn
  return {
    id: _id,
    title: detail?.title ?? '',
    state,
    beneficiary: place?.type === 'village' ? 'household' : 'community',
    where: house ? `${house.village} ${house.number}` : (place?.name ?? ''),
    claimedAt: occurredAt,
    ...(detail?.finishedAt !== undefined && { finishedAt: Number(detail.finishedAt) }),
    ...(confirmed && { confirmedAt: confirmed.at }),
    ...(detail?.returnedAt !== undefined && { returned: true }),
    ...(isWithdrawn && { withdrawn: true }),
    ...(sevenOne && { sevenOne }),
  }
}

/** One of one's own deeds, as an act has left it. */
export async function showDeed(fact: Fact, member: Member, context: Context): Promise<Deed> {
  const [households, needs] = await Promise.all([
    fact.householdId === undefined ? [] : householdsOf(member, context),
    readNeedsOf([fact]),
  ])
  return shownDeed(fact, { households, needs }, context.tree)
}

/** The condition of deeds that are done and can be confirmed. */
export const finishedDeed = () => ({ 'detail.state': noneOf(['claimed', 'dropped']) })

/**
 * 我的实事: this year's, and older ones that are still open, newest first and in parts. A deed counts for the year in which it was claimed and is
 * never late.
 */
export const listDeeds = useCase('deed.list', aboutSelf, async (request, context, member) => {
  const { now, today, tree } = context
  const period = periodOf('year', now)
  const from = request.from ?? 0
  const [duties, facts, { deeds: read, isAll }, households] = await Promise.all([
    readDuties(now),
    readSettledDeeds(member._id, period),
    readOwnDeeds(member._id, period, from),
    householdsOf(member, context),
  ])
  const duty = dutiesFor(duties, period).find(({ counts }) => counts.what === 'deed')
  const subject = { type: 'member' as const, member }
  const progress = duty && evaluate({ duty, subject, period, facts, activities: [], now })
  const community = tree.get(communityIdsOn(member, today)[0] ?? '')
  const needs = await readNeedsOf(read)
  const shown = read.map((fact) => shownDeed(fact, { households, needs }, tree))
  const { rows: deeds, ...next } = partOf({ rows: shown, isAll }, from, { households })
  return done({
    ...{ deeds, ...next },
    done: progress?.done ?? facts.length,
    needed: progress?.needed ?? null,
    ...(community && { community: { id: community._id, name: community.name } }),
    households,
  })
})
