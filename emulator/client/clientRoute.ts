import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, invalidParam } from '../cloudError'
import type { Functions } from '../functions/Functions'
import { readJson } from '../gateway/readBody'
import { clientError } from './clientError'

/** The header that says who holds the phone; it exists on this emulator only. */
const IDENTITY_HEADER = 'x-demo-openid'

/** Who calls; empty when nobody says so. */
export function openidOf(request: IncomingMessage): string {
  const value = request.headers[IDENTITY_HEADER]
  if (value === undefined) return ''
  if (typeof value !== 'string' || !/^[\w-]{1,64}$/.test(value))
    throw invalidParam('the identity header is not an openid')
  return value
}

interface PhoneCall {
  openid: string
  name: unknown
  data: unknown
}

/** What `wx.cloud.callFunction` gives a phone, or what it fails with, as JSON text. */
export function answerPhone(functions: Functions, log: (line: string) => void) {
  async function call({ openid, name, data }: PhoneCall): Promise<string> {
    if (typeof name !== 'string' || name === '')
      throw invalidParam('FunctionName parameter could not be found')
    if (data !== undefined && (typeof data !== 'object' || data === null))
      throw invalidParam('data must be an object')
    const { requestId, result } = await functions.invoke(name, data ?? {}, { openid, source: 'wx_client' })
    // The result is JSON text already.
    return `{"result":${result},"requestID":"${requestId}","errMsg":"cloud.callFunction:ok"}`
  }

  return async (read: () => Promise<PhoneCall> | PhoneCall): Promise<string> => {
    try {
      return await call(await read())
    } catch (error) {
      if (!(error instanceof CloudError)) log(`client: ${String(error)}`)
      const { errCode, errMsg } = clientError(error)
      return JSON.stringify({ errCode, errMsg })
    }
  }
}

/** `POST /client/callFunction`: what `wx.cloud.callFunction` does on a phone. */
export function clientRoute(
  functions: Functions,
  log: (line: string) => void,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const answer = answerPhone(functions, log)
  return async (request, response) => {
    const body = await answer(async () => {
      const openid = openidOf(request)
      const { name, data } = await readJson(request)
      return { openid, name, data }
    })
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body)
  }
}
