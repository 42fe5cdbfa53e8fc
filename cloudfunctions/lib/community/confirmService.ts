import { effectiveState } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import { confirmFacts } from './confirmFacts'
import { useCase } from '../entry/useCase'
import { aboutService } from '../entry/aboutService'

/** 确认到场. Terms limit entering, not confirming: who is on the list may be confirmed at any time, also when the service is recorded. */
export const confirmService = useCase(
  'service.confirm',
  aboutService,
  async ({ factIds }, context, service) => {
    const { _id: activityId, hostId: placeId } = service
    const state = effectiveState(service, context.now)
    if (state === 'draft' || state === 'published' || state === 'cancelled') return refuse('wrong_state')
    const confirmed = await confirmFacts({ placeId, kind: 'attendance', factIds, activityId }, context)
    return done({ activityId, confirmed })
  },
)
