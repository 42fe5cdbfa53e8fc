import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { CloudError, invalidParam } from '../cloudError'
import type { EmulatedClock } from '../clock/EmulatedClock'
import type { Database } from '../database/Database'
import { decode } from '../database/ejson'
import { count, find } from '../database/readOperations'
import type { Functions } from '../functions/Functions'
import { readJson } from '../gateway/readBody'
import type { Outbox } from '../messages/Outbox'
import type { ScriptedFailures } from '../openApi/ScriptedFailures'
import type { Snapshots } from '../snapshot/Snapshots'
import { openApiNames } from '../openApi/answerOpenApi'
import type { Timers } from '../timers/Timers'
import type { Document, Identity, OpenApiFailure } from '../types'

export interface ConsoleParts {
  envId: string
  clock: EmulatedClock
  database: Database
  functions: Functions
  outbox: Outbox
  failures: ScriptedFailures
  timers: Timers
  snapshots: Snapshots
  identities: Identity[]
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

function pageFiles(): Map<string, { type: string; body: Buffer }> {
  const html = { type: 'text/html; charset=utf-8', body: fs.readFileSync(path.join(__dirname, 'page.html')) }
  const script = {
    type: 'text/javascript; charset=utf-8',
    body: fs.readFileSync(path.join(__dirname, 'page.js')),
  }
  return new Map([
    ['/console', html],
    ['/console/', html],
    ['/console/page.js', script],
  ])
}

/** `/console` and `/console/api/*`: for whoever tests the product. */
export function consoleRoute(
  parts: ConsoleParts,
): (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { database, functions, outbox, clock } = parts
  const pages = pageFiles()

  async function api(name: string, url: URL, request: IncomingMessage): Promise<unknown> {
    if (request.method === 'POST' && name === 'clock') return moveClock(clock, await readJson(request))
    if (request.method === 'POST' && name === 'failures')
      return scriptFailure(parts.failures, await readJson(request))
    if (request.method === 'POST' && name === 'timers') return runTimer(parts.timers, await readJson(request))
    if (request.method === 'POST' && name === 'snapshots') return parts.snapshots.run(await readJson(request))
    if (request.method !== 'GET') throw invalidParam('unknown console request')
    if (name.startsWith('collections/'))
      return browse(database, decodeURIComponent(name.slice('collections/'.length)), url.searchParams)
    switch (name) {
      case 'state':
        return {
          envId: parts.envId,
          now: clock.now(),
          collections: collections(database),
          messages: outbox.list().length,
        }
      case 'clock':
        return { now: clock.now() }
      case 'collections':
        return collections(database)
      case 'invocations':
        return functions.invocations().reverse()
      case 'outbox':
        return outbox.list().reverse()
      case 'failures':
        return parts.failures.list()
      case 'timers':
        return parts.timers.list()
      case 'snapshots':
        return parts.snapshots.list()
      case 'identities':
        return parts.identities
      default:
        throw invalidParam('unknown console request')
    }
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
