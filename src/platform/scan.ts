import Taro from '@tarojs/taro'

export interface Scanned {
  text: string
  /** Read from a picture; the base library does not say for the camera, so only a stated album counts. */
  fromAlbum: boolean
}

/** A mini-program code is read as the path of a page; what was drawn in it is the path's `scene`. */
function textOf({ result = '', path = '' }: { result?: string; path?: string }): string {
  if (result !== '') return result
  const whole = decodeURIComponent(path)
  return /[?&]scene=([^&]+)/.exec(whole)?.[1] ?? whole
}

/** Opens WeChat's scanner; null when the person turned back. */
export async function scan(): Promise<Scanned | null> {
  try {
    const text = textOf(await Taro.scanCode({ scanType: ['qrCode', 'wxCode' as never] }))
    return text ? { text, fromAlbum: false } : null
  } catch {
    return null
  }
}
