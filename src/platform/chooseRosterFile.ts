import Taro from '@tarojs/taro'
import type { RegisterEnding } from '@domain/contract/imports'
import { showWords } from './showWords'
import { turnedBack } from './turnedBack'

export interface RosterFile {
  name: string
  /** Bytes. */
  size: number
  ending: RegisterEnding
  /** To where the cloud wants it; its id there. Rejects when it did not get there. */
  upload: (cloudPath: string) => Promise<string>
}

/** A register out of a WeChat chat; null when the person turned back, or it could not be chosen, which is said here. */
export async function chooseRosterFile(): Promise<RosterFile | null> {
  let chosen
  try {
    chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
  } catch (error) {
    if (!turnedBack(error)) {
      showWords({
        title: '没能选文件',
        text: '微信这会儿打不开聊天里的文件，可能还没有同意它的隐私指引',
        next: '再点一次；还不行，请更新微信',
      })
    }
    return null
  }
  const file = chosen.tempFiles[0]
  if (!file) return null
  const { name, size, path: filePath } = file
  const ending = name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'
  return {
    name,
    size,
    ending,
    upload: async (cloudPath) => {
      const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath })
      return fileID
    },
  }
}
