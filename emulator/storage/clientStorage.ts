import type { IncomingMessage, ServerResponse } from 'node:http'
import { openidOf } from '../client/clientRoute'
import { CloudError, invalidParam } from '../cloudError'
import { readJson } from '../gateway/readBody'
import { checkedPath } from './cloudPath'
import { FileTooLarge } from './FileStore'
import { receiveForm } from './receiveForm'
import type { FileAnswer, Storage } from './Storage'

const clientCodes: Record<string, number> = {
  SUCCESS: 0,
  INVALID_PARAM: -501007,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
}

function fileAnswer({ code, ...file }: FileAnswer): object {
  const status = clientCodes[code] ?? -501001
  return { ...file, status, errMsg: status === 0 ? 'ok' : code }
}

interface TempFile {
  fileID?: unknown
  maxAge?: unknown
}

/**
 * What `wx.cloud.uploadFile` (a form: `cloudPath`, then the file), `getTempFileURL` and `deleteFile` (`{fileList}`)
 * do on a phone: `POST /client/<name>`.
 */
export function clientStorage(
  storage: Storage,
  log: (line: string) => void,
): (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const calls: Record<string, (request: IncomingMessage) => Promise<object>> = {
    async uploadFile(request) {
      const owner = openidOf(request)
      const name = await receiveForm(request, async ({ cloudPath }, file) => {
        const checked = checkedPath(cloudPath)
        storage.refuseOthers(checked, owner)
        await storage.save({ name: checked, owner }, file)
        return checked
      })
      return { fileID: storage.fileId(name), statusCode: 200 }
    },
    async getTempFileURL(request) {
      const openid = openidOf(request)
      const { fileList } = await readJson(request)
      if (!Array.isArray(fileList)) throw invalidParam('fileList must be an array')
      const asked = fileList.map((file: unknown) => {
        const { fileID, maxAge } = (typeof file === 'string' ? { fileID: file } : Object(file)) as TempFile
        return { fileid: fileID, max_age: maxAge }
      })
      return {
        fileList: storage.downloadUrls(asked, (name) => storage.refuseReading(name, openid)).map(fileAnswer),
      }
    },
    async deleteFile(request) {
      const openid = openidOf(request)
      const { fileList } = await readJson(request)
      const removed = storage.remove(fileList, (name) => storage.refuseOthers(name, openid))
      return { fileList: removed.map(fileAnswer) }
    },
  }

  function refusal(name: string, error: unknown): object {
    const known = error instanceof FileTooLarge ? invalidParam(error.message) : error
    if (!(known instanceof CloudError)) log(`client: ${String(error)}`)
    const errCode = known instanceof CloudError ? (clientCodes[known.code] ?? -501001) : -501001
    const message = known instanceof CloudError ? known.message : 'the emulator failed; its log says why'
    return { errCode, errMsg: `cloud.${name}:fail Error: errCode: ${errCode} | errMsg: ${message}` }
  }

  return async (url, request, response) => {
    const name = url.pathname.slice('/client/'.length)
    const call = Object.prototype.hasOwnProperty.call(calls, name) ? calls[name] : undefined
    if (call === undefined || request.method !== 'POST') {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
      return
    }
    let answer: object
    try {
      answer = { ...(await call(request)), errMsg: `cloud.${name}:ok` }
    } catch (error) {
      request.resume()
      answer = refusal(name, error)
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer))
  }
}
