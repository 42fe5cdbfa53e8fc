import type { IncomingMessage, ServerResponse } from 'node:http'
import { openidOf } from '../client/clientRoute'
import { CloudError } from '../cloudError'
import type { PhoneCodes } from './PhoneCodes'

/** `POST /client/getPhoneCode`: what the button `open-type="getPhoneNumber"` gives a page of the caller. */
export function phoneCodeRoute(
  phoneCodes: PhoneCodes,
): (request: IncomingMessage, response: ServerResponse) => void {
  function answer(request: IncomingMessage): object {
    try {
      const openid = openidOf(request)
      if (openid === '') return { errMsg: 'getPhoneNumber:fail no identity' }
      return { errMsg: 'getPhoneNumber:ok', code: phoneCodes.issue(openid) }
    } catch (error) {
      if (error instanceof CloudError) return { errMsg: `getPhoneNumber:fail ${error.message}` }
      throw error
    }
  }

  return (request, response) => {
    request.resume()
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(answer(request)))
  }
}
