/** A refusal in the cloud's own words: the SDK turns `code` into its numeric `errCode`. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const advice = 'Please check your request, but if the problem cannot be solved, contact us.'

export const collectionMissing = () =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist. ${advice}`)

export const collectionExists = () =>
  new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist. ${advice}`,
  )

export const duplicateKey = (collection: string, index: string, key: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${key} }}]}, {<nil>}]`,
  )

export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

export const transactionGone = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )

/** Bytes of an answer, of the database's and of a function's, inclusive. */
export const ANSWER_LIMIT = 1024 * 1024

const tooLarge = (bytes: number) => `the answer is too large: ${bytes} bytes, ${ANSWER_LIMIT} at most`
export const databaseAnswerTooLarge = (bytes: number) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${tooLarge(bytes)}`)
export const functionAnswerTooLarge = (bytes: number) =>
  new CloudError('FUNCTIONS_EXECUTE_FAIL', `[FailedOperation] ${tooLarge(bytes)}`)

/** What MongoDB itself would refuse. */
export const requestFailed = (message: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)

/** What the cloud may know and this emulator does not: never answered with a guess. */
export const unsupported = (what: string) =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `the emulator does not support ${what}`)

export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message)
