import { clientError } from './client/clientError'
import { clientRoute } from './client/clientRoute'
import type { EmulatedClock } from './clock/EmulatedClock'
import { openClock, storeTime } from './clock/storedClock'
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
import { PhoneCodes } from './openApi/PhoneCodes'
import { phoneCodeRoute } from './openApi/phoneCodeRoute'
import { ScriptedFailures } from './openApi/ScriptedFailures'
import { RunningNote } from './snapshot/RunningNote'
import { Snapshots } from './snapshot/Snapshots'
import { settleFiles } from './snapshot/storedFiles'
import { clientStorage } from './storage/clientStorage'
import { Storage } from './storage/Storage'
import { storageRoute } from './storage/storageRoute'
import { Timers } from './timers/Timers'
import type { Document, Emulator, EmulatorOptions } from './types'

/** What the check of texts finds when nobody says otherwise: enough to try it by hand. */
const CONTENT = { risky: ['违规样例'], review: ['待审样例'] }
const STORAGE_SECRET = 'storage_secret'

/** Kept with the data, so that links outlive a restart. */
function storageSecret(journal: Journal): string {
  const kept = journal.meta(STORAGE_SECRET)
  if (kept !== undefined) return kept
  const made = Storage.newSecret()
  journal.setMeta(STORAGE_SECRET, made)
  return made
}

interface Parts {
  clock: EmulatedClock
  database: Database
  functions: Functions
  outbox: Outbox
  failures: ScriptedFailures
  phoneCodes: PhoneCodes
  snapshots: Snapshots
  storage: Storage
  timers: Timers
}

function routes(options: EmulatorOptions, parts: Parts, log: (line: string) => void): Route {
  const gateway = gatewayRoute({
    ...parts,
    openApi: {
      ...parts,
      content: options.settings?.content ?? CONTENT,
      functionsDir: options.functionsDir,
      log,
    },
    envId: options.envId,
    log,
  })
  const client = clientRoute(parts.functions, log)
  const phoneCode = phoneCodeRoute(parts.phoneCodes)
  const clientFiles = clientStorage(parts.storage, log)
  const stored = storageRoute(parts.storage, log)
  const consolePage = consoleRoute({
    ...parts,
    envId: options.envId,
    identities: options.identities ?? [],
    templates: options.templates ?? [],
  })
  const files = options.staticDir === undefined ? undefined : new StaticFiles(options.staticDir)
  return (url, request, response) => {
    if (request.method === 'POST' && url.pathname === '/admin') return gateway(request, response)
    if (request.method === 'POST' && url.pathname === '/client/callFunction') return client(request, response)
    if (request.method === 'POST' && url.pathname === '/client/getPhoneCode') {
      phoneCode(request, response)
      return
    }
    if (url.pathname.startsWith('/client/')) return clientFiles(url, request, response)
    if (url.pathname.startsWith('/storage/')) return stored(url, request, response)
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
  settleFiles(options.dataDir, journal)
  const clock = openClock(journal, options.at)
  const database = new Database({
    journal,
    collections: options.collections,
    now: () => clock.now(),
    transactionLife: options.settings?.transactionLife,
  })
  const outbox = new Outbox(journal)
  const failures = new ScriptedFailures()
  const phoneCodes = new PhoneCodes(options.identities ?? [], () => clock.now())
  const snapshots = new Snapshots({ dataDir: options.dataDir, journal, database, outbox, clock })
  let url = ''
  const storage = new Storage({
    dataDir: options.dataDir,
    envId: options.envId,
    secret: storageSecret(journal),
    now: () => clock.now(),
    url: () => url,
  })
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
    routes(
      options,
      { clock, database, functions, outbox, failures, phoneCodes, snapshots, storage, timers },
      log,
    ),
    log,
  ).catch((error: unknown) => {
    journal.close()
    throw error
  })
  url = server.url
  const note = new RunningNote(options.dataDir, url)
  const keepTime = setInterval(() => storeTime(journal, clock), 5000)
  keepTime.unref()
  if (options.timers === true) timers.start()
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    clearInterval(keepTime)
    timers.stop()
    await functions.close()
    await server.close()
    database.close()
    storeTime(journal, clock)
    note.remove()
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
    failMessages: (to, how) => failures.set({ api: 'subscribeMessage.send', ...to }, how),
    failOpenApi: (target, how) => failures.set(target, how),
    takeSnapshot: (name) => void snapshots.run({ do: 'take', name }),
    close: () => (closing ??= close()),
  }
}
