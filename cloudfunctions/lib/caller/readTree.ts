import { treeOf } from '@domain/org/tree'
import { find } from '../wx/find'
import { cached } from './cached'

/** The whole tree of the county, dissolved nodes included: some hundreds of small rows. */
export const readTree = cached(async () => treeOf(await find('organisations', {}, { limit: 10_000 })))
