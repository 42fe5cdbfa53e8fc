import Taro from '@tarojs/taro'

export interface Scanned {
  text: string
  /** Read from a picture; the base library does not say for the camera, so only a stated album counts. */
  fromAlbum: boolean
}

/** Opens WeChat's scanner; null when the person turned back. */
export async function scan(): Promise<Scanned | null> {
  try {
    const found = await Taro.scanCode({ scanType: ['qrCode', 'wxCode' as never] })
    const text = found.result || decodeURIComponent(found.path || '')
    return text ? { text, fromAlbum: false } : null
  } catch {
    return null
  }
}
