import { done, refuse } from '@domain/contract/answer'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { findById } from '../../store/find'
import { enterForOther } from './enterForOther'

export const tickAttendance = useCase('checkin.tick', aboutActivity, async (request, context, activity) => {
  const member = await findById('members', request.memberId)
  if (!member) return refuse('invalid_request', { path: 'memberId' })
  const outcome = await enterForOther(request, member, activity, context)
  if (!outcome.ok) return outcome
  const { occurredAt, way } = outcome.data
  return done({ memberId: member._id, at: occurredAt, way })
})
