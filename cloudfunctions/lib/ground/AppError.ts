/** A bug or an outage, never an expected refusal: only the entry catches it. `message` is for the log, not for people. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
    this.name = 'AppError'
  }
}
