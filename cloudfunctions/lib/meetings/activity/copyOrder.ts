import { mayDo } from '@domain/access/mayDo'
import { done, refuse } from '@domain/contract/answer'
import type { CopyColumn } from '@domain/contract/words'
import { isProvincial, orderOf } from '@domain/papers/copyOrder'
import { insertAudited, updateAudited } from '../../entry/audit/audited'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import { COPY_ORDER, type StoredCopyOrder } from '../../store/collections/settings'
import { findById } from '../../store/find'

/** The county's own order of columns; null: the province's. */
const findOrder = async () => (await findById('settings', COPY_ORDER)) as StoredCopyOrder | null

/** What a record says of it: nothing where it is the province's. Read anew each time: whoever has just changed it looks at once. */
export async function ownOrder(): Promise<{ copyOrder?: CopyColumn[] }> {
  const stored = await findOrder()
  return stored && !isProvincial(stored.order) ? { copyOrder: orderOf(stored.order) } : {}
}

export const readCopyOrder = useCase(
  'copyOrder.read',
  aboutCounty,
  async (_request, { caller, today, tree }) => {
    const order = orderOf((await findOrder())?.order)
    const root = aboutCounty(null, { tree })
    const mayEdit = root !== null && mayDo('copyOrder.save', caller, { day: today, ...root.about }, tree)
    return done({ order, isOwn: !isProvincial(order), mayEdit })
  },
)

/** The order of the county's form, every column once. A resend finds its own; the last one saved stands. */
export const saveCopyOrder = useCase('copyOrder.save', aboutCounty, async (request, { caller, now }) => {
  const { order, nonce } = request
  if (order.length !== orderOf(order).length || new Set(order).size !== order.length)
    return refuse('invalid_request', { path: 'order' })
  const answer = done({ order, isOwn: !isProvincial(order) })
  const savedAs = idFrom(caller.openId, nonce)
  const by = nameForRecords(caller)
  const before = await findOrder()
  if (before?.savedAs === savedAs) return answer
  const told = { from: { order: orderOf(before?.order) }, to: { order } }
  const telling = { what: 'copy_order' as const, by, at: now, key: nonce, ...told }
  const row = { kind: COPY_ORDER, order, savedAs, savedAt: now, savedBy: by } as const
  const isSaved = before
    ? await updateAudited(telling, 'settings', { _id: COPY_ORDER, savedAs: before.savedAs }, row)
    : await insertAudited(telling, 'settings', { _id: COPY_ORDER, ...row })
  return isSaved ? answer : refuse('try_again')
})
