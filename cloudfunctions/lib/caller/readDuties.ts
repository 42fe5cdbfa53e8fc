import { find } from '../wx/find'
import { cached } from './cached'

/** All versions of all duties; which one holds in a period is domain/duty's business. */
export const readDuties = cached(() => find('duties', {}, { limit: 2000 }))
