import { clientRoute } from './client/clientRoute'
import { consoleRoute } from './console/consoleRoute'
import type { Route } from './gateway/startServer'
import { StaticFiles } from './hosting/StaticFiles'
import { managementRoute } from './management/managementRoute'
import { phoneCodeRoute } from './openApi/phoneCodeRoute'
import type { Parts } from './parts'
import { clientStorage } from './storage/clientStorage'
import { storageRoute } from './storage/storageRoute'
import type { EmulatorOptions } from './types'

/** Which address is answered by what. */
export function routes(options: EmulatorOptions, parts: Parts, log: (line: string) => void): Route {
  const client = clientRoute(parts.functions, log)
  const phoneCode = phoneCodeRoute(parts.phoneCodes)
  const clientFiles = clientStorage(parts.storage, log)
  const stored = storageRoute(parts.storage, log)
  const management = managementRoute({ ...parts, envId: options.envId }, log)
  const consolePage = consoleRoute({
    ...parts,
    envId: options.envId,
    identities: options.identities ?? [],
    templates: options.templates ?? [],
  })
  const files = options.staticDir === undefined ? undefined : new StaticFiles(options.staticDir)
  return (url, request, response) => {
    if (request.method === 'POST' && url.pathname === '/admin') return parts.gateway.route(request, response)
    if (request.method === 'POST' && url.pathname === '/client/callFunction') return client(request, response)
    if (request.method === 'POST' && url.pathname === '/client/getPhoneCode') {
      phoneCode(request, response)
      return
    }
    if (url.pathname.startsWith('/client/')) return clientFiles(url, request, response)
    if (url.pathname.startsWith('/storage/')) return stored(url, request, response)
    if (/^\/manage(\/|$)/.test(url.pathname)) return management(url, request, response)
    if (/^\/console(\/|$)/.test(url.pathname)) return consolePage(url, request, response)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && files?.serve(url.pathname, request, response) === true) return
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
  }
}
