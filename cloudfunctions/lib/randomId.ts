import { randomBytes } from 'node:crypto'

/** 16 random bytes, url-safe: an id that tells nothing and cannot be guessed. */
export const randomId = (): string => randomBytes(16).toString('base64url')
