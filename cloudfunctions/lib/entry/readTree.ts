import { treeAsOf } from '@domain/org/asOf'
import { type Tree, treeOf } from '@domain/org/tree'
import { dayOf } from '@domain/time/day'
import { cached } from '../ground/cached'
import { find } from '../store/find'

/** Every organisation of the county as it is stored, dissolved ones and earlier states included: some hundreds of small rows. */
export const readRegister = cached(async () => treeOf(await find('organisations', {}, { limit: 10_000 })))

/** The tree as it is today. */
export const readTree = async (now: number): Promise<Tree> => treeAsOf(await readRegister(now), dayOf(now))
