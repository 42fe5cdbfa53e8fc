import Taro from '@tarojs/taro'
import { showWords } from './showWords'

/** Opens a spreadsheet (base64); from its menu it can be passed on to oneself or kept. What went wrong is said here. */
export async function openFile(content: string, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, content, 'base64')
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  } catch {
    showWords({ title: '文件没能打开', text: '可能手机空间不够', next: '稍等再导出一次，不会重复' })
  }
}
