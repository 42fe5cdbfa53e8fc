import type { RegisterEnding } from '@domain/contract/imports'
import { identityKey } from './session'

export interface RosterFile {
  name: string
  /** Bytes. */
  size: number
  ending: RegisterEnding
  /** To where the cloud wants it; its id there. Rejects when it did not get there. */
  upload: (cloudPath: string) => Promise<string>
}

async function upload(file: File, cloudPath: string): Promise<string> {
  const form = new FormData()
  form.append('cloudPath', cloudPath)
  form.append('file', file)
  const response = await fetch('/client/uploadFile', {
    method: 'POST',
    headers: { 'x-demo-openid': identityKey() },
    body: form,
  })
  const { fileID, errMsg } = (await response.json()) as { fileID?: string; errMsg?: string }
  if (!fileID) throw new Error(errMsg ?? 'the file was not taken')
  return fileID
}

/** A register from this machine; null when the person turned back. */
export function chooseRosterFile(): Promise<RosterFile | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.xlsx,.csv'
  return new Promise((resolve) => {
    input.onchange = () => {
      const file = input.files?.[0]
      if (!file) {
        resolve(null)
        return
      }
      const { name, size } = file
      const ending = name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'
      resolve({ name, size, ending, upload: (cloudPath) => upload(file, cloudPath) })
    }
    input.oncancel = () => resolve(null)
    input.click()
  })
}
