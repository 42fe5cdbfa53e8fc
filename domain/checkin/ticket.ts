import type { Way } from '../contract/words'
import { sign } from './code'

/** How long a ticket stands for a verified code (ms, exclusive): consent and binding take longer than a slot. */
export const TICKET_MS = 10 * 60_000
/** Clocks of two machines of the cloud may differ by this much (ms). */
const SKEW_MS = 60_000

/** By what somebody came to a ticket. */
export type TicketWay = Extract<Way, 'scan' | 'poster'>
export type TicketVerdict = { ok: true; openedAt: number; fromAlbum: boolean; way: TicketWay } | { ok: false }

const SHAPE = /^T1\.([\w-]{1,64})\.([0-9a-z]{1,10})\.([cap])\.([\w-]{14})$/

/** The OPENID goes into the signature only: a ticket says nothing of whose it is. */
const signatureOf = (head: string, openId: string, codeKey: string): string =>
  sign(`${head}.${openId}`, codeKey)

/**
 * The word that this WeChat identity has just shown a valid code of this activity; stored nowhere. `fromAlbum` is the phone's hint;
 * `poster` says that the code was the printed one, which does not prove that anybody was there.
 * `T1.<activity>.<instant in base 36>.<c: camera, a: album, p: poster>.<signature>`
 */
export const mintTicket = (input: {
  activityId: string
  openId: string
  codeKey: string
  now: number
  fromAlbum?: boolean
  poster?: boolean
}): string => {
  const origin = input.poster ? 'p' : input.fromAlbum ? 'a' : 'c'
  const head = `T1.${input.activityId}.${input.now.toString(36)}.${origin}`
  return `${head}.${signatureOf(head, input.openId, input.codeKey)}`
}

/** Which activity a ticket claims to be for, so that its key can be looked up; null when it is none. */
export const readTicket = (text: string): { activityId: string } | null => {
  const activityId = SHAPE.exec(text)?.[1]
  return activityId === undefined ? null : { activityId }
}

/** ok for the identity it was minted for while `now < openedAt + 10 min`. */
export const verifyTicket = (
  text: string,
  by: { openId: string; codeKey: string; now: number },
): TicketVerdict => {
  const match = SHAPE.exec(text)
  if (!match) return { ok: false }
  const [, , at36 = '', origin, signature = ''] = match
  const head = text.slice(0, -signature.length - 1)
  if (signatureOf(head, by.openId, by.codeKey) !== signature) return { ok: false }
  const openedAt = parseInt(at36, 36)
  if (by.now >= openedAt + TICKET_MS || openedAt > by.now + SKEW_MS) return { ok: false }
  return { ok: true, openedAt, fromAlbum: origin === 'a', way: origin === 'p' ? 'poster' : 'scan' }
}
