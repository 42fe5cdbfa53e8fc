import { done } from '@domain/contract/answer'
import { aboutSelf } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { findById } from '../wx/find'
import { creditLines } from './credits'
import { templateIds } from './templateIds'

export const settings = useCase('reminder.settings', aboutSelf, async (_request, _context, member) => {
  const credits = await findById('credits', member._id)
  return done({
    credits: creditLines(credits),
    templateIds: templateIds(),
    byLeader: credits?.byLeader ?? false,
  })
})
