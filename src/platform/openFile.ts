import Taro from '@tarojs/taro'
import { showWords } from './showRefusal'

/** Opens a spreadsheet of the cloud; from its menu it can be passed on to oneself or kept. What went wrong is said here. */
export async function openFile(url: string, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  try {
    const { statusCode } = await Taro.downloadFile({ url, filePath })
    if (statusCode !== 200) throw new Error(`the file answered ${statusCode}`)
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  } catch {
    showWords({
      title: '文件没能打开',
      text: '可能网络慢，或手机空间不够，文件没有下载完',
      next: '稍等再导出一次，不会重复',
    })
  }
}
