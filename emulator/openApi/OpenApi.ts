import type { Outbox } from '../messages/Outbox'
import type { ContentRules } from '../types'
import type { PhoneCodes } from './PhoneCodes'
import type { Picture } from './wire'

export type Parameters = Record<string, unknown>

export interface OpenApiCall {
  apiName: string
  /** Who called the function; empty for a timer. */
  openid: string
  functionName: string
  /** Emulated milliseconds. */
  now: number
  requestId: string
}

export interface OpenApiParts {
  outbox: Outbox
  phoneCodes: PhoneCodes
  content: ContentRules
}

/** WeChat's own form of an answer: `errcode` 0 is success. */
export interface JsonAnswer {
  errcode: number
  errmsg: string
}

export interface OpenApi {
  /** Whose call it is to whoever scripts a failure. */
  personOf(parameters: Parameters, call: OpenApiCall): string
  /** `scripted` is the code that was asked for; only an API that `keepsRefusals` is called with one. */
  answer(
    parameters: Parameters,
    call: OpenApiCall & { scripted: number },
    parts: OpenApiParts,
  ): JsonAnswer | Picture
  /** Refused by script it is still called, to keep what was refused. */
  keepsRefusals?: true
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const refused = (errcode: number, errmsg: string): JsonAnswer => ({ errcode, errmsg })
