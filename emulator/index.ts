import { clientError } from './client/clientError'
import { clientRoute } from './client/clientRoute'
import { EmulatedClock } from './clock/EmulatedClock'
import { consoleRoute } from './console/consoleRoute'
import { cloneValue } from './database/cloneValue'
import { Database } from './database/Database'
import { insertMany } from './database/insertMany'
import { Journal } from './database/Journal'
import { count } from './database/readOperations'
import { Functions } from './functions/Functions'
import { gatewayRoute } from './gateway/gatewayRoute'
import { startServer, type Route } from './gateway/startServer'
import { StaticFiles } from './hosting/StaticFiles'
import { Outbox } from './messages/Outbox'
import { ScriptedFailures } from './messages/ScriptedFailures'
import { Timers } from './timers/Timers'
import type { Document, Emulator, EmulatorOptions } from './types'

const TIME = 'emulated_time'

function startClock(journal: Journal, at: number | undefined): EmulatedClock {
  const clock = new EmulatedClock((now) => journal.setMeta(TIME, String(now)))
  const last = journal.meta(TIME)
  if (at !== undefined) clock.set(at)
  else if (last !== undefined) clock.set(Number(last))
  return clock
}

interface Parts {
  clock: EmulatedClock
  database: Database
  functions: Functions
  outbox: Outbox
  failures: ScriptedFailures
  timers: Timers
}

function routes(options: EmulatorOptions, parts: Parts, log: (line: string) => void): Route {
  const gateway = gatewayRoute({ ...parts, envId: options.envId, log })
  const client = clientRoute(parts.functions, log)
  const consolePage = consoleRoute({ ...parts, envId: options.envId, identities: options.identities ?? [] })
  const files = options.staticDir === undefined ? undefined : new StaticFiles(options.staticDir)
  return (url, request, response) => {
    if (request.method === 'POST' && url.pathname === '/admin') return gateway(request, response)
    if (request.method === 'POST' && url.pathname === '/client/callFunction') return client(request, response)
    if (/^\/console(\/|$)/.test(url.pathname)) return consolePage(url, request, response)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && files?.serve(url.pathname, request, response) === true) return
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
  }
}

function databaseApi(database: Database): Emulator['database'] {
  return {
    insertMany: (collection, docs) => insertMany(database, collection, docs),
    find: (collection, query = {}) =>
      database.match(database.collection(collection), query as Document).map(({ doc }) => cloneValue(doc)),
    count: (collection, query = {}) => count(database, collection, query as Document),
    collections: () => database.collectionNames(),
  }
}

/** Starts the WeChat cloud on this machine: database, functions, messages and clock behind one local server. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  if (!options.envId.startsWith('demo-')) {
    throw new Error(
      `the emulator serves demo environments only: "${options.envId}" does not begin with "demo-"`,
    )
  }
  const log = options.log ?? (() => undefined)
  const journal = new Journal(options.dataDir)
  const clock = startClock(journal, options.at)
  const database = new Database({ journal, collections: options.collections, now: () => clock.now() })
  const outbox = new Outbox(journal)
  const failures = new ScriptedFailures()
  let url = ''
  const functions = new Functions({
    folder: options.functionsDir,
    envId: options.envId,
    clock,
    environment: options.settings?.env ?? {},
    gatewayUrl: () => url,
    log,
  })
  const timers = new Timers({ folder: options.functionsDir, clock, functions, log })
  const server = await startServer(
    options.port,
    routes(options, { clock, database, functions, outbox, failures, timers }, log),
    log,
  ).catch((error: unknown) => {
    journal.close()
    throw error
  })
  url = server.url
  const keepTime = setInterval(() => journal.setMeta(TIME, String(clock.now())), 5000)
  keepTime.unref()
  if (options.timers === true) timers.start()
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    clearInterval(keepTime)
    timers.stop()
    await functions.close()
    await server.close()
    database.close()
    journal.setMeta(TIME, String(clock.now()))
    journal.close()
  }

  return {
    url,
    isNew: journal.isNew,
    clock: { now: () => clock.now(), set: (ms) => clock.set(ms), advance: (ms) => clock.advance(ms) },
    database: databaseApi(database),
    async invoke(name, data, { openid = '' }) {
      try {
        const { result } = await functions.invoke(name, data, { openid, source: 'wx_client' })
        return { result: JSON.parse(result) as unknown }
      } catch (error) {
        throw clientError(error)
      }
    },
    runTimer: (functionName) =>
      timers.run(functionName).then(
        (result) => ({ result }),
        (error: unknown) => {
          throw clientError(error)
        },
      ),
    timers: () => timers.list(),
    invocations: () => functions.invocations(),
    outbox: () => outbox.list(),
    failMessages: ({ openid, templateId }, how) => failures.set(openid, templateId, how),
    close: () => (closing ??= close()),
  }
}
