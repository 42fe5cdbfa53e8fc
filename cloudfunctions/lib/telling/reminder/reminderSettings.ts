import { done } from '@domain/contract/answer'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { findById } from '../../store/find'
import { creditLines } from '../../store/collections/credits'
import { templateIds } from './templateIds'

export const reminderSettings = useCase(
  'reminder.settings',
  aboutSelf,
  async (_request, _context, member) => {
    const credits = await findById('credits', member._id)
    return done({
      credits: creditLines(credits),
      templateIds: templateIds(),
      byLeader: credits?.byLeader ?? false,
    })
  },
)
