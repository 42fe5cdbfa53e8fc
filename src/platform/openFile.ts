import Taro from '@tarojs/taro'

/** Opens a spreadsheet of the cloud; from its menu it can be passed on to oneself or kept. */
export async function openFile(url: string, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  await Taro.downloadFile({ url, filePath })
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
}
