import Taro from '@tarojs/taro'
import { showWords } from './showWords'
import { turnedBack } from './turnedBack'

export const keepLabel = '发到微信'

/** Sends a text as a file to a chat of one's own choice, as 文件传输助手. What went wrong is said here. */
export async function keepText(fileName: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName })
  } catch (error) {
    if (turnedBack(error)) return
    showWords({
      title: '没能发出去',
      text: '可能手机空间不够，或微信版本旧了',
      next: '再点一次；还不行，就点“复制全文”',
    })
  }
}
