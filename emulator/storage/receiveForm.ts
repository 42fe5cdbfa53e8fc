import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import busboy from 'busboy'
import { invalidParam } from '../cloudError'

type Fields = Record<string, string>

/**
 * A form of fields followed by one file, which `take` reads as it comes; fields after the file are not seen.
 * Whatever happens the rest of the request is read, so that the answer can be received.
 */
export function receiveForm<T>(
  request: IncomingMessage,
  take: (fields: Fields, file: Readable) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const fields: Fields = {}
    let taken: Promise<T> | undefined
    const fail = () => reject(invalidParam('the form cannot be read'))
    let parser: ReturnType<typeof busboy>
    try {
      parser = busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { files: 1, fields: 20 } })
    } catch {
      fail()
      return
    }
    parser.on('field', (name, value) => {
      if (name !== '__proto__') fields[name] = value
    })
    parser.on('file', (_, file) => {
      // A form that breaks off inside the file is this stream's error too, whether or not anybody reads it.
      file.on('error', fail)
      taken = take(fields, file)
      // Refused half-way, the file still has to be read to its end.
      taken.catch(() => file.resume())
    })
    parser.on('close', () => {
      if (taken === undefined) reject(invalidParam('the form has no file'))
      else taken.then(resolve, reject)
    })
    parser.on('error', fail)
    request.on('aborted', () => parser.destroy(new Error('the request was broken off')))
    request.pipe(parser)
  })
}
