import { useCallback, useRef, useState } from 'react'
import type { Action, RequestOf } from '@domain/contract/actions'
import { ask, type PhoneOutcome, Unreachable } from './outcome'
import { queryClient } from './queryClient'
import { queryKey } from './useCloudQuery'

export interface CloudAction<A extends Action> {
  /** Never throws: an unreachable cloud is the refusal `offline`. While one runs, a second tap gets the first one's outcome. */
  run: (data: RequestOf<A>) => Promise<PhoneOutcome<A>>
  busy: boolean
}

async function attempt<A extends Action>(action: A, data: RequestOf<A>): Promise<PhoneOutcome<A>> {
  try {
    return await ask(action, data)
  } catch (error) {
    if (error instanceof Unreachable) return { ok: false, reason: 'offline' }
    throw error
  }
}

/**
 * Something a person does. Afterwards every shown answer is taken as old (pages ask again when they are shown next); those of `refresh` are
 * asked again at once.
 */
export function useCloudAction<A extends Action>(action: A, refresh: readonly Action[] = []): CloudAction<A> {
  const [busy, setBusy] = useState(false)
  const running = useRef<Promise<PhoneOutcome<A>> | null>(null)
  const wanted = refresh.join()
  const run = useCallback(
    (data: RequestOf<A>) => {
      if (running.current) return running.current
      setBusy(true)
      const started = attempt(action, data).finally(() => {
        running.current = null
        setBusy(false)
        void queryClient.invalidateQueries({ refetchType: 'none' })
        for (const each of wanted ? wanted.split(',') : []) {
          void queryClient.refetchQueries({ queryKey: queryKey(each as Action), type: 'active' })
        }
      })
      running.current = started
      return started
    },
    [action, wanted],
  )
  return { run, busy }
}
