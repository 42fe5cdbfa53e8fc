import { useState } from 'react'
import type { Cell, ListForm, Move } from '@domain/contract/keptLists'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'

interface Of {
  list: string
  organisationId: string
}

/** A row while it is filled in or looked at: what was changed in it, and what is done with it. `onDone`: it is kept, moved or removed. */
export function useRowForm({ list, organisationId }: Of, form: ListForm | undefined, onDone: () => void) {
  const save = useCloudAction('list.save')
  const move = useCloudAction('list.move')
  const remove = useCloudAction('list.remove')
  // By field; undefined: it is empty again.
  const [changes, setChanges] = useState<ReadonlyMap<string, Cell | undefined>>(new Map())
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const row = form?.row
  const kept = (row?.cells ?? []).filter(({ field }) => !changes.has(field))
  const cells = [...kept, ...[...changes.values()].filter((cell) => cell !== undefined)]
  const finish = (outcome: { ok: true } | PhoneRefusal) => {
    setRefusal(outcome.ok ? undefined : outcome)
    if (outcome.ok) onDone()
  }
  const of = row && { entryId: row.id, version: row.version }
  return {
    cells,
    isChanged: changes.size > 0,
    refusal,
    clear: () => setRefusal(undefined),
    busy: save.busy || move.busy || remove.busy,
    set: (field: string, cell: Cell | undefined) => setChanges((before) => new Map(before).set(field, cell)),
    save: async () => finish(await save.runOnce({ list, organisationId, cells, ...of })),
    move: async ({ to }: Move, answer?: string) => {
      if (of) finish(await move.runOnce({ ...of, to, ...(answer !== undefined && { answer }) }))
    },
    remove: async () => {
      if (of) finish(await remove.runOnce(of))
    },
  }
}
export type RowForm = ReturnType<typeof useRowForm>
