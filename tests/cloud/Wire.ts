import { carry } from '../../emulator/functions/gatewayWire.cjs'
import type { Emulator } from '../../emulator/types'

/** An answer nobody asks for again: the run ends there, as when its process is killed. */
const dead = JSON.stringify({ code: 'DATABASE_REQUEST_FAILED', message: 'the line is dead' })

/** What the SDK asks of the cloud. */
export interface Asked {
  action: string
  collectionName?: string
}

/** Stands between the SDK and the cloud: counts what passes and lets nothing through any more when told so. */
export class Wire {
  passed: string[] = []
  private left = Infinity
  private isAnswerLost = false
  private blinksAt = Infinity
  private letGo: () => void = () => undefined

  /** `counts`: which requests are counted, and so where it can be cut. */
  constructor(
    private readonly emulator: Emulator,
    private readonly counts: (asked: Asked) => boolean = () => true,
  ) {}

  /** From now on the SDK of this process, which is loaded after that, goes through it. */
  open(envId: string): void {
    const gateway = `${this.emulator.url}/admin`
    this.letGo = carry(gateway, (body) => this.ask(body))
    Object.assign(process.env, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: gateway }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'x',
      TENCENTCLOUD_SECRETKEY: 'x',
      TENCENTCLOUD_SESSIONTOKEN: 'x',
      SCF_NAMESPACE: envId,
      TCB_ENV: envId,
      WX_CONTEXT_KEYS: '',
      TCB_CONTEXT_KEYS: '',
    })
  }

  close(): void {
    this.letGo()
  }

  /** After so many counted requests the line is dead; the next one may still arrive, only its answer is lost. */
  dieAfter(requests: number, { answerLost = false } = {}): void {
    this.left = requests
    this.isAnswerLost = answerLost
  }

  /** The counted request of this number (from 1) is done, but its answer breaks off: whoever asked may ask again. */
  blinkAt(request: number): void {
    this.blinksAt = request
  }

  heal(): void {
    this.left = Infinity
    this.blinksAt = Infinity
    this.passed = []
  }

  private async ask(body: string): Promise<string> {
    const asked = JSON.parse(body) as Asked
    const isCounted = this.counts(asked)
    const isLast = this.left === 0 && isCounted && this.isAnswerLost
    if (this.left <= 0 && !isLast) return dead
    if (isCounted) {
      this.left -= 1
      this.passed.push(asked.collectionName ?? '')
    }
    const isBlink = isCounted && this.passed.length === this.blinksAt
    if (isBlink) this.blinksAt = Infinity
    const answer = await this.emulator.ask(body)
    if (isBlink) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    return isLast ? dead : answer
  }
}
