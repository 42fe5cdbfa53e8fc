import { done } from '@domain/contract/answer'
import { confirmFacts } from './confirmFacts'
import { aboutPlace } from '../entry/aboutPlace'
import { useCase } from '../entry/useCase'
import { finishedDeed } from './finishedDeed'

export const confirmDeeds = useCase(
  'deed.confirm',
  ({ placeId }, context) => aboutPlace(placeId, ['community', 'village'], context),
  async ({ deedIds }, context, { _id: placeId }) => {
    const batch = { placeId, kind: 'deed' as const, factIds: deedIds, where: finishedDeed() }
    return done({ confirmed: await confirmFacts(batch, context) })
  },
)
