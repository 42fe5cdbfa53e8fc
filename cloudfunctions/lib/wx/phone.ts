import { codeOf } from './retry'
import { requestId } from './requestId'
import { openapi } from './sdk'
import { withinTime } from './withinTime'

const PATIENCE = 5000

/**
 * The last four digits of the number behind a code of the phone button; null when the code is spent or too old, the account may not ask, or
 * WeChat does not answer. The number goes no further than this function.
 */
export async function phoneTailOf(code: string): Promise<string | null> {
  try {
    const answer = await withinTime(openapi.phonenumber.getPhoneNumber({ code }), PATIENCE)
    const { purePhoneNumber = '', countryCode } = answer?.phoneInfo ?? {}
    return countryCode === '86' && /^\d{11}$/.test(purePhoneNumber) ? purePhoneNumber.slice(-4) : null
  } catch (error) {
    console.warn(requestId(), `getPhoneNumber: code ${String(codeOf(error))}`)
    return null
  }
}
