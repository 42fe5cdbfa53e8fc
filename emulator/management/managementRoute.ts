import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../cloudError'
import type { Functions } from '../functions/Functions'
import type { Database } from '../database/Database'
import { readJson } from '../gateway/readBody'
import { bucketOf, checkedPath } from '../storage/cloudPath'
import type { Storage } from '../storage/Storage'
import { runCommands } from './runCommands'

interface ManagementParts {
  envId: string
  database: Database
  functions: Functions
  storage: Storage
}

type Params = Record<string, unknown>

/** A function called past WeChat: nobody holds a phone. */
async function invoked({ functions }: ManagementParts, { FunctionName, ClientContext }: Params) {
  const ok = { InvokeResult: 0, ErrMsg: '' }
  try {
    const event = JSON.parse(String(ClientContext)) as unknown
    const { result } = await functions.invoke(String(FunctionName), event, { openid: '', source: '' })
    return { Result: { ...ok, RetMsg: result } }
  } catch (error) {
    return { Result: { InvokeResult: 1, RetMsg: '', ErrMsg: String(error) } }
  }
}

const answers: Record<string, (parts: ManagementParts, params: Params) => unknown> = {
  'tcb DescribeEnvInfo': ({ envId }) => ({
    EnvInfo: {
      EnvBaseInfo: {
        EnvId: envId,
        Status: 'NORMAL',
        Databases: [{ InstanceId: 'tnt-local' }],
        Storages: [{ Bucket: bucketOf(envId) }],
        Functions: [{ Namespace: envId }],
        LogServices: [],
      },
    },
  }),
  'tcb ListTables': ({ database }, { MgoLimit, MgoOffset }) => ({
    Tables: database
      .collectionNames()
      .slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit))
      .map((TableName) => ({ TableName })),
  }),
  'tcb RunCommands': async ({ database }, { MgoCommands }) => ({
    Data: await runCommands(database, MgoCommands),
  }),
  'scf Invoke': invoked,
}

async function answered(parts: ManagementParts, request: IncomingMessage): Promise<object> {
  const { service, action, params } = await readJson(request)
  const work = answers[`${String(service)} ${String(action)}`]
  if (!work) throw new CloudError('InvalidAction', `the emulator answers no ${String(action)} here`)
  const given = Object(params) as Params
  if ((given.EnvId ?? given.Namespace) !== parts.envId)
    throw new CloudError('InvalidParameter.EnvId', 'that is another environment')
  return Object(await work(parts, given)) as object
}

/** `GET` with a path reads a file, `PUT` writes it, `GET` without one lists them all. */
async function onFiles(
  { storage }: ManagementParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = url.searchParams.get('path')
  if (path === null) {
    const files = storage.list().map((file) => ({ path: file.path, size: file.size }))
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(files))
    return
  }
  if (request.method === 'PUT') {
    await storage.save({ name: checkedPath(path) }, request)
    response.writeHead(200).end()
    return
  }
  const file = storage.store.read(storage.store.keyOf(path))
  if (file === undefined) throw new CloudError('NoSuchKey', `there is no file ${path}`)
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.stored.size })
  await pipeline(file.content, response)
}

/**
 * What Tencent's management interface answers of an environment that stands already, as far as a backup asks it: `POST /manage` with
 * `{service, action, params}`, the names and fields as there, unsigned; and the objects of its bucket at `/manage/files`.
 */
export function managementRoute(
  parts: ManagementParts,
  log: (line: string) => void,
): (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (url, request, response) => {
    try {
      if (url.pathname === '/manage/files') {
        await onFiles(parts, url, request, response)
        return
      }
      if (url.pathname !== '/manage' || request.method !== 'POST')
        throw new CloudError('InvalidAction', 'there is nothing at this address')
      const body = JSON.stringify({ answer: await answered(parts, request) })
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body)
    } catch (error) {
      request.resume()
      if (!(error instanceof CloudError)) log(`management: ${String(error)}`)
      const code = error instanceof CloudError ? error.code : 'InternalError'
      const message = error instanceof Error ? error.message : String(error)
      if (!response.headersSent)
        response
          .writeHead(400, { 'content-type': 'application/json; charset=utf-8' })
          .end(JSON.stringify({ error: { code, message } }))
    }
  }
}
