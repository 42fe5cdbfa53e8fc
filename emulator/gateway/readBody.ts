import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { CloudError } from '../cloudError'

const BODY_LIMIT = 32 * 1024 * 1024

const tooLarge = (limit: number) =>
  new CloudError('EXCEED_REQUEST_LIMIT', `the request body is larger than ${limit} bytes`)

/** The whole body; one past the limit is read to its end, so that the answer can still be received, and refused. */
export async function readBody(request: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    if (size > BODY_LIMIT * 2) request.destroy()
  }
  if (size > limit) throw tooLarge(limit)
  return Buffer.concat(chunks)
}

export function parseBody(body: string): Record<string, unknown> {
  if (Buffer.byteLength(body) > BODY_LIMIT) throw tooLarge(BODY_LIMIT)
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw new CloudError('INVALID_PARAM', 'the request body is not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new CloudError('INVALID_PARAM', 'the request body is not a JSON object')
  }
  return parsed as Record<string, unknown>
}

export const readJson = async (request: IncomingMessage) => parseBody(String(await readBody(request)))

/** Fields and files of a multipart form by name. */
export async function readForm(request: IncomingMessage): Promise<Record<string, string | Buffer>> {
  const body = await readBody(request)
  return new Promise((resolve, reject) => {
    const form: Record<string, string | Buffer> = {}
    const fail = () => reject(new CloudError('INVALID_PARAM', 'the form cannot be read'))
    try {
      const parser = busboy({ headers: request.headers, limits: { fieldSize: BODY_LIMIT } })
      parser.on('field', (name, value) => (form[name] = value))
      parser.on('file', (name, stream) => {
        const chunks: Buffer[] = []
        // A form that breaks off inside a file is this stream's error too, which nobody may ignore.
        stream.on('error', fail)
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => (form[name] = Buffer.concat(chunks)))
      })
      parser.on('close', () => resolve(form))
      parser.on('error', fail)
      parser.end(body)
    } catch {
      fail()
    }
  })
}
