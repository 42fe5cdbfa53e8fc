import { done } from '@domain/contract/answer'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

/** 我不用微信提醒, or taking it back. Credits stay. */
export const setReminders = useCase('reminder.set', aboutSelf, async ({ byLeader }, _context, { _id }) => {
  const change = () => updateWhere('credits', { _id }, { byLeader })
  if (!(await change()) && (await insertOnce('credits', { _id, byLeader, moves: [] })) === 'duplicate') {
    await change()
  }
  return done({ byLeader })
})
