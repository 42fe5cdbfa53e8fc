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

/** `POST /client/callFunction`: what `wx.cloud.callFunction` does on a phone. */
export function clientRoute(
  functions: Functions,
  log: (line: string) => void,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  async function call(request: IncomingMessage): Promise<string> {
    const openid = openidOf(request)
    const { name, data } = await readJson(request)
    if (typeof name !== 'string' || name === '')
      throw invalidParam('FunctionName parameter could not be found')
    if (data !== undefined && (typeof data !== 'object' || data === null))
      throw invalidParam('data must be an object')
    const { requestId, result } = await functions.invoke(name, data ?? {}, { openid, source: 'wx_client' })
    // The result is JSON text already.
    return `{"result":${result},"requestID":"${requestId}","errMsg":"cloud.callFunction:ok"}`
  }

  return async (request, response) => {
    let body: string
    try {
      body = await call(request)
    } catch (error) {
      if (!(error instanceof CloudError)) log(`client: ${String(error)}`)
      const { errCode, errMsg } = clientError(error)
      body = JSON.stringify({ errCode, errMsg })
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body)
  }
}
