import Taro from '@tarojs/taro'

export const keepLabel = '发到微信'

/** Sends a text as a file to a chat of one's own choice, as 文件传输助手. */
export async function keepText(fileName: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
  // Turning back in WeChat's own dialogue rejects: nothing is wrong then.
  await Taro.shareFileMessage({ filePath, fileName }).catch(() => undefined)
}
