import { createHash, randomBytes } from 'node:crypto'
import type { Identity } from '../types'

/** A code is good for five minutes, exclusive, and once. */
const LIFE = 5 * 60_000

/** Codes that the button for the phone number hands out, and the number each stands for. */
export class PhoneCodes {
  private readonly codes = new Map<string, { openid: string; at: number }>()

  constructor(
    private readonly identities: readonly Identity[],
    /** Emulated milliseconds. */
    private readonly now: () => number,
  ) {}

  issue(openid: string): string {
    const code = randomBytes(32).toString('hex')
    this.codes.set(code, { openid, at: this.now() })
    return code
  }

  /** The identity's number, or one made of the openid in a range that belongs to nobody. */
  numberOf(openid: string): string {
    const known = this.identities.find((identity) => identity.openid === openid)?.phone
    const made = createHash('sha256').update(openid).digest().readUInt32BE(0) % 10_000
    return known ?? `1380000${String(made).padStart(4, '0')}`
  }

  /** The number behind a code, which is spent by this; undefined when it is unknown, spent or too old. */
  redeem(code: string): { phone: string; at: number } | undefined {
    const issued = this.codes.get(code)
    this.codes.delete(code)
    if (issued === undefined || Math.abs(this.now() - issued.at) >= LIFE) return undefined
    return { phone: this.numberOf(issued.openid), at: issued.at }
  }
}
