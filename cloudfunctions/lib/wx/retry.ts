/** Faults that pass by themselves: nothing was decided, the same request may be sent again. */
const transientCodes = new Set([-501001, -501002, -501003, -501004])
const transientTexts = /ECONNRESET|ECONNREFUSED|ETIMEDOUT|EPIPE|socket hang up|ESOCKETTIMEDOUT/

/** Milliseconds before each further attempt; three attempts stay well inside the function's own time. */
const pauses = [60, 240]

export const codeOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errCode' in error ? Number(error.errCode) : undefined

export function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('errMsg' in error && typeof error.errMsg === 'string') return error.errMsg
  return error instanceof Error ? error.message : JSON.stringify(error)
}

export function isTransient(error: unknown): boolean {
  const code = codeOf(error)
  return (code !== undefined && transientCodes.has(code)) || transientTexts.test(textOf(error))
}

/**
 * Sends a database request again after a transient fault. Safe for what this project sends: reads; inserts under a natural key (a lost
 * acknowledgement shows as a duplicate and is read back); conditional updates, which change nothing the second time.
 */
export async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await attempt()
    } catch (error) {
      if (!isTransient(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return attempt()
}
