import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Permit {
  /** What it allows: `get` a file by its key, or `put` one at a path. */
  to: 'get' | 'put'
  name: string
  /** Who uploads from a phone. */
  owner?: string
  /** Emulated seconds, exclusive. */
  until: number
}

/** Signed permits: whoever holds one may do that one thing until its time is over. */
export class Links {
  constructor(
    private readonly secret: string,
    /** Emulated milliseconds. */
    private readonly now: () => number,
  ) {}

  private mac(body: string): Buffer {
    return createHmac('sha256', this.secret).update(body).digest()
  }

  /** `seconds` from now, by the emulated clock. */
  sign(permit: Omit<Permit, 'until'>, seconds: number): string {
    const until = Math.floor(this.now() / 1000) + seconds
    const body = Buffer.from(JSON.stringify({ ...permit, until })).toString('base64url')
    return `${body}.${this.mac(body).toString('base64url')}`
  }

  /** Undefined when it was not signed here, is for something else or is over. */
  verify(text: string, to: Permit['to']): Permit | undefined {
    const [body = '', mac = ''] = text.split('.')
    const given = Buffer.from(mac, 'base64url')
    const expected = this.mac(body)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    const permit = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Permit
    return permit.to === to && this.now() < permit.until * 1000 ? permit : undefined
  }
}
