import { useState } from 'react'
import type { RowsOfFile } from '@domain/contract/imports'
import type { PhoneRefusal } from '@/cloud/outcome'
import { sendFile } from '@/cloud/sendFile'
import { useCloudAction } from '@/cloud/useCloudAction'
import { chooseRosterFile, type RosterFile } from '@/platform/chooseRosterFile'
import { batchesOf } from '../logic/fileWords'

export type FileStage =
  | { at: 'choose' | 'reading' }
  | { at: 'ready'; file: RowsOfFile; name: string }
  | { at: 'writing'; rows: number; done: number }
  | { at: 'written'; added: number; same: number; further: number }

interface Of {
  list: string
  organisationId: string
}

/**
 * A file of the office on its way into a list: chosen, sent, read, looked at, written. Cut short while it is written it goes on where it was: what is sent
 * again is the same act, and what stands there is not written again.
 */
export function useListFile({ list, organisationId }: Of) {
  const [stage, setStage] = useState<FileStage>({ at: 'choose' })
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const begin = useCloudAction('import.beginRows')
  const read = useCloudAction('import.rows')
  const save = useCloudAction('list.saveMany')

  const fail = (refused: PhoneRefusal, back: FileStage) => {
    setRefusal(refused)
    setStage(back)
  }
  const send = async (file: RosterFile) => {
    setStage({ at: 'reading' })
    const sent = await sendFile(file, (nonce) =>
      begin.run({ list, organisationId, nonce, ending: file.ending }),
    )
    if (!sent.ok) {
      fail(sent, { at: 'choose' })
      return
    }
    const outcome = await read.run({ list, organisationId, fileId: sent.fileId, nonce: sent.nonce })
    if (outcome.ok) setStage({ at: 'ready', file: outcome.data, name: file.name })
    else fail(outcome, { at: 'choose' })
  }
  return {
    stage,
    refusal,
    clear: () => setRefusal(undefined),
    choose: async () => {
      setRefusal(undefined)
      const file = await chooseRosterFile()
      if (file) await send(file)
    },
    write: async (ready: Extract<FileStage, { at: 'ready' }>) => {
      setRefusal(undefined)
      const batches = batchesOf(ready.file.rows)
      const rows = batches.flat().length
      let [added, same] = [0, 0]
      for (const batch of batches) {
        setStage({ at: 'writing', rows, done: added + same })
        const outcome = await save.runOnce({ list, organisationId, rows: batch })
        if (!outcome.ok) {
          fail(outcome, ready)
          return
        }
        added += outcome.data.added
        same += outcome.data.same
      }
      setStage({ at: 'written', added, same, further: ready.file.further ?? 0 })
    },
  }
}
export type ListFileWork = ReturnType<typeof useListFile>
