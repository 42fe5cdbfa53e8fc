import { codeOf } from './retry'
import { requestId } from './requestId'
import { openapi } from './sdk'
import { withinTime } from './withinTime'

const PATIENCE = 5000

/**
 * The mobile number (11 digits) behind a code of the phone button; null when the code is spent or too old, the account may not ask, or WeChat
 * does not answer. Only its hash is compared: it is neither kept nor logged.
 */
export async function phoneNumberOf(code: string): Promise<string | null> {
  try {
    const answer = await withinTime(openapi.phonenumber.getPhoneNumber({ code }), PATIENCE)
    const { purePhoneNumber = '', countryCode } = answer?.phoneInfo ?? {}
    return countryCode === '86' && /^\d{11}$/.test(purePhoneNumber) ? purePhoneNumber : null
  } catch (error) {
    console.warn(requestId(), `getPhoneNumber: code ${String(codeOf(error))}`)
    return null
  }
}
