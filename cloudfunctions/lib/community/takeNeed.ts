import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import { MOST_WANTED } from '@domain/contract/lists'
import { isOffered, type Need } from '@domain/fact/need'
import type { Member } from '@domain/org/member'
import { limitNew } from '../entry/limit'
import { type Context, type Found, useCase } from '../entry/useCase'
import { idFrom } from '../ground/idFrom'
import { find, findById } from '../store/find'
import { insertOnce } from '../store/insertOnce'
import { readTurn } from '../store/readNeeds'
import { freshDeed } from './freshDeed'
import { showDeed } from './listDeeds'
import { placesAsking } from './listNeeds'

type Request = ParsedRequestOf<'need.take'>
interface Taking {
  member: Member
  need: Need
}

/** A need of one's own community, or of the village of an own household; any other is answered as if there were none. */
async function load({ needId }: Request, context: Context): Promise<Found<Taking> | null> {
  const { member } = context.caller
  const need = member && (await findById('needs', needId))
  if (!need || !(await placesAsking(member, context)).some(({ _id }) => _id === need.placeId)) return null
  return { about: { memberId: member._id }, loaded: { member, need } }
}

const deedOf = (
  { _id: needId, title, placeId: hostId }: Need,
  turn: number,
  { nonce }: Request,
  { tree }: Context,
) => ({
  ...{ _id: idFrom(`need ${needId}`, String(turn)), needId, nonce, title, hostId },
  beneficiary: tree.get(hostId)?.type === 'village' ? ('household' as const) : ('community' as const),
})

/**
 * As many others may be faster, one after the other, as a need has places at most. The number of the taking is part of the deed's key: of many who take the last place at one instant one has it, and the others look again. What was let go
 * of keeps its number and no place.
 */
async function takenBy({ member, need }: Taking, request: Request, context: Context): Promise<Outcome<Fact>> {
  const { openId } = context.caller
  const [sent] = await find('facts', { needId: need._id, memberId: member._id, nonce: request.nonce })
  for (let tries = 0; tries < MOST_WANTED; tries += 1) {
    const { turn, held } = await readTurn(need._id)
    const mine = sent ?? held.find(({ memberId }) => memberId === member._id)
    if (mine) return done(mine)
    if (!isOffered(need, context.today)) return refuse('need_gone')
    if (held.length >= need.wanted) return refuse('need_taken')
    const deed = freshDeed(deedOf(need, turn, request, context), member, context)
    const refusal = await limitNew('facts', deed._id, 'deed', { openId, now: context.now })
    if (refusal) return refusal
    if ((await insertOnce('facts', deed)) === 'inserted') return done(deed)
  }
  return refuse('try_again')
}

/** 认领 of what a community or village asks for: from here on a 实事 as every other one (DUTIES row 13). */
export const takeNeed = useCase('need.take', load, async (request, context, taking) => {
  const taken = await takenBy(taking, request, context)
  if (!taken.ok) return taken
  return done({ deed: await showDeed(taken.data, taking.member, context) })
})
