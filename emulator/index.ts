import { clientError } from './client/clientError'
import { answerPhone } from './client/clientRoute'
import { storeTime } from './clock/storedClock'
import { cloneValue } from './database/cloneValue'
import type { Database } from './database/Database'
import { insertMany } from './database/insertMany'
import { Journal } from './database/Journal'
import { count } from './database/readOperations'
import type { Functions } from './functions/Functions'
import { startServer } from './gateway/startServer'
import { makeParts, type Parts } from './parts'
import { routes } from './routes'
import { RunningNote } from './snapshot/RunningNote'
import { settleFiles } from './snapshot/storedFiles'
import type { Document, Emulator, EmulatorOptions } from './types'

function databaseApi(database: Database): Emulator['database'] {
  return {
    insertMany: (collection, docs) => insertMany(database, collection, docs),
    find: (collection, query = {}) =>
      database.match(database.collection(collection), query as Document).map(({ doc }) => cloneValue(doc)),
    count: (collection, query = {}) => count(database, collection, query as Document),
    collections: () => database.collectionNames(),
  }
}

async function invoke(functions: Functions, name: string, data: unknown, openid: string) {
  try {
    const { result } = await functions.invoke(name, data, { openid, source: 'wx_client' })
    return { result: JSON.parse(result) as unknown }
  } catch (error) {
    throw clientError(error)
  }
}

async function runTimer({ timers }: Parts, functionName: string): Promise<{ result: unknown }> {
  try {
    return { result: await timers.run(functionName) }
  } catch (error) {
    throw clientError(error)
  }
}

function api(parts: Parts, log: (line: string) => void): Omit<Emulator, 'url' | 'isNew' | 'close'> {
  const { clock, functions, failures } = parts
  const answer = answerPhone(functions, log)
  return {
    clock: { now: () => clock.now(), set: (ms) => clock.set(ms), advance: (ms) => clock.advance(ms) },
    database: databaseApi(parts.database),
    invoke: (name, data, { openid = '' }) => invoke(functions, name, data, openid),
    callFunction: (openid, name, data) => answer(() => ({ openid, name, data })),
    ask: (body) => parts.gateway.ask(body),
    runTimer: (functionName) => runTimer(parts, functionName),
    timers: () => parts.timers.list(),
    invocations: (most) => functions.invocations(most),
    outbox: () => parts.outbox.list(),
    failMessages: (to, how) => failures.set({ api: 'subscribeMessage.send', ...to }, how),
    failOpenApi: (target, how) => failures.set(target, how),
    takeSnapshot: (name) => void parts.snapshots.run({ do: 'take', name }),
  }
}

/** Starts the WeChat cloud on this machine: database, functions, messages and clock behind one local server. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { envId, dataDir, port, log = () => undefined } = options
  if (!envId.startsWith('demo-'))
    throw new Error(`the emulator serves demo environments only: "${envId}" does not begin with "demo-"`)
  const journal = new Journal(dataDir, options.settings?.synced)
  settleFiles(dataDir, journal)
  let url = ''
  const parts = makeParts(options, journal, () => url, log)
  const { clock, timers } = parts
  const server = await startServer(port, routes(options, parts, log), log).catch((error: unknown) => {
    journal.close()
    throw error
  })
  url = server.url
  const note = new RunningNote(dataDir, url)
  const keepTime = setInterval(() => storeTime(journal, clock), 5000)
  keepTime.unref()
  if (options.timers === true) timers.start()

  async function close(): Promise<void> {
    clearInterval(keepTime)
    timers.stop()
    await parts.functions.close()
    await server.close()
    parts.database.close()
    storeTime(journal, clock)
    note.remove()
    journal.close()
  }

  let closing: Promise<void> | undefined
  return { url, isNew: journal.isNew, ...api(parts, log), close: () => (closing ??= close()) }
}
