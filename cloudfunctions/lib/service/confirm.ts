import { effectiveState } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import { confirmFacts } from '../confirmFacts'
import { useCase } from '../dispatch/useCase'
import { aboutService } from './aboutService'

/** 确认到场. Grace limits entering, never this: also a recorded service may still be confirmed. */
export const confirm = useCase('service.confirm', aboutService, async ({ factIds }, context, service) => {
  const { _id: activityId, hostId: placeId } = service
  const state = effectiveState(service, context.now)
  if (state === 'draft' || state === 'published' || state === 'cancelled') return refuse('wrong_state')
  const confirmed = await confirmFacts({ placeId, kind: 'attendance', factIds, activityId }, context)
  return done({ activityId, confirmed })
})
