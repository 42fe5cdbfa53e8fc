import type { IncomingMessage, ServerResponse } from 'node:http'
import { randomBytes } from 'node:crypto'
import { ANSWER_LIMIT, CloudError, databaseAnswerTooLarge, invalidParam } from '../cloudError'
import type { Database } from '../database/Database'
import type { Functions } from '../functions/Functions'
import { answerOpenApi, type Services } from '../openApi/answerOpenApi'
import type { Storage } from '../storage/Storage'
import { storageActions } from '../storage/storageActions'
import { databaseActions, type Action, type Payload } from './databaseActions'
import { parseBody, readBody, readForm } from './readBody'

interface GatewayParts {
  database: Database
  functions: Functions
  openApi: Services
  storage: Storage
  envId: string
  log: (line: string) => void
}

function errorBody(error: unknown, log: (line: string) => void): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  log(`gateway: ${error instanceof Error ? String(error.stack) : String(error)}`)
  return { code: 'SYS_ERR', message: 'the emulator failed; its log says why' }
}

function invokeAction({ functions }: GatewayParts): Action {
  return async (payload) => {
    const event = typeof payload.request_data === 'string' ? parseJson(payload.request_data) : {}
    const caller = functions.callerOf(payload.wxCloudApiToken)
    const { result } = await functions.invoke(String(payload.function_name), event, caller)
    return { data: { response_data: result } }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw invalidParam('request_data is not JSON')
  }
}

export interface Gateway {
  /** What the SDK of a function process asks, in one text: the same as by HTTP. */
  ask: (body: string) => Promise<string>
  /** `POST /admin`: what the SDK sends, always answered with HTTP 200 and, when refused, a code. */
  route: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** What answers the SDK, whichever way it asks. */
export function makeGateway(parts: GatewayParts): Gateway {
  const { functions, openApi, database, log } = parts
  const actions: Record<string, Action> = {
    ...databaseActions(database),
    ...storageActions(parts.storage),
    'functions.invokeFunction': invokeAction(parts),
  }

  /** The action's answer as JSON text. */
  async function answer(payload: Payload): Promise<string> {
    const name = String(payload.action)
    const action = Object.prototype.hasOwnProperty.call(actions, name) ? actions[name] : undefined
    if (action === undefined)
      throw invalidParam(`the emulator does not support the action ${name.slice(0, 80)}`)
    if (typeof payload.envName === 'string' && payload.envName !== '' && payload.envName !== parts.envId) {
      throw new CloudError('INVALIID_ENV', `the environment is ${parts.envId}`)
    }
    const began = performance.now()
    const call = { examined: 0, found: 0, bytes: 0 }
    try {
      const before = { ...database.work }
      const done = action(payload)
      // All reading is over here; whoever has to wait for a transaction looks once more, which is not counted.
      call.examined = database.work.examined - before.examined
      call.found = database.work.found - before.found
      const text = JSON.stringify(await done)
      call.bytes = Buffer.byteLength(text)
      if (call.bytes > ANSWER_LIMIT && name.startsWith('database.')) throw databaseAnswerTooLarge(call.bytes)
      return text
    } finally {
      const collection =
        typeof payload.collectionName === 'string' ? { collection: payload.collectionName } : {}
      functions.countCall(payload.wxCloudApiToken, {
        action: name,
        ...collection,
        ms: Math.round((performance.now() - began) * 100) / 100,
        ...call,
      })
    }
  }

  async function answerForm(request: IncomingMessage): Promise<Buffer> {
    const form = await readForm(request)
    if (String(form.action) !== 'wx.openApi')
      throw invalidParam(`the emulator does not support the action ${String(form.action).slice(0, 80)}`)
    const token = form.wxCloudApiToken?.toString()
    const apiName = String(form.apiName)
    functions.countCall(token, { action: `wx.openApi ${apiName}`, ms: 0, examined: 0, found: 0, bytes: 0 })
    const requestData = Buffer.isBuffer(form.requestData)
      ? form.requestData
      : Buffer.from(form.requestData ?? '')
    return answerOpenApi(
      {
        apiName,
        requestData,
        openid: functions.callerOf(token).openid,
        functionName: functions.functionNameOf(token),
        now: database.now(),
        requestId: functions.requestIdOf(token),
      },
      openApi,
    )
  }

  async function ask(body: string): Promise<string> {
    const requestId = randomBytes(8).toString('hex')
    try {
      const text = await answer(parseBody(body))
      return `{"requestId":"${requestId}"${text === '{}' ? '' : ','}${text.slice(1)}`
    } catch (error) {
      return refusal(error)
    }
  }

  const refusal = (error: unknown) =>
    JSON.stringify({ requestId: randomBytes(8).toString('hex'), ...errorBody(error, log) })

  const route: Gateway['route'] = async (request, response) => {
    const json = (body: string) =>
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body)
    try {
      if (request.headers['content-type']?.startsWith('multipart/') === true) {
        const body = await answerForm(request)
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(body)
      } else json(await ask(String(await readBody(request))))
    } catch (error) {
      json(refusal(error))
    }
  }

  return { ask, route }
}
