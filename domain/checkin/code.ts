import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { readStaticCode, type StaticCode } from './staticCode'

/** A code as read from a picture; nothing of it is trusted before it is verified. */
export interface ActivityCode {
  type: 'activity'
  activityId: string
  slot: number
  signature: string
}
export interface MemberCode {
  type: 'member'
  alias: string
  slot: number
  signature: string
}

/** How long one activity code stands on the screen (ms). */
export const ACTIVITY_SLOT_MS = 15_000
/**
 * How long after the end of its slot an activity code still works (ms, exclusive), and how long before its beginning already (ms, inclusive).
 * The latter is for an organiser's phone whose clock is fast: its code is refused before this, so that what was seen once works for 75 s at
 * the very most, and only while the phone that shows it is that fast.
 */
export const GRACE_MS = 30_000
export const MEMBER_SLOT_MS = 60_000

/** early: rightly signed, but more than 30 s ahead (the organiser's clock is wrong); callers refuse it like a forged one. */
export type CodeVerdict = 'ok' | 'forged' | 'expired' | 'early'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Phones have neither Buffer nor, on old ones, btoa and TextEncoder. */
const base64url = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const chunk = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let sextet = 0; sextet <= Math.min(3, bytes.length - i); sextet += 1)
      text += ALPHABET.charAt((chunk >> (18 - 6 * sextet)) & 63)
  }
  return text
}
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))

/** HMAC-SHA256 under a key in hex, 80 bits kept: 14 characters of base64url. `text` is ASCII. */
export const sign = (text: string, keyHex: string): string => {
  if (!/^[0-9a-f]{64}$/i.test(keyHex)) throw new Error('A code key is 32 bytes in hex')
  return base64url(hmac(sha256, fromHex(keyHex), ascii(text)).subarray(0, 10))
}

const signed = (text: string, keyHex: string): string => `${text}.${sign(text, keyHex)}`
const activityText = (activityId: string, slot: number): string => `1.${activityId}.${slot.toString(36)}`
const memberText = (alias: string, slot: number): string => `M1.${alias}.${slot.toString(36)}`

/** What the organiser's phone draws, also without network: `1.<activity>.<slot in base 36>.<signature>`. */
export const mintActivityCode = (input: { activityId: string; codeKey: string; now: number }): string =>
  signed(activityText(input.activityId, Math.floor(input.now / ACTIVITY_SLOT_MS)), input.codeKey)

/** 我的码: `M1.<alias>.<slot in base 36>.<signature>`, under the member's own key. */
export const mintMemberCode = (input: { alias: string; codeKey: string; now: number }): string =>
  signed(memberText(input.alias, Math.floor(input.now / MEMBER_SLOT_MS)), input.codeKey)

/** How much of the running slot is left, for the ring around the code: seconds rounded up (15 … 1), fraction in (0, 1]. */
export const slotRemaining = (now: number): { seconds: number; fraction: number } => {
  const left = ACTIVITY_SLOT_MS - (now % ACTIVITY_SLOT_MS)
  return { seconds: Math.ceil(left / 1000), fraction: left / ACTIVITY_SLOT_MS }
}

const SHAPE = /^(1|M1)\.([\w-]{1,64})\.([1-9a-z][0-9a-z]{0,7}|0)\.([\w-]{14})$/

/** The token in what was scanned: the value of `t` in a link, else the text itself. */
const tokenOf = (text: string, codePrefix: string): string => {
  if (codePrefix && text.startsWith(codePrefix)) return text.slice(codePrefix.length)
  return /^https?:\/\/[^#]*?[?&]t=([^&#]*)/i.exec(text)?.[1] ?? text
}

export type Code = ActivityCode | MemberCode | StaticCode

/** Reads a scanned text, bare or a link: `readCode('https://example.gov.cn/c?t=1.a1.2s3f.…')`; null when it is none of ours. Verifies nothing. */
export const readCode = (text: string, codePrefix = ''): Code | null => {
  const token = tokenOf(text.trim(), codePrefix)
  const match = SHAPE.exec(token)
  if (!match) return readStaticCode(token)
  const [, version, id = '', slot36 = '', signature = ''] = match
  const slot = parseInt(slot36, 36)
  return version === '1'
    ? { type: 'activity', activityId: id, slot, signature }
    : { type: 'member', alias: id, slot, signature }
}

/** Valid while `start of slot - 30 s <= now < end of slot + 30 s` by the cloud's clock: a phone may be as fast as it may be slow. */
export const verifyActivityCode = (read: ActivityCode, codeKey: string, now: number): CodeVerdict => {
  if (sign(activityText(read.activityId, read.slot), codeKey) !== read.signature) return 'forged'
  if (now < read.slot * ACTIVITY_SLOT_MS - GRACE_MS) return 'early'
  return now < (read.slot + 1) * ACTIVITY_SLOT_MS + GRACE_MS ? 'ok' : 'expired'
}

/** ok when the code's minute touches the window (ms, both ends inclusive); it may reach the cloud long after. */
export const verifyMemberCode = (
  read: MemberCode,
  codeKey: string,
  window: { from: number; to: number },
): 'ok' | 'forged' | 'expired' => {
  if (sign(memberText(read.alias, read.slot), codeKey) !== read.signature) return 'forged'
  const from = read.slot * MEMBER_SLOT_MS
  return from <= window.to && from + MEMBER_SLOT_MS > window.from ? 'ok' : 'expired'
}
