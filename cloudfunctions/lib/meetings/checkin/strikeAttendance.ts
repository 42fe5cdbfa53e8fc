import { done } from '@domain/contract/answer'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { annul } from './annul'

export const strikeAttendance = useCase(
  'checkin.strike',
  aboutActivity,
  async (request, context, activity) => {
    const outcome = await annul(true, request, activity, context)
    return outcome.ok ? done({ memberId: request.memberId, struck: true }) : outcome
  },
)
