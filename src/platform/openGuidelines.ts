import Taro from '@tarojs/taro'
import { showWords } from './showWords'

/** 《用户隐私保护指引》 as it stands in WeChat's own records of this mini-program. */
export const openGuidelines: (() => void) | undefined = () => {
  Taro.openPrivacyContract({
    fail: () =>
      showWords({ title: '没能打开微信的指引', text: '微信这会儿没有给出来', next: '稍后再点一次' }),
  })
}
