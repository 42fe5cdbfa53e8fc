import Taro from '@tarojs/taro'

/** A short buzz at success; a phone without one stays still. */
export function buzz(): void {
  Taro.vibrateShort({ type: 'light' }).catch(() => undefined)
}
