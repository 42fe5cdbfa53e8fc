import { done } from '@domain/contract/answer'
import { confirmFacts } from '../confirmFacts'
import { aboutPlace } from '../dispatch/aboutPlace'
import { useCase } from '../dispatch/useCase'
import { finishedDeed } from './finishedDeed'

export const confirm = useCase(
  'deed.confirm',
  ({ placeId }, context) => aboutPlace(placeId, ['community', 'village'], context),
  async ({ deedIds }, context, { _id: placeId }) => {
    const batch = { placeId, kind: 'deed' as const, factIds: deedIds, where: finishedDeed() }
    return done({ confirmed: await confirmFacts(batch, context) })
  },
)
