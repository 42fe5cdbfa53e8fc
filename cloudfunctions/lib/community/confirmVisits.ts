import { done } from '@domain/contract/answer'
import { confirmFacts } from './confirmFacts'
import { aboutPlace } from '../entry/aboutPlace'
import { useCase } from '../entry/useCase'

export const confirmVisits = useCase(
  'household.confirm',
  ({ villageId }, context) => aboutPlace(villageId, ['village'], context),
  async ({ factIds }, context, { _id: placeId }) =>
    done({ confirmed: await confirmFacts({ placeId, kind: 'visit', factIds }, context) }),
)
