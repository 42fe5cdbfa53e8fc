import fs from 'node:fs'
import path from 'node:path'
import { type Cron, parseCron } from './cron'

/** A timer as `config.json` of a function declares it. */
export interface Trigger {
  functionName: string
  name: string
  /** The expression as written. */
  config: string
  cron: Cron
}

interface Declared {
  name?: unknown
  type?: unknown
  config?: unknown
}

/** Throws on whatever WeChat would not take: a second trigger, another type, a wrong name or expression. */
export function triggersOf(functionName: string, text: string): Trigger[] {
  const { triggers = [] } = JSON.parse(text) as { triggers?: Declared[] }
  if (!Array.isArray(triggers) || triggers.length > 1)
    throw new Error(`${functionName}: a function has one trigger at most`)
  return triggers.map(({ name, type, config }) => {
    if (type !== 'timer') throw new Error(`${functionName}: the only type of trigger is "timer"`)
    if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,59}$/.test(name))
      throw new Error(`${functionName}: "${String(name)}" is no name of a trigger`)
    if (typeof config !== 'string') throw new Error(`${functionName}: the trigger has no expression`)
    return { functionName, name, config, cron: parseCron(config) }
  })
}

/** The timers of all built functions, by name; a function that is just being built anew has none for a moment. */
export function readTriggers(folder: string, onProblem: (problem: string) => void): Trigger[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap((functionName) => {
      try {
        return triggersOf(
          functionName,
          fs.readFileSync(path.join(folder, functionName, 'config.json'), 'utf8'),
        )
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === undefined) onProblem((error as Error).message)
        return []
      }
    })
}
