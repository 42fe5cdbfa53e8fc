import protobuf from 'protobufjs'
import type { OutboxMessage } from '../types'
import { badField } from './checkFields'
import type { Outbox } from './Outbox'
import type { ScriptedFailures } from './ScriptedFailures'

// The part of WeChat's wire format that carries JSON calls of `cloud.openapi`.
const { root } = protobuf.parse(`syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }`)
const requestType = root.lookupType('CommApiData')
const responseType = root.lookupType('CommOpenApiResp')

/** The SDK's code for an open API that does not exist. */
const API_NOT_FOUND = -604100

interface KeyValuePair {
  key: string
  value: Uint8Array
}

export interface OpenApiCall {
  apiName: string
  requestData: Buffer
  now: number
  requestId: string
}

function decodeData(requestData: Buffer): Record<string, unknown> {
  const message = requestType.decode(requestData) as unknown as { openapiData?: { pairs: KeyValuePair[] } }
  const pairs = message.openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key, JSON.parse(Buffer.from(value).toString('utf8')) as unknown]),
  )
}

function encodeAnswer(answer: object): Buffer {
  const message = {
    respData: Buffer.from(JSON.stringify(answer)),
    contentType: 'application/json',
    httpCode: 200,
  }
  return Buffer.from(responseType.encode(message).finish())
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export interface Mail {
  outbox: Outbox
  failures: ScriptedFailures
  log: (line: string) => void
}

const never = () => new Promise<never>(() => undefined)

async function sendMessage(call: OpenApiCall, { outbox, failures }: Mail): Promise<object> {
  const { touser, template_id: template, page, data } = decodeData(call.requestData)
  const [openid, templateId] = [text(touser), text(template)]
  if (openid === '') return { errcode: 40003, errmsg: 'invalid openid' }
  if (templateId === '') return { errcode: 40037, errmsg: 'invalid template_id' }
  if (typeof data !== 'object' || data === null) return { errcode: 47003, errmsg: 'argument invalid!' }
  const bad = badField(data as Record<string, unknown>)
  if (bad !== undefined) return { errcode: 47003, errmsg: `argument invalid! data.${bad}.value invalid` }
  const how = failures.of(openid, templateId) ?? 0
  const errcode = how === 'lost' ? 0 : how
  outbox.add({
    api: call.apiName,
    at: call.now,
    openid,
    templateId,
    page: text(page),
    data: data as OutboxMessage['data'],
    requestId: call.requestId,
    errcode,
  })
  if (how === 'lost') return never()
  return { errcode, errmsg: errcode === 0 ? 'ok' : 'scripted failure' }
}

/** Answers a call of `cloud.openapi` in protobuf; an API that is not known here gets the SDK's own refusal. */
export async function answerOpenApi(call: OpenApiCall, mail: Mail): Promise<Buffer> {
  if (call.apiName === 'subscribeMessage.send') return encodeAnswer(await sendMessage(call, mail))
  mail.log(`the emulator does not support cloud.openapi.${call.apiName}`)
  return Buffer.from(responseType.encode({ errorCode: API_NOT_FOUND }).finish())
}
