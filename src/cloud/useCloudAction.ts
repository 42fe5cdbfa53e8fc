import { useCallback, useRef, useState } from 'react'
import type { Action, RequestOf } from '@domain/contract/actions'
import { madeOld, todo, withoutAnswered } from './madeOld'
import { answered, contentOf, nonceFor } from './nonce'
import { attempt, type PhoneOutcome } from './outcome'
import { queryClient } from './queryClient'
import { isUnreached } from './unreached'
import { queryKey } from './useCloudQuery'

/** A request without its name. */
type Content<R> = R extends { nonce: string } ? Omit<R, 'nonce'> : never

export interface CloudAction<A extends Action> {
  /**
   * Never throws: no answer is a refusal. While one runs, a second tap with the same content gets the first one's outcome; other content is
   * sent after it.
   */
  run: (data: RequestOf<A>) => Promise<PhoneOutcome<A>>
  /**
   * Gives the act its nonce: the one it had while the same content has found no answer, so that a resend finds what the first one made;
   * another one once anything was changed, so that it is not answered with the first version.
   */
  runOnce: (content: Content<RequestOf<A>>) => Promise<PhoneOutcome<A>>
  busy: boolean
}

interface Running<A extends Action> {
  content: string
  outcome: Promise<PhoneOutcome<A>>
}

/** Takes from 工作 and 消息 what has just been answered. */
function dropAnswered<A extends Action>(action: A, request: RequestOf<A>): void {
  for (const page of todo)
    queryClient.setQueriesData<PhoneOutcome<typeof page>>({ queryKey: queryKey(page) }, (shown) =>
      shown?.ok ? { ...shown, data: withoutAnswered(shown.data, page, action, request) } : shown,
    )
}

/**
 * Something a person does. Afterwards every shown answer is taken as old (pages ask again when they are shown next); what the act makes old
 * (madeOld) is asked again at once, and the rows it answers are gone before.
 */
export function useCloudAction<A extends Action>(action: A): CloudAction<A> {
  const [busy, setBusy] = useState(false)
  const running = useRef<Running<A> | null>(null)

  const start = useCallback(
    (content: string, request: RequestOf<A>, send: () => Promise<PhoneOutcome<A>>) => {
      const before = running.current
      if (before?.content === content) return before.outcome
      setBusy(true)
      const started: Running<A> = {
        content,
        outcome: (before ? before.outcome.then(send) : send())
          .then((outcome) => {
            if (outcome.ok) dropAnswered(action, request)
            return outcome
          })
          .finally(() => {
            if (running.current === started) {
              running.current = null
              setBusy(false)
            }
            void queryClient.invalidateQueries({ refetchType: 'none' })
            for (const each of madeOld[action] ?? [])
              void queryClient.refetchQueries({ queryKey: queryKey(each), type: 'active' })
          }),
      }
      running.current = started
      return started.outcome
    },
    [action],
  )
  const run = useCallback(
    (data: RequestOf<A>) => start(contentOf(action, data), data, () => attempt(action, data)),
    [action, start],
  )
  const runOnce = useCallback(
    (content: Content<RequestOf<A>>) => {
      const named = contentOf(action, content)
      return start(named, content, async () => {
        const outcome = await attempt(action, { ...content, nonce: nonceFor(named) } as RequestOf<A>)
        // try_again may have been cut in the middle: the resend has to find what there is.
        if (outcome.ok || !(isUnreached(outcome.reason) || outcome.reason === 'try_again')) answered(action)
        return outcome
      })
    },
    [action, start],
  )
  return { run, runOnce, busy }
}
