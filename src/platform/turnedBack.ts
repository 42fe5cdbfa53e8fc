/** Whether a call of WeChat's failed only because the person turned back in its own dialogue. */
export function turnedBack(error: unknown): boolean {
  const { errMsg, message } = (error ?? {}) as { errMsg?: string; message?: string }
  return /cancel/i.test(`${errMsg ?? ''} ${message ?? ''}`)
}
