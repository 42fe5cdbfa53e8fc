import { type Tree, treeOf } from '@domain/org/tree'
import { find } from '../../store/find'

/** The organisations as they are stored this moment: what is about to change them does not ask a reading of before. */
export const readRegisterNow = async (): Promise<Tree> =>
  treeOf(await find('organisations', {}, { limit: 10_000 }))
