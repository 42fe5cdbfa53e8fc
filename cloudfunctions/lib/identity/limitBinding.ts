import type { Refusal } from '@domain/contract/answer'
import type { Context } from '../dispatch/useCase'
import { idFrom } from '../idFrom'
import { limit } from './limit'
import { plainPersonName } from './matchRoster'

/**
 * Takes a turn of who asks and one of whom they name: somebody's digits are not found by many phones either. Whether there is such a person
 * makes no difference.
 */
export async function limitBinding(
  { branchId, name }: { branchId: string; name: string },
  { caller, now }: Context,
): Promise<Refusal | null> {
  const own = await limit({ openId: caller.openId, kind: 'bind' }, now)
  if (own) return own
  return limit({ openId: `named-${idFrom(branchId, plainPersonName(name))}`, kind: 'named' }, now)
}
