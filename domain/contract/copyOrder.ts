import * as v from 'valibot'
import { empty, nonce } from './shared'
import { copyColumn } from './words'

export const columnOrder = v.pipe(v.array(copyColumn), v.maxLength(copyColumn.options.length))

/** In which order 逐栏复制 gives the texts of a record: that of the form the county fills in. `isOwn`: another than the province's. */
export const read = {
  request: empty,
  response: v.object({ order: columnOrder, isOwn: v.boolean(), mayEdit: v.boolean() }),
}

/** Every column once; the province's order again is 恢复默认. Refusals: invalid_request, try_again (somebody else saved meanwhile). */
export const save = {
  request: v.strictObject({ order: columnOrder, nonce }),
  response: v.object({ order: columnOrder, isOwn: v.boolean() }),
}
