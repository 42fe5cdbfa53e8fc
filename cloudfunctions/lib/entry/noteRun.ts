import type { Job } from '@domain/contract/words'
import { now } from '../ground/clock'
import { putSetting } from '../store/putSetting'
import { logFailure } from '../wx/logFailure'
import { sourceOfCall } from '../wx/sourceOfCall'

/** Keeps that a timer ran, how long and whether it came to its end. That it cannot be kept fails no run. */
export async function noteRun<T>(job: Job, work: () => Promise<T>): Promise<T> {
  const at = now()
  const note = (ok: boolean) =>
    putSetting({ _id: `ran_${job}`, kind: 'ran', job, at, ms: now() - at, ok, source: sourceOfCall() }).catch(
      (error: unknown) => void logFailure(error, 'noteRun'),
    )
  try {
    const report = await work()
    await note(true)
    return report
  } catch (error) {
    await note(false)
    throw error
  }
}
