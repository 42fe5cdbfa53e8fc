import { done, refuse } from '@domain/contract/answer'
import type { FactKind } from '@domain/contract/words'
import type { Fact } from '@domain/fact/fact'
import { updateAudited, versionOf } from '../entry/audit/audited'
import { aboutPlace } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { awaited } from '../store/conditions'
import { findById } from '../store/find'
import { finishedDeed } from './listDeeds'

/** Why the village struck a visit out: it reads so on the member's own records. */
export const NEVER_CAME = '村里说没来过'

/** What waits, or waited, for the word of a place and is somebody else's; anything else is as if it were not there. */
async function readOfPlace(
  factId: string,
  kind: FactKind,
  placeId: string,
  { caller }: Context,
): Promise<Fact | null> {
  const fact = await findById('facts', factId)
  if (fact?.kind !== kind || fact.hostId !== placeId || fact.confirmed !== null) return null
  return fact.memberId === caller.member?._id ? null : fact
}

/** What the audit tells of a no, or of its taking back. */
const tellingOf = (fact: Fact, placeId: string, { caller, now }: Context) => ({
  by: nameForRecords(caller),
  at: now,
  memberId: fact.memberId,
  placeId,
  key: versionOf(fact),
})

/** 没来过, or that taken back: the visit waits again. Conditional: somebody may be confirming it at this moment. Asked twice it is done once. */
export const denyVisit = useCase(
  'household.deny',
  ({ villageId }, context) => aboutPlace(villageId, ['village'], context),
  async ({ factId, denied }, context, { _id: placeId }) => {
    const answer = done({ factId, denied })
    const fact = await readOfPlace(factId, 'visit', placeId, context)
    if (!fact) return refuse('request_gone')
    const isDenied = fact.annulled?.reason === NEVER_CAME
    if (fact.annulled && !isDenied) return refuse('request_gone')
    if (isDenied === denied) return answer
    const telling = tellingOf(fact, placeId, context)
    const word = { at: context.now, by: telling.by, reason: NEVER_CAME }
    const waits = { _id: factId, confirmed: awaited() }
    const stands = await (denied
      ? updateAudited(
          { ...telling, what: 'strike' },
          'facts',
          { ...waits, annulled: null },
          { annulled: word },
        )
      : updateAudited(
          { ...telling, what: 'restore' },
          'facts',
          { ...waits, 'annulled.reason': NEVER_CAME },
          { annulled: null, restored: word },
        ))
    return stands ? answer : refuse('request_gone')
  },
)

/** 还没办好: whoever claimed it goes on with it, and says 办结了 anew. */
export const giveBackDeed = useCase(
  'deed.giveBack',
  ({ placeId }, context) => aboutPlace(placeId, ['community', 'village'], context),
  async ({ deedId }, context, { _id: placeId }) => {
    const fact = await readOfPlace(deedId, 'deed', placeId, context)
    if (!fact || fact.annulled) return refuse('request_gone')
    if (fact.detail?.returnedAt !== undefined) return done({ deedId })
    const { finishedAt: _, ...detail } = fact.detail ?? {}
    const stands = await updateAudited(
      { ...tellingOf(fact, placeId, context), what: 'give_back' },
      'facts',
      { _id: deedId, confirmed: awaited(), annulled: null, ...finishedDeed() },
      { detail: { ...detail, state: 'claimed', returnedAt: String(context.now) } },
    )
    return stands ? done({ deedId }) : refuse('request_gone')
  },
)
