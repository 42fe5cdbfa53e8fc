/** Object.hasOwn, which @noble/hashes asks for, came to iOS with 15.4 only. */
export const hasOwn = (target: object, key: PropertyKey): boolean =>
  Object.prototype.hasOwnProperty.call(target, key)
