import { useQuery } from '@tanstack/react-query'
import type { Action, RequestOf, ResponseOf } from '@domain/contract/actions'
import { readKept, wipeKept, writeKept } from './cache'
import { corrected, now } from './clock'
import { ask, type PhoneOutcome, type PhoneRefusal } from './outcome'
import { queryClient } from './queryClient'
import { identityKey } from './session'
import { useVisible } from './useVisible'

export interface CloudQueryOptions {
  enabled?: boolean
  /** Asks again every so many ms while the page is on the screen. */
  pollMs?: number
}

export interface CloudQuery<A extends Action> {
  /** Last known answer, possibly from before the network was lost: then `offline` is set too. */
  data: ResponseOf<A> | undefined
  refusal: PhoneRefusal | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** The last request did not reach the cloud. */
  offline: boolean
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

function keep<A extends Action>(action: A, data: RequestOf<A>, outcome: PhoneOutcome<A>): void {
  if (!outcome.ok) return
  if (action === 'identity.me') {
    const before = readKept<ResponseOf<'identity.me'>>(action, data, now())
    const after = outcome.data as ResponseOf<'identity.me'>
    if (before && standingOf(before.value) !== standingOf(after)) {
      wipeKept()
      void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[1] !== 'identity.me' })
    }
  }
  writeKept(action, data, outcome.data, now())
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
  const query = useQuery({
    queryKey: queryKey(action, data),
    queryFn: async (): Promise<PhoneOutcome<A>> => {
      const outcome = await ask(action, data)
      keep(action, data, outcome)
      return outcome
    },
    enabled,
    initialData: () => {
      const found = readKept<ResponseOf<A>>(action, data, now())
      return found && { ok: true as const, data: found.value }
    },
    initialDataUpdatedAt: 0,
    refetchInterval: pollMs && visible ? pollMs : false,
    refetchIntervalInBackground: true,
  })
  const outcome = query.data
  const offline = query.isError || query.failureCount > 0
  return {
    data: outcome?.ok ? outcome.data : undefined,
    refusal: outcome && !outcome.ok ? outcome : undefined,
    loading: !outcome && !query.isError,
    offline,
    at: query.dataUpdatedAt > 0 ? corrected(query.dataUpdatedAt) : (readKept(action, data, now())?.at ?? 0),
    refetch: () => query.refetch(),
  }
}
