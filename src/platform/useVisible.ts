import { useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** Whether this page is the one on the screen: polling stops with it. */
export function useVisible(onShow?: () => void): boolean {
  const [visible, setVisible] = useState(true)
  useDidShow(() => {
    setVisible(true)
    onShow?.()
  })
  useDidHide(() => setVisible(false))
  return visible
}
