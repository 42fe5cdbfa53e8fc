import http from 'node:http'
import type { AddressInfo } from 'node:net'

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
  private server = http.createServer()

  /** `counts`: which requests are counted, and so where it can be cut. */
  constructor(
    private readonly to: string,
    private readonly counts: (asked: Asked) => boolean = () => true,
  ) {}

  /** Begins to listen; the SDK of this process, which is loaded after that, goes through it. */
  async open(envId: string): Promise<void> {
    this.server = http.createServer(this.listener)
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const { port } = this.server.address() as AddressInfo
    Object.assign(process.env, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
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

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
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

  private readonly listener: http.RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const asked = readAsked(body)
      const isCounted = this.counts(asked)
      const isLast = this.left === 0 && isCounted && this.isAnswerLost
      if (this.left <= 0 && !isLast) return void response.end(dead)
      if (isCounted) {
        this.left -= 1
        this.passed.push(asked.collectionName ?? '')
      }
      const isBlink = isCounted && this.passed.length === this.blinksAt
      if (isBlink) this.blinksAt = Infinity
      const url = new URL(request.url ?? '/', this.to)
      const onward = http.request(url, { method: 'POST', headers: request.headers }, (answer) => {
        if (isLast) return void answer.resume().on('end', () => response.end(dead))
        if (isBlink) return void answer.resume().on('end', () => request.socket.destroy())
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      })
      onward.end(body)
    })
  }
}

/** Files go as forms. */
function readAsked(body: Buffer): Asked {
  try {
    return JSON.parse(body.toString()) as Asked
  } catch {
    return { action: 'form' }
  }
}
