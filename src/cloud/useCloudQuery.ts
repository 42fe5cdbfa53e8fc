import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Action, RequestOf, ResponseOf } from '@domain/contract/actions'
import { identityKey } from '../platform/session'
import { useVisible } from '../platform/useVisible'
import { readKept, wipeAnswers, wipeKept, writeKept } from './cache'
import { corrected, now } from './clock'
import { ask, type PhoneOutcome, type PhoneRefusal } from './outcome'
import { keepOwnCode } from './ownCode'
import { queryClient } from './queryClient'
import { longestWait, type UnreachedReason, unreachedReasonOf } from './unreached'

export interface CloudQueryOptions {
  enabled?: boolean
  /** Asks again every so many ms while the page is on the screen. */
  pollMs?: number
}

export interface CloudQuery<A extends Action> {
  /** Last known answer, possibly from before the network was lost: then `unreached` is set too. */
  data: ResponseOf<A> | undefined
  refusal: PhoneRefusal | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** Why the last request found no answer; stays until one does. */
  unreached: UnreachedReason | undefined
  /** When `data` was answered (ms). */
  at: number
  refetch: () => Promise<unknown>
}

export const queryKey = (action: Action, data?: unknown): unknown[] =>
  data === undefined ? [identityKey(), action] : [identityKey(), action, data]

/** What decides whether the kept pages still belong to this person: being bound, the branch, the roles. */
function standingOf(me: ResponseOf<'identity.me'>): string {
  return me.state === 'bound' ? JSON.stringify([me.memberId, me.branch?.id, me.roles]) : me.state
}

function keepMe(after: ResponseOf<'identity.me'>): void {
  const before = readKept<ResponseOf<'identity.me'>>('identity.me', {}, now())
  // Without a version of before nothing says that the other answers are still this person's, but for those that came while this one was under way.
  if (!before) wipeAnswers(now() - longestWait.api)
  else if (standingOf(before.value) !== standingOf(after)) {
    wipeKept()
    void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[1] !== 'identity.me' })
  }
  keepOwnCode(after)
}

async function askAndKeep<A extends Action>(action: A, data: RequestOf<A>): Promise<PhoneOutcome<A>> {
  const outcome = await ask(action, data)
  if (!outcome.ok) return outcome
  if (action === 'identity.me') keepMe(outcome.data as ResponseOf<'identity.me'>)
  writeKept(action, data, outcome.data, now())
  return outcome
}

/** Asks ahead for a page that may be needed where there is no network; not again within ten minutes. */
export function askAhead<A extends Action>(action: A, data: RequestOf<A>): void {
  queryClient
    .query({
      queryKey: queryKey(action, data),
      queryFn: () => askAndKeep(action, data),
      staleTime: 600_000,
      retry: false,
    })
    .catch(() => undefined)
}

/** Why the last request failed; while the next one is under way that is still all that is known. */
function useUnreached(error: Error | null, asking: boolean): UnreachedReason | undefined {
  const [last, setLast] = useState<UnreachedReason>()
  const reason = error ? unreachedReasonOf(error) : asking ? last : undefined
  if (reason !== last) setLast(reason)
  return reason
}

/** Server state of one action. Refusals are data; the last answer of one's own pages outlives the network. */
export function useCloudQuery<A extends Action>(
  action: A,
  data: RequestOf<A>,
  { enabled = true, pollMs }: CloudQueryOptions = {},
): CloudQuery<A> {
  const visible = useVisible(() => {
    // Coming back asks again what has grown old meanwhile.
    if (enabled && query.isStale && !query.isFetching) void query.refetch()
  })
  const asked = JSON.stringify(data)
  // Read once a question, not at every rendering.
  const kept = useMemo(
    () => readKept<ResponseOf<A>>(action, JSON.parse(asked) as RequestOf<A>, now()),
    [action, asked],
  )
  const query = useQuery({
    queryKey: queryKey(action, data),
    queryFn: () => askAndKeep(action, data),
    enabled,
    initialData: kept && { ok: true as const, data: kept.value },
    initialDataUpdatedAt: 0,
    refetchInterval: pollMs && visible ? pollMs : false,
    refetchIntervalInBackground: true,
  })
  const outcome = query.data
  return {
    data: outcome?.ok ? outcome.data : undefined,
    refusal: outcome && !outcome.ok ? outcome : undefined,
    loading: !outcome && !query.isError,
    unreached: useUnreached(query.error ?? query.failureReason, query.isFetching),
    at: query.dataUpdatedAt > 0 ? corrected(query.dataUpdatedAt) : (kept?.at ?? 0),
    refetch: () => query.refetch(),
  }
}
