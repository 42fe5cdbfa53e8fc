import { done } from '@domain/contract/answer'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { creditLines, MOVES_KEPT } from '../../store/collections/credits'
import { keeping, not, plus } from '../../store/conditions'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import { templateIds } from './countyTemplates'

/** One credit for each template WeChat's dialog was answered with yes for; exactly once however often it is sent. */
export const acceptReminders = useCase(
  'reminder.accept',
  aboutSelf,
  async ({ accepted, nonce }, _context, { _id }) => {
    const templates = [...new Set(accepted)]
    const each = <T>(value: T) => Object.fromEntries(templates.map((template) => [template, value]))
    const add = () =>
      updateWhere(
        'credits',
        { _id, moves: not(nonce) },
        { ...each(plus(1)), moves: keeping(nonce, MOVES_KEPT) },
      )
    // Nothing was added: this nonce was counted before, or there is no row yet. When the insert finds one, another call has just made it.
    if (!(await add())) {
      const isNew = await insertOnce('credits', { _id, ...each(1), moves: [nonce] })
      if (isNew === 'duplicate') await add()
    }
    return done({ credits: creditLines(await findById('credits', _id)) })
  },
)

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
