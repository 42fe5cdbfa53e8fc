import Taro from '@tarojs/taro'
import { showWords } from './showWords'

/** Copies; true once it stands in the clipboard. What went wrong is said here. */
export async function copyText(data: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data })
    return true
  } catch {
    showWords({
      title: '没能复制',
      text: '微信这会儿不让复制，可能还没有同意它的隐私指引',
      next: '再点一次；还不行，就长按文字复制',
    })
    return false
  }
}
