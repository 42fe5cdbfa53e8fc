import Taro from '@tarojs/taro'
import { decoded } from './decoded'
import { showWords } from './showWords'
import { turnedBack } from './turnedBack'

export interface Scanned {
  text: string
  /** Read from a picture; the base library does not say for the camera, so only a stated album counts. */
  fromAlbum: boolean
}

/** A mini-program code is read as the path of a page; what was drawn in it is the path's `scene`. */
function textOf({ result = '', path = '' }: { result?: string; path?: string }): string {
  if (result !== '') return result
  const whole = decoded(path)
  return /[?&]scene=([^&]+)/.exec(whole)?.[1] ?? whole
}

/** Opens WeChat's scanner; null when the person turned back, or it would not open, which is said here. */
export async function scan(): Promise<Scanned | null> {
  try {
    const text = textOf(await Taro.scanCode({ scanType: ['qrCode', 'wxCode' as never] }))
    return text ? { text, fromAlbum: false } : null
  } catch (error) {
    if (!turnedBack(error)) {
      showWords({
        title: '扫码没能打开',
        text: '可能微信还不能用相机，到手机设置里可以打开',
        next: '会上可出示“我的码”，或请组织者点名',
      })
    }
    return null
  }
}
