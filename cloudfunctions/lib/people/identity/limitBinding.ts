import type { Refusal } from '@domain/contract/answer'
import { limit } from '../../entry/limit'
import type { Context } from '../../entry/useCase'
import { idFrom } from '../../ground/idFrom'
import { plainPersonName } from './matchRoster'

/** Takes a turn of who asks. */
export const limitOwn = ({ caller, now }: Context): Promise<Refusal | null> =>
  limit({ openId: caller.openId, kind: 'bind' }, now)

/**
 * Takes a turn of whom somebody names by digits: somebody's digits are not found by many phones either. Whether there is such a person
 * makes no difference. The whole number that WeChat vouches for is no guess and takes none.
 */
export const limitNamed = (
  { branchId, name }: { branchId: string; name: string },
  { now }: Context,
): Promise<Refusal | null> =>
  limit({ openId: `named-${idFrom(branchId, plainPersonName(name))}`, kind: 'named' }, now)
