import { invalidParam } from '../cloudError'
import { msgSecCheck } from './msgSecCheck'
import { type OpenApi, type OpenApiCall, type OpenApiParts, text } from './OpenApi'
import type { Permissions } from './Permissions'
import { phoneNumber } from './phoneNumber'
import type { ScriptedFailures } from './ScriptedFailures'
import { subscribeMessage } from './subscribeMessage'
import { unlimitedCode } from './unlimitedCode'
import { decodeParameters, encodeAnswer, encodeNoPermission, encodePicture, encodeUnknownApi } from './wire'

const apis = new Map<string, OpenApi>([
  ['subscribeMessage.send', subscribeMessage],
  ['security.msgSecCheck', msgSecCheck],
  ['wxacode.getUnlimited', unlimitedCode],
  ['phonenumber.getPhoneNumber', phoneNumber],
])

export const openApiNames = (): string[] => [...apis.keys()]

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const never = () => new Promise<never>(() => undefined)

export interface Services extends OpenApiParts {
  failures: ScriptedFailures
  permissions: Permissions
  log: (line: string) => void
}

/** Answers a call of `cloud.openapi` in protobuf; an API that is not known here gets the SDK's own refusal. */
export async function answerOpenApi(
  { requestData, ...call }: OpenApiCall & { requestData: Buffer },
  { failures, permissions, log, ...parts }: Services,
): Promise<Buffer> {
  const api = apis.get(call.apiName)
  if (api === undefined) {
    log(`the emulator does not support cloud.openapi.${call.apiName}`)
    return encodeUnknownApi()
  }
  if (!permissions.allows(call.functionName, call.apiName)) {
    log(`config.json of ${call.functionName} does not permit cloud.openapi.${call.apiName}`)
    return encodeNoPermission()
  }
  const parameters = decodeParameters(requestData)
  if (parameters === undefined) throw invalidParam('requestData cannot be read')
  const openid = api.personOf(parameters, call)
  const how = failures.of({ api: call.apiName, openid, templateId: text(parameters.template_id) })
  if (typeof how === 'object') await wait(how.slowMs)
  const scripted = typeof how === 'number' ? how : 0
  if (scripted !== 0 && api.keepsRefusals !== true)
    return encodeAnswer({ errcode: scripted, errmsg: 'scripted failure' })
  const answer = api.answer(parameters, { ...call, scripted }, parts)
  // It happened, but the caller never hears of it.
  if (how === 'lost') return never()
  return 'bytes' in answer ? encodePicture(answer) : encodeAnswer(answer)
}
