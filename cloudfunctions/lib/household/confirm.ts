import { done } from '@domain/contract/answer'
import { confirmFacts } from '../confirmFacts'
import { aboutPlace } from '../dispatch/aboutPlace'
import { useCase } from '../dispatch/useCase'

export const confirm = useCase(
  'household.confirm',
  ({ villageId }, context) => aboutPlace(villageId, ['village'], context),
  async ({ factIds }, context, { _id: placeId }) =>
    done({ confirmed: await confirmFacts({ placeId, kind: 'visit', factIds }, context) }),
)
