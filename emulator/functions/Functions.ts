import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { CloudError } from '../cloudError'
import type { EmulatedClock } from '../clock/EmulatedClock'
import type { GatewayCall, Invocation } from '../types'
import { APP_ID, invocationEnvironment, processEnvironment } from './functionEnvironment'
import { FunctionPool } from './FunctionPool'
import type { ProcessAnswer } from './FunctionProcess'

const POOL_SIZE = 8
const LOG_LENGTH = 1000
const LINES_KEPT = 50
/** Bytes of an event as JSON text, 102400 included. */
export const PAYLOAD_LIMIT = 100 * 1024

export interface FunctionsOptions {
  folder: string
  envId: string
  clock: EmulatedClock
  environment: Record<string, string>
  gatewayUrl: () => string
  log: (line: string) => void
}

export interface Caller {
  openid: string
  /** As the SDK reports it: `wx_client`, or `wx_client,scf` for a call from a function. */
  source: string
}

const randomId = () => randomBytes(8).toString('hex')

function actionOf(event: unknown): { action?: string } {
  const { action, Type, TriggerName } = Object(event) as Record<string, unknown>
  if (Type === 'Timer') return { action: `timer ${String(TriggerName)}` }
  return typeof action === 'string' ? { action: action.slice(0, 80) } : {}
}

function failure(answer: Exclude<ProcessAnswer, { kind: 'done' }>, timeLimit: number): CloudError {
  if (answer.kind === 'timed_out') {
    return new CloudError(
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      `Invoking task timed out after ${timeLimit / 1000} seconds`,
    )
  }
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', answer.message)
}

/** Calls functions, one process an invocation, and keeps the log of what each call did. */
export class Functions {
  private readonly pools = new Map<string, FunctionPool>()
  private readonly sessions = new Map<string, Invocation>()
  private readonly log: Invocation[] = []

  constructor(private readonly options: FunctionsOptions) {}

  private pool(name: string): FunctionPool {
    const folder = path.join(this.options.folder, name)
    if (!/^[A-Za-z][\w-]{0,59}$/.test(name) || !fs.existsSync(path.join(folder, 'index.js'))) {
      throw new CloudError(
        'FUNCTION_NOT_FOUND',
        `[ResourceNotFound.Function] Function not found: ${name.slice(0, 60)}`,
      )
    }
    let pool = this.pools.get(name)
    if (pool === undefined) {
      const environment = () =>
        processEnvironment({
          name,
          envId: this.options.envId,
          gatewayUrl: this.options.gatewayUrl(),
          clockOffset: this.options.clock.currentOffset(),
          extra: this.options.environment,
        })
      pool = new FunctionPool(folder, environment, POOL_SIZE, (line) => this.options.log(`[${name}] ${line}`))
      this.pools.set(name, pool)
    }
    return pool
  }

  /** The identity behind the token a function's SDK sends along. */
  openidOf(token: unknown): string {
    return typeof token === 'string' ? (this.sessions.get(token)?.openid ?? '') : ''
  }

  requestIdOf(token: unknown): string {
    return typeof token === 'string' ? (this.sessions.get(token)?.requestId ?? '') : ''
  }

  countCall(token: unknown, call: GatewayCall): void {
    if (typeof token === 'string') this.sessions.get(token)?.calls.push(call)
  }

  /** The function's answer as JSON text. */
  async invoke(name: string, event: unknown, caller: Caller): Promise<{ requestId: string; result: string }> {
    const text = JSON.stringify(event ?? {})
    if (Buffer.byteLength(text) > PAYLOAD_LIMIT) {
      throw new CloudError('FUNCTIONS_REQUEST_FAIL', `request data exceeds ${PAYLOAD_LIMIT} bytes`)
    }
    const pool = this.pool(name)
    const invocation: Invocation = {
      requestId: randomId(),
      name,
      openid: caller.openid,
      event: actionOf(event),
      startedAt: this.options.clock.now(),
      ms: 0,
      coldStart: false,
      ok: false,
      calls: [],
      lines: [],
    }
    const began = performance.now()
    try {
      const result = await this.run(pool, invocation, text, caller)
      invocation.ok = true
      return { requestId: invocation.requestId, result }
    } catch (error) {
      invocation.error = error instanceof Error ? error.message : String(error)
      throw error
    } finally {
      invocation.ms = Math.round((performance.now() - began) * 10) / 10
      this.log.push(invocation)
      if (this.log.length > LOG_LENGTH) this.log.shift()
    }
  }

  private async run(
    pool: FunctionPool,
    invocation: Invocation,
    text: string,
    caller: Caller,
  ): Promise<string> {
    const { requestId, name } = invocation
    const timeLimit = pool.timeLimit()
    const { process, coldStart } = await pool.acquire()
    invocation.coldStart = coldStart
    process.onLine = (line) => {
      this.options.log(`[${name} ${requestId}] ${line}`)
      if (invocation.lines.length < LINES_KEPT) invocation.lines.push(line.slice(0, 2000))
    }
    const token = randomId()
    this.sessions.set(token, invocation)
    const identity = caller.openid === '' ? {} : { userInfo: { appId: APP_ID, openId: caller.openid } }
    try {
      const answer = await process.run(
        {
          event: { ...(JSON.parse(text) as object), ...identity },
          environment: invocationEnvironment({
            openid: caller.openid,
            token,
            requestId,
            source: caller.source,
          }),
          context: {
            request_id: requestId,
            function_name: name,
            namespace: this.options.envId,
            memory_limit_in_mb: 256,
            time_limit_in_ms: timeLimit,
          },
          clockOffset: this.options.clock.currentOffset(),
        },
        timeLimit,
      )
      if (answer.kind === 'done') return answer.result
      if (answer.kind === 'thrown') process.onLine(answer.stack)
      throw failure(answer, timeLimit)
    } finally {
      this.sessions.delete(token)
      pool.release(process)
    }
  }

  invocations(): Invocation[] {
    return structuredClone(this.log)
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }
}
