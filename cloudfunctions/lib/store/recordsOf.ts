import type { Where } from '../wx/sdk'
import { anyOf } from './conditions'

/**
 * Facts on somebody's record, or on that of one of several (`oneOf`): one's own, and talks that another one is named first in. `where`: which of them,
 * as an index of each has it.
 */
export const recordsOf = (memberId: unknown, where: Where = {}): Where =>
  anyOf({ memberId, ...where }, { 'detail.withMemberId': memberId, ...where })
