import { identityKey } from '@/platform/session'
import { readStored, writeStored } from '@/platform/storage'

/** As many as the cloud takes in one question. */
const MOST = 20
const place = () => `feedback:${identityKey()}`

/** Keys of what was sent without a name: they are on this phone and nowhere else. */
export const feedbackKeys = (): string[] => readStored<string[]>(place()) ?? []

export function keepFeedbackKey(key: string): void {
  const others = feedbackKeys().filter((each) => each !== key)
  writeStored(place(), [key, ...others].slice(0, MOST))
}
