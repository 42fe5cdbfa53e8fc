/** Why the cloud gave no answer: no network; no answer in time; or it was reached and broke down. What was asked may have happened all the same. */
export const unreachedReasons = ['offline', 'slow', 'unavailable'] as const
export type UnreachedReason = (typeof unreachedReasons)[number]

export const isUnreached = (reason: string): reason is UnreachedReason =>
  (unreachedReasons as readonly string[]).includes(reason)

/** The cloud gave no answer. */
export class Unreachable extends Error {
  constructor(
    readonly reason: UnreachedReason,
    message: string,
  ) {
    super(message)
  }
}

const tooLate = /time.?(d )?out|TIME_LIMIT|-504003/i
/** The cloud's own numbers: of a function that failed (-404…, -504…), of an environment that is not there (-501…), of a refusal (-601…). */
const cloudNumber = /(^|\D)-(40|50|60)\d{4}(\D|$)/

/** Reads why a call failed from what WeChat (`errCode`, `errMsg`) or a browser threw. */
export function unreachedReasonOf(error: unknown): UnreachedReason {
  if (error instanceof Unreachable) return error.reason
  const { errCode, errMsg, message } = (error ?? {}) as Record<string, unknown>
  const said = [errCode, errMsg, message].join(' ')
  if (tooLate.test(said)) return 'slow'
  return cloudNumber.test(said) ? 'unavailable' : 'offline'
}

/** How long an answer is waited for, ms: importing a register and making a book may each take the cloud a minute. */
export const longestWait = { api: 20_000, imports: 65_000, papers: 65_000 }

/** The answer, or `slow` once waiting for it makes no sense any more. */
export function inTime<T>(answer: Promise<T>, of: keyof typeof longestWait): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreachable('slow', 'no answer in time')), longestWait[of])
    answer.finally(() => clearTimeout(timer)).then(resolve, reject)
  })
}
