import { useEffect } from 'react'
import Taro from '@tarojs/taro'

/** While shown: the screen stays on, and with `bright` at full brightness; afterwards as before. */
export function useScreenOn(bright = false, active = true): void {
  useEffect(() => {
    if (!active) return
    let before: number | undefined
    let gone = false
    Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined)
    if (bright) {
      void Taro.getScreenBrightness({
        success: ({ value }) => {
          if (gone) return
          before = value
          Taro.setScreenBrightness({ value: 1 }).catch(() => undefined)
        },
      })
    }
    return () => {
      gone = true
      Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined)
      if (before !== undefined) Taro.setScreenBrightness({ value: before }).catch(() => undefined)
    }
  }, [bright, active])
}
