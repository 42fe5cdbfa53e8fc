import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ANSWER_LIMIT, CloudError, functionAnswerTooLarge } from '../cloudError'
import type { EmulatedClock } from '../clock/EmulatedClock'
import type { GatewayCall, Invocation } from '../types'
import { APP_ID, invocationEnvironment, processEnvironment } from './functionEnvironment'
import { FunctionPool } from './FunctionPool'
import type { InvocationMessage, ProcessAnswer } from './FunctionProcess'

/** A function that calls itself without end must not take the whole machine. */
const DEEPEST = 10
const LOG_LENGTH = 1000
const LINES_KEPT = 50
/** Bytes of an event as JSON text, 102400 included. */
const PAYLOAD_LIMIT = 100 * 1024

interface FunctionsOptions {
  folder: string
  envId: string
  clock: EmulatedClock
  environment: Record<string, string>
  node?: string | undefined
  timeFactor?: number | undefined
  gatewayUrl: () => string
  /** What the SDK's requests are answered by. */
  ask: (body: string) => Promise<string>
  log: (line: string) => void
}

export interface Caller {
  openid: string
  /** As the SDK reports it: `wx_client`, or `wx_client,scf` for a call from a function. */
  source: string
  /** How many functions stand between the phone and this call; absent: none. */
  depth?: number
}

interface Session {
  invocation: Invocation
  caller: Caller
}

interface Call {
  name: string
  /** The event as JSON. */
  text: string
  requestId: string
  token: string
  caller: Caller
  /** Milliseconds. */
  timeLimit: number
}

const randomId = () => randomBytes(8).toString('hex')

function actionOf(event: unknown): { action?: string } {
  const { action, Type, TriggerName } = Object(event) as Record<string, unknown>
  if (Type === 'Timer') return { action: `timer ${String(TriggerName)}` }
  return typeof action === 'string' ? { action: action.slice(0, 80) } : {}
}

/** What can be read as JSON may still be nested too deep to be written. */
function textOf(event: unknown): string {
  try {
    return JSON.stringify(event ?? {})
  } catch {
    throw new CloudError('INVALID_PARAM', 'the event cannot be written as JSON')
  }
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

function withinLimit(result: string): string {
  const bytes = Buffer.byteLength(result)
  if (bytes > ANSWER_LIMIT) throw functionAnswerTooLarge(bytes)
  return result
}

/** Calls functions, one process an invocation, and keeps the log of what each call did. */
export class Functions {
  private readonly pools = new Map<string, FunctionPool>()
  private readonly sessions = new Map<string, Session>()
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
      const onLine = (line: string) => this.options.log(`[${name}] ${line}`)
      const { ask, node, timeFactor } = this.options
      pool = new FunctionPool({ folder, environment, onLine, ask, node, timeFactor })
      this.pools.set(name, pool)
    }
    return pool
  }

  private session(token: unknown): Session | undefined {
    return typeof token === 'string' ? this.sessions.get(token) : undefined
  }

  /** Who calls when a function does: the token its SDK sends along keeps the identity, and where it all began. */
  callerOf(token: unknown): Caller {
    const { openid, source, depth = 0 } = this.session(token)?.caller ?? { openid: '', source: '' }
    return { openid, source: source === '' ? 'scf' : `${source},scf`, depth: depth + 1 }
  }

  requestIdOf(token: unknown): string {
    return this.session(token)?.invocation.requestId ?? ''
  }

  functionNameOf(token: unknown): string {
    return this.session(token)?.invocation.name ?? ''
  }

  countCall(token: unknown, call: GatewayCall): void {
    this.session(token)?.invocation.calls.push(call)
  }

  /** The function's answer as JSON text. */
  async invoke(name: string, event: unknown, caller: Caller): Promise<{ requestId: string; result: string }> {
    const text = textOf(event)
    if (Buffer.byteLength(text) > PAYLOAD_LIMIT) {
      throw new CloudError('FUNCTIONS_REQUEST_FAIL', `request data exceeds ${PAYLOAD_LIMIT} bytes`)
    }
    if ((caller.depth ?? 0) > DEEPEST)
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `functions call each other more than ${DEEPEST} deep`)
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
    const lease = await pool.acquire(caller.depth ?? 0)
    const { process } = lease
    invocation.coldStart = lease.coldStart
    process.onLine = (line) => {
      this.options.log(`[${name} ${requestId}] ${line}`)
      if (invocation.lines.length < LINES_KEPT) invocation.lines.push(line.slice(0, 2000))
    }
    const token = randomId()
    this.sessions.set(token, { invocation, caller })
    try {
      const message = this.message({ name, text, requestId, token, caller, timeLimit })
      const answer = await process.run(message, timeLimit)
      if (answer.kind === 'done') return withinLimit(answer.result)
      if (answer.kind === 'thrown') process.onLine(answer.stack)
      throw failure(answer, timeLimit)
    } finally {
      this.sessions.delete(token)
      pool.release(lease)
    }
  }

  /** What the process is told: the event, and who and what surrounds it in the cloud. */
  private message({ name, text, requestId, token, caller, timeLimit }: Call): InvocationMessage {
    const { openid, source } = caller
    return {
      event: text,
      identity: openid === '' ? {} : { userInfo: { appId: APP_ID, openId: openid } },
      environment: invocationEnvironment({ openid, token, requestId, source }),
      context: {
        request_id: requestId,
        function_name: name,
        namespace: this.options.envId,
        memory_limit_in_mb: 256,
        time_limit_in_ms: timeLimit,
      },
      clockOffset: this.options.clock.currentOffset(),
    }
  }

  /** The last `most`, oldest first. */
  invocations(most = LOG_LENGTH): Invocation[] {
    return structuredClone(this.log.slice(-most))
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }
}
