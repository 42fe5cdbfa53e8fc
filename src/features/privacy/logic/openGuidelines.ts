import Taro from '@tarojs/taro'

/** 《用户隐私保护指引》 as it stands in WeChat's own records of this mini-program. */
export const openGuidelines: (() => void) | undefined = () => {
  Taro.openPrivacyContract({})
}
