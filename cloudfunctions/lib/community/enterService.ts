import { closesAt } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import { aboutService } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { enterForOther } from '../meetings/checkin/enterForOther'
import { findById } from '../store/find'

/** 记名单: waits for the batch as a poster's scan does. */
export const enterService = useCase('service.enter', aboutService, async (request, context, service) => {
  const { memberId, nonce } = request
  const member = await findById('members', memberId)
  if (!member) return refuse('invalid_request', { path: 'memberId' })
  // A paper list has no hours: what is entered after the service has closed gets the hour at which it began.
  const occurredAt = request.occurredAt > closesAt(service) ? service.startsAt : request.occurredAt
  const outcome = await enterForOther({ way: 'paper', occurredAt, nonce }, member, service, context)
  return outcome.ok ? done({ memberId, at: outcome.data.occurredAt }) : outcome
})
