import Taro from '@tarojs/taro'
import { importFolder } from '@domain/contract/imports'
import { makeNonce } from './nonce'

export interface RosterFile {
  name: string
  /** Bytes. */
  size: number
  /** Its id in the cloud; rejects when it did not get there. */
  upload: () => Promise<string>
}

/** A register out of a WeChat chat; null when the person turned back. */
export async function chooseRosterFile(): Promise<RosterFile | null> {
  let chosen
  try {
    chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
  } catch {
    return null
  }
  const file = chosen.tempFiles[0]
  if (!file) return null
  const { name, size, path: filePath } = file
  const ending = name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'
  return {
    name,
    size,
    upload: async () => {
      const cloudPath = `${importFolder}${makeNonce()}.${ending}`
      const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath })
      return fileID
    },
  }
}
