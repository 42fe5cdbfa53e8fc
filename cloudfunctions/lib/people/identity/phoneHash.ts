import { createHmac } from 'node:crypto'

/**
 * What is kept of a whole mobile number (11 digits): a keyed hash, by which the number WeChat vouches for is known again. The key is the function
 * variable PHONE_KEY and lies in no database; undefined where the county has set none. Eleven digits are few enough to be tried through: a
 * hash without a key would be the number itself.
 */
export function phoneHash(whole: string, key = process.env.PHONE_KEY ?? ''): string | undefined {
  return key === '' ? undefined : createHmac('sha256', key).update(whole).digest('hex')
}

/** Whether the county has set a key of the length it is asked to (32 characters at least). */
export const hasPhoneKey = (key = process.env.PHONE_KEY ?? ''): boolean => key.length >= 32
