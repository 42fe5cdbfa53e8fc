import protobuf from 'protobufjs'

// The part of WeChat's wire format that carries calls of `cloud.openapi`.
const { root } = protobuf.parse(`syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }`)
const requestType = root.lookupType('CommApiData')
const responseType = root.lookupType('CommOpenApiResp')

/** The SDK's codes for an open API that does not exist, and for one that config.json of the function does not name. */
const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101

interface KeyValuePair {
  key: string
  value: Uint8Array
}

/** The parameters of a call, in the snake_case the SDK sends; undefined when they cannot be read. */
export function decodeParameters(requestData: Buffer): Record<string, unknown> | undefined {
  try {
    const message = requestType.decode(requestData) as unknown as { openapiData?: { pairs: KeyValuePair[] } }
    const pairs = message.openapiData?.pairs ?? []
    return Object.fromEntries(
      pairs.map(({ key, value }) => [key, JSON.parse(Buffer.from(value).toString('utf8')) as unknown]),
    )
  } catch {
    return undefined
  }
}

/** A picture in place of JSON. */
export interface Picture {
  contentType: string
  bytes: Buffer
}

const encode = (message: object) => Buffer.from(responseType.encode(message).finish())

export const encodeAnswer = (answer: object): Buffer =>
  encode({ respData: Buffer.from(JSON.stringify(answer)), contentType: 'application/json', httpCode: 200 })

export const encodePicture = ({ contentType, bytes }: Picture): Buffer =>
  encode({ respData: bytes, contentType, httpCode: 200 })

export const encodeUnknownApi = (): Buffer => encode({ errorCode: API_NOT_FOUND })

export const encodeNoPermission = (): Buffer => encode({ errorCode: NO_PERMISSION })
