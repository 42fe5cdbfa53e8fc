import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../cloudError'
import { contentType } from '../contentType'
import { FileTooLarge } from './FileStore'
import { receiveForm } from './receiveForm'
import type { Storage } from './Storage'

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const denied = () => new Refusal(403, 'AccessDenied', 'Access Denied.')
const wrongSignature = () =>
  new Refusal(403, 'SignatureDoesNotMatch', 'The Signature you specified is invalid.')

/** The object store answers in XML, and the SDK reads all four fields. */
function refuse(response: ServerResponse, { status, code, message }: Refusal): void {
  const id = randomBytes(8).toString('hex')
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(
      `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
    )
}

const oneOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** `PUT` (SDK 3.x on) and form `POST` (SDK 2.x) of an announced upload, `GET` and `HEAD` of a temporary link. */
export function storageRoute(
  storage: Storage,
  log: (line: string) => void,
): (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void> {
  async function store(authorization: string, key: string, content: Readable): Promise<void> {
    const permit = storage.links.verify(authorization, 'put')
    if (permit?.name !== key) throw wrongSignature()
    await storage.save(permit, content)
  }

  function decoded(key: string): string {
    try {
      return decodeURIComponent(key)
    } catch {
      throw wrongSignature()
    }
  }

  async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'PUT') {
      await store(oneOf(request.headers.authorization), decoded(oneOf(request.headers.key)), request)
      response.writeHead(200).end()
      return
    }
    await receiveForm(request, (fields, file) => store(fields.Signature ?? '', fields.key ?? '', file))
    response.writeHead(204).end()
  }

  async function download(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [key = ''] = url.pathname.slice('/storage/'.length).split('.')
    const permit = storage.links.verify(url.searchParams.get('sign') ?? '', 'get')
    if (permit?.name !== key && !storage.isOpenToAll) throw denied()
    const file = storage.store.read(key)
    if (file === undefined) throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.')
    response.writeHead(200, {
      'content-type': contentType(file.stored.path),
      'content-length': file.stored.size,
      // An uploaded page must not act as a page of the emulator.
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    if (request.method === 'HEAD') {
      file.content.destroy()
      response.end()
    } else await pipeline(file.content, response)
  }

  return async (url, request, response) => {
    try {
      const isUpload = url.pathname === '/storage/upload'
      if (isUpload && (request.method === 'PUT' || request.method === 'POST')) await upload(request, response)
      else if (!isUpload && (request.method === 'GET' || request.method === 'HEAD'))
        await download(url, request, response)
      else throw new Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed.')
    } catch (error) {
      request.resume()
      if (response.headersSent) return
      if (error instanceof Refusal) refuse(response, error)
      else if (error instanceof FileTooLarge)
        refuse(response, new Refusal(400, 'EntityTooLarge', error.message))
      else if (error instanceof CloudError)
        refuse(response, new Refusal(400, 'InvalidRequest', error.message))
      else {
        log(`storage: ${error instanceof Error ? String(error.stack) : String(error)}`)
        refuse(response, new Refusal(400, 'InvalidRequest', 'The upload could not be taken.'))
      }
    }
  }
}
