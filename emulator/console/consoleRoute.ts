import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { CloudError, invalidParam } from '../cloudError'
import type { EmulatedClock } from '../clock/EmulatedClock'
import { contentType } from '../contentType'
import type { Database } from '../database/Database'
import { decode } from '../database/ejson'
import { count, find } from '../database/readOperations'
import type { Functions } from '../functions/Functions'
import { readJson } from '../gateway/readBody'
import type { Outbox } from '../messages/Outbox'
import type { ScriptedFailures } from '../openApi/ScriptedFailures'
import type { Snapshots } from '../snapshot/Snapshots'
import { openApiNames } from '../openApi/answerOpenApi'
import type { Storage } from '../storage/Storage'
import type { Timers } from '../timers/Timers'
import type { Document, Identity, MessageTemplate, OpenApiFailure } from '../types'

interface ConsoleParts {
  envId: string
  clock: EmulatedClock
  database: Database
  functions: Functions
  outbox: Outbox
  failures: ScriptedFailures
  timers: Timers
  snapshots: Snapshots
  storage: Storage
  identities: Identity[]
  templates: MessageTemplate[]
}

const ROWS = 50
const MOST_ROWS = 500

function moveClock(clock: EmulatedClock, body: Record<string, unknown>): object {
  const { at, advance } = body
  if (Number.isSafeInteger(at)) clock.set(at as number)
  else if (Number.isSafeInteger(advance)) clock.advance(advance as number)
  else throw invalidParam('send {at} or {advance} in integer milliseconds')
  return { now: clock.now() }
}

/** `{openid, templateId, errcode}`, or `slowMs` or `lost: true` in place of the code; `api` when it is no message. */
function scriptFailure(failures: ScriptedFailures, body: Record<string, unknown>): object {
  const { openid, api = 'subscribeMessage.send', templateId = '', errcode, slowMs, lost } = body
  const isTarget = typeof openid === 'string' && typeof api === 'string' && typeof templateId === 'string'
  const how: unknown = lost === true ? 'lost' : slowMs === undefined ? errcode : { slowMs }
  if (!isTarget || !openApiNames().includes(api) || !isFailure(how))
    throw invalidParam('send {openid, api, templateId} with errcode, slowMs or lost; errcode 0 takes it back')
  failures.set({ api, openid, templateId }, how === 0 ? null : how)
  return failures.list()
}

function isFailure(how: unknown): how is OpenApiFailure {
  if (typeof how !== 'object' || how === null) return how === 'lost' || Number.isSafeInteger(how)
  const { slowMs } = how as { slowMs: unknown }
  return Number.isSafeInteger(slowMs) && Number(slowMs) >= 0 && Number(slowMs) <= 60_000
}

/** Answers when the run is over; what it answered or failed with also stands in the log. */
async function runTimer(timers: Timers, { functionName }: Record<string, unknown>): Promise<object> {
  if (typeof functionName !== 'string') throw invalidParam('send {functionName}')
  return { result: await timers.run(functionName) }
}

function collections(database: Database): { name: string; count: number }[] {
  return database.collectionNames().map((name) => ({ name, count: count(database, name, {}) }))
}

function browse(database: Database, name: string, search: URLSearchParams): object {
  const query = decode(search.get('query') ?? '{}', database.now())
  if (typeof query !== 'object' || query === null || Array.isArray(query))
    throw invalidParam('query must be a JSON object')
  const asked = Number(search.get('limit') ?? ROWS)
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST_ROWS) : ROWS
  const docs = find(database, name, { query: query as Document, limit })
  return { name, total: count(database, name, query as Document), docs }
}

/** `{remove: fileID}` */
function changeFiles(storage: Storage, { remove }: Record<string, unknown>): object[] {
  if (typeof remove !== 'string') throw invalidParam('send {remove: fileID}')
  storage.remove([remove])
  return storage.list()
}

interface PageFile {
  type: string
  body: Buffer
}

function pageFiles(): Map<string, PageFile> {
  const folder = path.join(__dirname, 'page')
  const read = (name: string): PageFile => ({
    type: contentType(name),
    body: fs.readFileSync(path.join(folder, name)),
  })
  const page = read('index.html')
  return new Map([
    ['/console', page],
    ['/console/', page],
    ...fs.readdirSync(folder).map((name): [string, PageFile] => [`/console/${name}`, read(name)]),
  ])
}

type Answers = Record<string, (body: Record<string, unknown>) => unknown>

const readsOf = (parts: ConsoleParts): Answers => ({
  state: () => ({
    envId: parts.envId,
    now: parts.clock.now(),
    collections: collections(parts.database),
    messages: parts.outbox.list().length,
    openApis: openApiNames(),
  }),
  clock: () => ({ now: parts.clock.now() }),
  collections: () => collections(parts.database),
  invocations: () => parts.functions.invocations().reverse(),
  outbox: () => parts.outbox.list().reverse(),
  failures: () => parts.failures.list(),
  timers: () => parts.timers.list(),
  files: () => parts.storage.list(),
  snapshots: () => parts.snapshots.list(),
  templates: () => parts.templates,
  identities: () => parts.identities,
})

const changesOf = (parts: ConsoleParts): Answers => ({
  clock: (body) => moveClock(parts.clock, body),
  failures: (body) => scriptFailure(parts.failures, body),
  timers: (body) => runTimer(parts.timers, body),
  snapshots: (body) => parts.snapshots.run(body),
  files: (body) => changeFiles(parts.storage, body),
})

/** `/console` and `/console/api/*`: for whoever tests the product. */
export function consoleRoute(
  parts: ConsoleParts,
): (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { database } = parts
  const pages = pageFiles()
  const reads = readsOf(parts)
  const changes = changesOf(parts)

  async function api(name: string, url: URL, request: IncomingMessage): Promise<unknown> {
    const isRead = request.method === 'GET'
    if (isRead && name.startsWith('collections/'))
      return browse(database, decodeURIComponent(name.slice('collections/'.length)), url.searchParams)
    const known = isRead ? reads : request.method === 'POST' ? changes : {}
    const work = Object.prototype.hasOwnProperty.call(known, name) ? known[name] : undefined
    if (work === undefined) throw invalidParam('unknown console request')
    return work(isRead ? {} : await readJson(request))
  }

  return async (url, request, response) => {
    const page = pages.get(url.pathname)
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': page.type, 'cache-control': 'no-cache' }).end(page.body)
      return
    }
    try {
      const answer = await api(url.pathname.slice('/console/api/'.length), url, request)
      response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify(answer))
    } catch (error) {
      if (!(error instanceof CloudError) && !(error instanceof URIError)) throw error
      const code = error instanceof CloudError ? error.code : 'INVALID_PARAM'
      response
        .writeHead(400, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify({ code, message: error.message }))
    }
  }
}
