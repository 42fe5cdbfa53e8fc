import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Route = (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void> | void

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** What a proxy adds that passes on requests from elsewhere. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/**
 * Another site open in the same browser must not reach the emulator, nor a name that was made to point here, nor
 * whoever is behind a proxy or tunnel of this machine.
 */
function isLocal(request: IncomingMessage): boolean {
  const { host, origin } = request.headers
  if (FORWARDED.some((name) => request.headers[name] !== undefined)) return false
  if (host !== undefined && !LOCAL.test(host)) return false
  return origin === undefined || LOCAL.test(origin.replace(/^https?:\/\//, ''))
}

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  if (origin === undefined) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-headers', 'content-type, x-demo-openid')
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS')
  response.setHeader('vary', 'origin')
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

function urlOf(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '/', 'http://127.0.0.1')
  } catch {
    return undefined
  }
}

async function dispatch(
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
  log: (line: string) => void,
): Promise<void> {
  try {
    if (!isLocal(request)) {
      request.resume()
      response.writeHead(403, JSON_TYPE).end('{"code":"PERMISSION_DENIED","message":"for this machine only"}')
      return
    }
    allowOrigin(request, response)
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    const url = urlOf(request)
    if (url === undefined) {
      request.resume()
      response
        .writeHead(400, JSON_TYPE)
        .end('{"code":"INVALID_PARAM","message":"the address cannot be read"}')
      return
    }
    await route(url, request, response)
  } catch (error) {
    log(`server: ${error instanceof Error ? String(error.stack) : String(error)}`)
    if (!response.headersSent) response.writeHead(500, JSON_TYPE)
    response.end('{"code":"SYS_ERR","message":"the emulator failed; its log says why"}')
  }
}

interface RunningServer {
  url: string
  close(): Promise<void>
}

/** One server for everything, on the loopback interface only. */
export async function startServer(
  port: number,
  route: Route,
  log: (line: string) => void,
): Promise<RunningServer> {
  const server = http.createServer((request, response) => void dispatch(route, request, response, log))
  // Function processes keep their connections; closing them under a request would look like an outage.
  server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
