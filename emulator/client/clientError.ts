import { CloudError } from '../cloudError'

/** What a phone gets instead of an answer. */
class ClientError extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg)
  }
}

/** The numbers a phone sees for the cloud's codes, and the words WeChat puts before the message. */
const clientCodes: Record<string, [number, string]> = {
  FUNCTION_NOT_FOUND: [-501000, 'function not found'],
  INVALID_PARAM: [-501007, 'invalid parameters'],
  EXCEED_REQUEST_LIMIT: [-504001, 'functions request fail'],
  FUNCTIONS_REQUEST_FAIL: [-504001, 'functions request fail'],
  FUNCTIONS_EXECUTE_FAIL: [-504002, 'functions execute fail'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [-504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
}

export function clientError(error: unknown): ClientError {
  const known = error instanceof CloudError ? clientCodes[error.code] : undefined
  const [errCode, words] = known ?? [-501001, 'resource system error']
  const message = error instanceof CloudError ? error.message : 'the emulator failed; its log says why'
  return new ClientError(
    errCode,
    `cloud.callFunction:fail Error: errCode: ${errCode} ${words} | errMsg: ${message}`,
  )
}
