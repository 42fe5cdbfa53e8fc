import * as v from 'valibot'
import { empty, nonce, optionalLine } from './shared'

/** Whether meetings that branches of one unit hold together count for each of them (联合开展), and what the work committee rests it on. */
export const setting = {
  request: empty,
  response: v.object({ on: v.boolean(), basis: v.string(), mayEdit: v.boolean() }),
}

/**
 * Holds for what is announced from now on; what was announced stays what it was. `basis`: what the county rests it on (文号, or a meeting of the work
 * committee); it may be left out only where it is switched off. Refusals: invalid_request (basis), try_again.
 */
export const save = {
  request: v.strictObject({ on: v.boolean(), basis: optionalLine(60), nonce }),
  response: v.object({ on: v.boolean() }),
}
