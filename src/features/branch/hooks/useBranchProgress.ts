import { useEffect, useMemo, useState } from 'react'
import type { MemberRow } from '@domain/contract/progress'
import type { RequestOf } from '@domain/contract/actions'
import { ask, type PhoneOutcome } from '@/cloud/outcome'
import { type CloudQuery, useCloudQuery } from '@/cloud/useCloudQuery'

type Asked = RequestOf<'progress.branch'>

/** Rows after the first answer's, of the answer of one instant; `left`: there are more, and nothing is on its way. */
interface Rest {
  of: string
  rows: MemberRow[]
  left: boolean
}

/** One part after the other until all are there; what has come is shown at once. */
async function readRest(
  asked: Asked,
  first: number,
  { isOver, show }: { isOver: () => boolean; show: (rows: MemberRow[], left: boolean) => void },
): Promise<void> {
  const rows: MemberRow[] = []
  for (let from: number | undefined = first; from !== undefined;) {
    const outcome: PhoneOutcome<'progress.branch'> | null = await ask('progress.branch', {
      ...asked,
      from,
    }).catch(() => null)
    if (isOver()) return
    if (!outcome?.ok) {
      show(rows, true)
      return
    }
    rows.push(...outcome.data.rows)
    from = outcome.data.next
    show([...rows], false)
  }
}

/** 支部进度 with every row: a large branch comes in parts. `more` asks for the rest again when the network was lost on the way. */
export function useBranchProgress(
  asked: Asked,
): CloudQuery<'progress.branch'> & { more: (() => void) | undefined } {
  const query = useCloudQuery('progress.branch', { ...asked, from: 0 })
  const [rest, setRest] = useState<Rest>()
  const [turn, setTurn] = useState(0)
  const of = JSON.stringify([asked, query.at])
  const next = query.data?.next
  useEffect(() => {
    if (next === undefined) return undefined
    let isOver = false
    void readRest(asked, next, {
      isOver: () => isOver,
      show: (rows, left) => setRest({ of, rows, left }),
    })
    return () => {
      isOver = true
    }
    // `of` tells what is asked and of which answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [of, next, turn])
  const own = rest?.of === of ? rest : undefined
  const first = query.data
  const data = useMemo(() => first && { ...first, rows: [...first.rows, ...(own?.rows ?? [])] }, [first, own])
  return { ...query, data, more: own?.left ? () => setTurn(turn + 1) : undefined }
}
