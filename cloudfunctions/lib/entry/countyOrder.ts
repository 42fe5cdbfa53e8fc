import type { Action } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { isSameOrder, wholeOrder } from '@domain/papers/order'
import type { StoredCopyOrder, StoredFactOrder } from '../store/collections/settings'
import { findById } from '../store/find'
import { mayInCounty, saveSetting } from './countySetting'
import type { Context } from './useCase'

type Stored<T> = Extract<StoredCopyOrder | StoredFactOrder, { order: T[] }>

/**
 * An order in which the county's forms ask for things, every one once: the customary one until the work committee has put it otherwise. `between`:
 * what may stand in it as well, once each.
 */
export function countyOrder<T extends string>(
  kind: Stored<T>['kind'],
  customary: readonly T[],
  between: readonly T[] = [],
) {
  const find = async () => (await findById('settings', kind)) as Stored<T> | null
  const whole = (stored: Stored<T> | null): T[] => wholeOrder<T>(stored?.order ?? [], customary)
  const isOwn = (order: readonly T[]): boolean => !isSameOrder(order, customary)
  const now = async (): Promise<T[]> => whole(await find())
  const read = async (action: Action, context: Context) => {
    const order = await now()
    return done({ order, isOwn: isOwn(order), mayEdit: mayInCounty(action, context) })
  }
  /** A resend finds its own; the last one saved stands. */
  const save = async ({ order, nonce }: { order: T[]; nonce: string }, context: Context) => {
    const isWhole = customary.every((one) => order.includes(one)) && new Set(order).size === order.length
    if (!isWhole || order.some((one) => !customary.includes(one) && !between.includes(one)))
      return refuse('invalid_request', { path: 'order' })
    const before = await find()
    const setting = { _id: kind, kind, order } as unknown as Parameters<typeof saveSetting>[1]
    const told = { what: kind, from: { order: whole(before) }, to: { order } }
    const isSaved = await saveSetting(before, setting, { ...told, nonce }, context)
    return isSaved ? done({ order, isOwn: isOwn(order) }) : refuse('try_again')
  }
  return { isOwn, now, read, save }
}
