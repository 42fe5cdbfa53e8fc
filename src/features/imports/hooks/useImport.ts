import { useEffect, useRef, useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { PhoneRefusal } from '@/cloud/outcome'
import { sendFile } from '@/cloud/sendFile'
import { useCloudAction } from '@/cloud/useCloudAction'
import { chooseRosterFile, type RosterFile } from '@/platform/chooseRosterFile'

export type ImportStage =
  | { at: 'choose' }
  | { at: 'sending'; name: string }
  | { at: 'reading' | 'applying'; importId: string; rows: number; done: number }
  | { at: 'ready'; importId: string }
  | { at: 'applied'; importId: string; added: number; changed: number }

/** How often the cloud is asked to go on while another call still holds the import (ms). */
const pause = 1000
const wait = () => new Promise((resolve) => setTimeout(resolve, pause))

/** A register's way from the file to the county's: chosen, sent, read, looked at, applied. Goes on where it was after a lost answer. */
export function useImport() {
  const [stage, setStage] = useState<ImportStage>({ at: 'choose' })
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const begin = useCloudAction('import.begin')
  const read = useCloudAction('import.read')
  const proceed = useCloudAction('import.proceed')
  const apply = useCloudAction('import.apply')
  const gone = useRef(false)
  useEffect(
    () => () => {
      gone.current = true
    },
    [],
  )

  const fail = (refused: PhoneRefusal, back: ImportStage) => {
    setRefusal(refused)
    setStage(back)
  }
  const goOnReading = async (first: ResponseOf<'import.read'>) => {
    const { importId } = first
    let { state, rows, readRows: done } = first
    while (state === 'reading' && !gone.current) {
      setStage({ at: 'reading', importId, rows, done })
      const next = await proceed.run({ importId })
      if (!next.ok) {
        fail(next, { at: 'choose' })
        return
      }
      if (next.data.doneRows === done) await wait()
      state = next.data.state === 'reading' ? 'reading' : 'ready'
      rows = next.data.rows
      done = next.data.doneRows
    }
    setStage({ at: 'ready', importId })
  }
  const send = async (file: RosterFile) => {
    setStage({ at: 'sending', name: file.name })
    const sent = await sendFile(file, (nonce) => begin.run({ nonce, ending: file.ending }))
    if (!sent.ok) {
      fail(sent, { at: 'choose' })
      return
    }
    const outcome = await read.run({
      fileId: sent.fileId,
      fileName: file.name.slice(-100),
      nonce: sent.nonce,
    })
    if (outcome.ok) await goOnReading(outcome.data)
    else fail(outcome, { at: 'choose' })
  }
  return {
    stage,
    refusal,
    clearRefusal: () => setRefusal(undefined),
    choose: async () => {
      setRefusal(undefined)
      const file = await chooseRosterFile()
      if (file) await send(file)
    },
    apply: async (importId: string, rows: number) => {
      setRefusal(undefined)
      let done = 0
      setStage({ at: 'applying', importId, rows, done })
      for (let busy = 0; !gone.current;) {
        const outcome = await apply.run({ importId })
        if (outcome.ok && outcome.data.state === 'applied') {
          setStage({ at: 'applied', importId, added: outcome.data.added, changed: outcome.data.changed })
          return
        }
        if (!outcome.ok && (outcome.reason !== 'try_again' || ++busy > 20)) {
          fail(outcome, { at: 'ready', importId })
          return
        }
        if (outcome.ok) {
          done = outcome.data.doneRows
          setStage({ at: 'applying', importId, rows: outcome.data.rows, done })
        } else await wait()
      }
    },
  }
}
