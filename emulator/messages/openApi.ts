import protobuf from 'protobufjs'
import type { OutboxMessage } from '../types'
import type { Outbox } from './Outbox'

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

function sendMessage(call: OpenApiCall, outbox: Outbox): object {
  const data = decodeData(call.requestData)
  if (text(data.touser) === '') return { errcode: 40003, errmsg: 'invalid openid' }
  if (text(data.template_id) === '') return { errcode: 40037, errmsg: 'invalid template_id' }
  if (typeof data.data !== 'object' || data.data === null)
    return { errcode: 47003, errmsg: 'argument invalid!' }
  outbox.add({
    api: call.apiName,
    at: call.now,
    openid: text(data.touser),
    templateId: text(data.template_id),
    page: text(data.page),
    data: data.data as OutboxMessage['data'],
    requestId: call.requestId,
    errcode: 0,
  })
  return { errcode: 0, errmsg: 'ok' }
}

/** Answers a call of `cloud.openapi` in protobuf; an API that is not known here gets the SDK's own refusal. */
export function answerOpenApi(call: OpenApiCall, outbox: Outbox, log: (line: string) => void): Buffer {
  if (call.apiName === 'subscribeMessage.send') return encodeAnswer(sendMessage(call, outbox))
  log(`the emulator does not support cloud.openapi.${call.apiName}`)
  return Buffer.from(responseType.encode({ errorCode: API_NOT_FOUND }).finish())
}
