import { randomBytes } from 'node:crypto'

/** Random bytes (16, if nothing is said), url-safe: an id that tells nothing and cannot be guessed. 12 bytes are 16 characters. */
export const randomId = (bytes = 16): string => randomBytes(bytes).toString('base64url')
