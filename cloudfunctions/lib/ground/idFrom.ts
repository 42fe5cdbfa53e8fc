import { createHash, randomBytes } from 'node:crypto'

/** An id from a request's nonce: the same request always means the same thing, whoever else uses that nonce, and none can aim at another's id. */
export const idFrom = (openId: string, nonce: string): string =>
  createHash('sha256').update(`${openId} ${nonce}`).digest('base64url').slice(0, 16)

/** Random bytes (16, if nothing is said), url-safe: an id that tells nothing and cannot be guessed. 12 bytes are 16 characters. */
export const randomId = (bytes = 16): string => randomBytes(bytes).toString('base64url')
