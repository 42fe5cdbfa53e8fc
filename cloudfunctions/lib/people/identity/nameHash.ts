import { createHmac } from 'node:crypto'

/**
 * What is kept of somebody on a list of names: enough to know the name and office again, and to read neither. Keyed as a telephone's hash is; where the
 * county has set no key it is only as good as any hash.
 */
export const nameHash = (text: string, key = process.env.PHONE_KEY ?? ''): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, 16)
