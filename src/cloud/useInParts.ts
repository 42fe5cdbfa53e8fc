import { useEffect, useMemo, useState } from 'react'
import type { RequestOf, ResponseOf } from '@domain/contract/actions'
import { ask } from './outcome'
import { type CloudQuery, useCloudQuery } from './useCloudQuery'

/** What comes in parts, and under which name its rows stand. */
const rowsOf = {
  'progress.branch': 'rows',
  'progress.records': 'records',
  'deed.list': 'deeds',
  'community.residents': 'rows',
  'activity.book': 'meetings',
  'committee.overview': 'branches',
  'committee.why': 'parts',
  'organisation.tree': 'nodes',
  'list.rows': 'rows',
  'list.ofMember': 'rows',
  'paper.factRecords': 'rows',
  'paper.factMembers': 'rows',
  'paper.factPlaces': 'rows',
} as const
type InParts = keyof typeof rowsOf

const partOf = (action: InParts, data: object): { rows: readonly unknown[]; next: number | undefined } => {
  const { [rowsOf[action]]: rows, next } = data as Record<string, unknown>
  return { rows: rows as unknown[], next: next as number | undefined }
}

/** Rows after the first answer's, of the answer of one instant. `left`: there are more from `from` on, and nothing is on its way. */
interface Rest {
  of: string
  rows: readonly unknown[]
  from?: number
  state: 'coming' | 'left' | 'whole'
}

/** One part after the other until all are there; what has come is shown at once, and stays when the next one is lost. */
async function readRest<A extends InParts>(
  [action, asked]: readonly [A, RequestOf<A>],
  begun: { rows: readonly unknown[]; from: number },
  { isOver, show }: { isOver: () => boolean; show: (rest: Omit<Rest, 'of'>) => void },
): Promise<void> {
  let { rows } = begun
  for (let from: number | undefined = begun.from; from !== undefined;) {
    const outcome = await ask(action, { ...asked, from }).catch(() => null)
    if (isOver()) return
    if (!outcome?.ok) {
      show({ rows, from, state: 'left' })
      return
    }
    const part = partOf(action, outcome.data)
    rows = [...rows, ...part.rows]
    from = part.next
    show({ rows, state: from === undefined ? 'whole' : 'coming' })
  }
}

/**
 * An answer with all its rows, which come in parts where they are many. `more` goes on where the network was lost on the way;
 * `isWhole`: there is nothing more to come.
 */
export function useInParts<A extends InParts>(
  action: A,
  asked: RequestOf<A>,
): CloudQuery<A> & { more: (() => void) | undefined; isWhole: boolean } {
  const query = useCloudQuery(action, asked)
  const [rest, setRest] = useState<Rest>()
  const [turn, setTurn] = useState(0)
  const of = JSON.stringify([asked, query.at])
  const first = query.data
  const next = first && partOf(action, first).next
  const own = rest?.of === of ? rest : undefined
  useEffect(() => {
    if (next === undefined) return undefined
    let isOver = false
    void readRest(
      [action, asked],
      { rows: own?.rows ?? [], from: own?.from ?? next },
      {
        isOver: () => isOver,
        show: (part) => setRest({ of, ...part }),
      },
    )
    return () => {
      isOver = true
    }
    // `of` tells what is asked and of which answer; what has come of it is looked at when somebody asks for more.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [of, next, turn])
  const data = useMemo((): ResponseOf<A> | undefined => {
    if (!first || !own) return first
    return { ...first, [rowsOf[action]]: [...partOf(action, first).rows, ...own.rows] }
  }, [action, first, own])
  return {
    ...query,
    data,
    more:
      own?.state === 'left'
        ? () => {
            setRest({ ...own, state: 'coming' })
            setTurn(turn + 1)
          }
        : undefined,
    isWhole: next === undefined || own?.state === 'whole',
  }
}
