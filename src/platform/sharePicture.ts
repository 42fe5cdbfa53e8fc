import Taro from '@tarojs/taro'
import { showWords } from './showWords'
import { turnedBack } from './turnedBack'

/** Offers a drawn canvas as a picture: to be sent to oneself or a colleague for printing, or kept. What went wrong is said here. */
export async function sharePicture(canvas: unknown, _name: string): Promise<void> {
  try {
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: canvas as Taro.Canvas,
      fileType: 'jpg',
      quality: 0.92,
    })
    await Taro.showShareImageMenu({ path: tempFilePath })
  } catch (error) {
    if (turnedBack(error)) return
    showWords({ title: '没能打开分享', text: '可能手机空间不够', next: '稍等再点一次，不会重复' })
  }
}
