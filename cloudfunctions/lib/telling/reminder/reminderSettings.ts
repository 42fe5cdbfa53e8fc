import { done } from '@domain/contract/answer'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { creditLines } from '../../store/collections/credits'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import { templateIds } from './countyTemplates'

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

/** 我不用微信提醒, or taking it back. Credits stay. */
export const setReminders = useCase('reminder.set', aboutSelf, async ({ byLeader }, _context, { _id }) => {
  const change = () => updateWhere('credits', { _id }, { byLeader })
  if (!(await change()) && (await insertOnce('credits', { _id, byLeader, moves: [] })) === 'duplicate') {
    await change()
  }
  return done({ byLeader })
})
