import { done } from '@domain/contract/answer'
import { aboutPlace } from '../entry/aboutPlace'
import { useCase } from '../entry/useCase'
import { readAwaited } from '../store/readAwaited'
import { finishedDeed } from './finishedDeed'

/** What was done for a community or a village's household and waits for its word. */
export const pendingDeeds = useCase(
  'deed.pending',
  ({ placeId }, context) => aboutPlace(placeId, ['community', 'village'], context),
  async (_request, { tree, names }, { _id }) => {
    const waiting = await readAwaited(_id, 'deed', finishedDeed())
    return done({
      pending: waiting.map(({ fact, member }) => ({
        deedId: fact._id,
        title: fact.detail?.title ?? '',
        name: member ? names.of(member) : '',
        branchName: tree.get(fact.branchId)?.name ?? '',
        finishedAt: Number(fact.detail?.finishedAt ?? fact.occurredAt),
      })),
    })
  },
)
