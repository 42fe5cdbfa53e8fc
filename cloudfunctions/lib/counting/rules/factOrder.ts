import { done, refuse } from '@domain/contract/answer'
import type { FactItem } from '@domain/contract/words'
import { factOrderOf, isCustomary } from '@domain/papers/factItems'
import { mayInCounty, saveSetting } from '../../entry/countySetting'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { FACT_ORDER, type StoredFactOrder } from '../../store/collections/settings'
import { findById } from '../../store/find'

/** The county's own order of 事项; null: the customary one. */
const findOrder = async () => (await findById('settings', FACT_ORDER)) as StoredFactOrder | null

/** Every 事项 once, as the county's form has them. */
export const factOrder = async (): Promise<FactItem[]> => factOrderOf((await findOrder())?.order)

export const readFactOrder = useCase('factOrder.read', aboutCounty, async (_request, context) => {
  const order = await factOrder()
  return done({ order, isOwn: !isCustomary(order), mayEdit: mayInCounty('factOrder.save', context) })
})

/** The order of the county's form, every 事项 once. A resend finds its own; the last one saved stands. */
export const saveFactOrder = useCase('factOrder.save', aboutCounty, async (request, context) => {
  const { order, nonce } = request
  if (order.length !== factOrderOf(order).length || new Set(order).size !== order.length)
    return refuse('invalid_request', { path: 'order' })
  const before = await findOrder()
  const setting = { _id: FACT_ORDER, kind: FACT_ORDER, order } as const
  const told = { from: { order: factOrderOf(before?.order) }, to: { order } }
  const isSaved = await saveSetting(before, setting, { what: 'fact_order', nonce, ...told }, context)
  return isSaved ? done({ order, isOwn: !isCustomary(order) }) : refuse('try_again')
})
