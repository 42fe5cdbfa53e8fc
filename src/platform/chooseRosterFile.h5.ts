import { importFolder } from '@domain/contract/imports'
import { makeNonce } from './nonce'
import { identityKey } from './session'

export interface RosterFile {
  name: string
  /** Bytes. */
  size: number
  /** Its id in the cloud; rejects when it did not get there. */
  upload: () => Promise<string>
}

async function upload(file: File): Promise<string> {
  const form = new FormData()
  const ending = file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'
  form.append('cloudPath', `${importFolder}${makeNonce()}.${ending}`)
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
      resolve(file ? { name: file.name, size: file.size, upload: () => upload(file) } : null)
    }
    input.oncancel = () => resolve(null)
    input.click()
  })
}
