import { done, refuse } from '@domain/contract/answer'
import type { CopyColumn } from '@domain/contract/words'
import { isProvincial, orderOf } from '@domain/papers/copyOrder'
import { mayInCounty, saveSetting } from '../../entry/countySetting'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { COPY_ORDER, type StoredCopyOrder } from '../../store/collections/settings'
import { findById } from '../../store/find'

/** The county's own order of columns; null: the province's. */
const findOrder = async () => (await findById('settings', COPY_ORDER)) as StoredCopyOrder | null

/** What a record says of it: nothing where it is the province's. Read anew each time: whoever has just changed it looks at once. */
export async function ownOrder(): Promise<{ copyOrder?: CopyColumn[] }> {
  const stored = await findOrder()
  return stored && !isProvincial(stored.order) ? { copyOrder: orderOf(stored.order) } : {}
}

export const readCopyOrder = useCase('copyOrder.read', aboutCounty, async (_request, context) => {
  const order = orderOf((await findOrder())?.order)
  return done({ order, isOwn: !isProvincial(order), mayEdit: mayInCounty('copyOrder.save', context) })
})

/** The order of the county's form, every column once. A resend finds its own; the last one saved stands. */
export const saveCopyOrder = useCase('copyOrder.save', aboutCounty, async (request, context) => {
  const { order, nonce } = request
  if (order.length !== orderOf(order).length || new Set(order).size !== order.length)
    return refuse('invalid_request', { path: 'order' })
  const before = await findOrder()
  const setting = { _id: COPY_ORDER, kind: COPY_ORDER, order } as const
  const told = { from: { order: orderOf(before?.order) }, to: { order } }
  const isSaved = await saveSetting(before, setting, { what: 'copy_order', nonce, ...told }, context)
  return isSaved ? done({ order, isOwn: !isProvincial(order) }) : refuse('try_again')
})
