import { APP_ID } from '../functions/functionEnvironment'
import { type JsonAnswer, type OpenApi, refused, text } from './OpenApi'

interface PhoneAnswer extends JsonAnswer {
  phone_info: object
}

/** `phonenumber.getPhoneNumber`: the number behind a code of `POST /client/getPhoneCode`. */
export const phoneNumber: OpenApi = {
  personOf: (_, { openid }) => openid,
  answer({ code }, _, { phoneCodes }) {
    const redeemed = phoneCodes.redeem(text(code))
    if (redeemed === undefined) return refused(40029, 'invalid code')
    const { phone, at } = redeemed
    const answer: PhoneAnswer = {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: phone,
        purePhoneNumber: phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(at / 1000), appid: APP_ID },
      },
    }
    return answer
  },
}
