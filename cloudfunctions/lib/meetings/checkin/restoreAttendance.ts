import { done } from '@domain/contract/answer'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { annul } from './annul'

export const restoreAttendance = useCase(
  'checkin.restore',
  aboutActivity,
  async (request, context, activity) => {
    const outcome = await annul(false, request, activity, context)
    return outcome.ok ? done({ memberId: request.memberId, struck: false }) : outcome
  },
)
