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
  const [changed, setChanged] = useState<readonly Cell[]>([])
  const [cleared, setCleared] = useState<readonly string[]>([])
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const row = form?.row
  const kept = (row?.cells ?? []).filter(
    ({ field }) => !cleared.includes(field) && !changed.some((cell) => cell.field === field),
  )
  const cells = [...kept, ...changed]
  const finish = (outcome: { ok: true } | PhoneRefusal) => {
    setRefusal(outcome.ok ? undefined : outcome)
    if (outcome.ok) onDone()
  }
  const of = row && { entryId: row.id, version: row.version }
  return {
    cells,
    isChanged: changed.length > 0 || cleared.length > 0,
    refusal,
    clear: () => setRefusal(undefined),
    busy: save.busy || move.busy || remove.busy,
    /** `cell` without a value: the field is empty again. */
    set: (field: string, cell: Cell | undefined) => {
      setChanged((before) => [...before.filter((one) => one.field !== field), ...(cell ? [cell] : [])])
      setCleared((before) => [...before.filter((one) => one !== field), ...(cell ? [] : [field])])
    },
    save: async () => finish(await save.runOnce({ list, organisationId, cells: [...cells], ...of })),
    move: async ({ to }: Move, answer?: string) => {
      if (of) finish(await move.runOnce({ ...of, to, ...(answer !== undefined && { answer }) }))
    },
    remove: async () => {
      if (of) finish(await remove.runOnce(of))
    },
  }
}
export type RowForm = ReturnType<typeof useRowForm>
