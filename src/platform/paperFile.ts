import Taro from '@tarojs/taro'
import { showWords } from './showWords'
import { turnedBack } from './turnedBack'

/** Where a paper can be put. */
export type PaperWay = 'share' | 'open' | 'disk'

const onComputer = (): boolean => ['windows', 'mac'].includes(Taro.getDeviceInfo().platform)

/** The ways of this device for a file, the usual one first. WeChat opens no .zip. */
export function paperWays(fileName: string): { way: PaperWay; label: string }[] {
  const ways: { way: PaperWay; label: string }[] = [
    onComputer() ? { way: 'disk', label: '保存到电脑' } : { way: 'share', label: '转发到聊天' },
    { way: 'open', label: '打开看看' },
  ]
  return ways.filter(({ way }) => way !== 'open' || !fileName.endsWith('.zip'))
}

/** One paper at a time lies on the phone: the one before it is removed, so that no names gather there. */
function put([first = '', ...others]: readonly string[], fileName: string): string {
  const folder = `${Taro.env.USER_DATA_PATH ?? ''}/papers`
  const files = Taro.getFileSystemManager()
  try {
    files.rmdirSync(folder, true)
  } catch {
    // The first paper of this phone.
  }
  files.mkdirSync(folder, true)
  const filePath = `${folder}/${fileName}`
  files.writeFileSync(filePath, first, 'base64')
  for (const piece of others) files.appendFileSync(filePath, piece, 'base64')
  return filePath
}

const fileTypes = ['docx', 'xlsx'] as const

async function pass(way: PaperWay, filePath: string, fileName: string): Promise<void> {
  if (way === 'share') await Taro.shareFileMessage({ filePath, fileName })
  else if (way === 'disk') await Taro.saveFileToDisk({ filePath })
  else {
    const fileType = fileTypes.find((ending) => fileName.endsWith(ending))
    await Taro.openDocument({ filePath, showMenu: true, ...(fileType && { fileType }) })
  }
}

/** Hands a paper on, whose pieces (base64) stand behind one another. What went wrong is said here. */
export async function passPaper(way: PaperWay, pieces: readonly string[], fileName: string): Promise<void> {
  try {
    await pass(way, put(pieces, fileName), fileName)
  } catch (error) {
    if (turnedBack(error)) return
    showWords({
      title: '文件没能发出去',
      text: '可能手机空间不够，或微信版本旧了',
      next: '再点一次；还不行，换“打开看看”，从右上角转发',
    })
  }
}
