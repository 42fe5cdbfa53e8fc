import { CloudError } from '../cloudError'
import type { EmulatedClock } from '../clock/EmulatedClock'
import type { Functions } from '../functions/Functions'
import type { TimerState } from '../types'
import { lastDue, nextDue } from './cron'
import { readTriggers, type Trigger } from './readTriggers'

/** Real milliseconds between two looks at the emulated clock. */
const LOOK_EVERY = 250

interface TimersOptions {
  /** Built functions, each with its config.json. */
  folder: string
  clock: EmulatedClock
  functions: Functions
  log: (line: string) => void
}

const keyOf = ({ functionName, name }: Trigger) => `${functionName} ${name}`

/** ISO without milliseconds, in UTC: as the cloud writes it. */
const timeText = (at: number) => new Date(at).toISOString().replace(/\.\d+/, '')

/**
 * Calls functions when their timers are due on the emulated clock. When the clock jumps over several due times a function is called once,
 * for the last of them; when it is put back nothing is called twice for that.
 */
export class Timers {
  /** Up to which instant a timer has been looked after. */
  private readonly seenUntil = new Map<string, number>()
  private readonly last = new Map<string, NonNullable<TimerState['last']>>()
  private readonly problems = new Set<string>()
  private looking: NodeJS.Timeout | undefined

  constructor(private readonly options: TimersOptions) {}

  /** From now on timers run by themselves. */
  start(): void {
    this.look()
    this.looking = setInterval(() => this.look(), LOOK_EVERY)
    this.looking.unref()
  }

  stop(): void {
    clearInterval(this.looking)
    this.looking = undefined
  }

  list(): TimerState[] {
    const now = this.options.clock.now()
    return this.triggers().map((trigger) => {
      const { functionName, name, config, cron } = trigger
      const last = this.last.get(keyOf(trigger))
      const next = this.looking && nextDue(cron, now)
      return { functionName, name, config, ...(next && { next }), ...(last && { last }) }
    })
  }

  /** Runs a function's timer now, whether or not timers run by themselves; what the function answered. */
  async run(functionName: string): Promise<unknown> {
    const trigger = this.triggers().find((one) => one.functionName === functionName)
    if (!trigger) throw new CloudError('FUNCTION_NOT_FOUND', `no timer calls a function "${functionName}"`)
    return this.fire(trigger, this.options.clock.now())
  }

  private triggers(): Trigger[] {
    return readTriggers(this.options.folder, (problem) => {
      if (this.problems.has(problem)) return
      this.problems.add(problem)
      this.options.log(`timers: ${problem}`)
    })
  }

  private look(): void {
    const now = this.options.clock.now()
    for (const trigger of this.triggers()) {
      const key = keyOf(trigger)
      const since = this.seenUntil.get(key) ?? now
      this.seenUntil.set(key, now)
      const due = since < now ? lastDue(trigger.cron, since, now) : undefined
      // What it failed with stands in the log of invocations.
      if (due !== undefined) void this.fire(trigger, due).catch(() => undefined)
    }
  }

  private async fire(trigger: Trigger, due: number): Promise<unknown> {
    const { functionName, name } = trigger
    const event = { Type: 'Timer', TriggerName: name, Time: timeText(due) }
    const at = this.options.clock.now()
    try {
      const { result } = await this.options.functions.invoke(functionName, event, {
        openid: '',
        source: 'wx_trigger',
      })
      this.last.set(keyOf(trigger), { at, ok: true })
      return JSON.parse(result) as unknown
    } catch (error) {
      this.last.set(keyOf(trigger), { at, ok: false })
      throw error
    }
  }
}
