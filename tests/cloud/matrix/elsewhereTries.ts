import { newNonce } from '../world'

/** Somebody who may do the action to what it is judged on, and names a thing of somebody else's in this one field. */
export interface Try {
  by: string
  request: () => object
  /** The other's: stays as it is, also when it is not there. */
  other: [collection: string, id: string]
}
/**
 * judged: it is what access is judged on · names: it only names somebody or something, and changes nothing there (a wish, a rule, a place, a
 * right held at what is judged)
 */
export type Field = 'judged' | 'names' | Try

export const nonce = () => ({ nonce: newNonce() })
export const county = 'openid-county'

export const only =
  (request: object): (() => object) =>
  () =>
    request
