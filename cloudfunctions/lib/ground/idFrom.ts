import { createHash } from 'node:crypto'

/** An id from a request's nonce: the same request always means the same thing, whoever else uses that nonce, and none can aim at another's id. */
export const idFrom = (openId: string, nonce: string): string =>
  createHash('sha256').update(`${openId} ${nonce}`).digest('base64url').slice(0, 16)
