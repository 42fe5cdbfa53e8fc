import Taro from '@tarojs/taro'

interface Question {
  title: string
  text: string
  /** At most four characters: WeChat's own limit. */
  yes: string
}

/** A plain question before something that others will notice; true on yes. */
export async function askFirst({ title, text, yes }: Question): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title,
    content: text,
    confirmText: yes,
    cancelText: '取消',
    confirmColor: '#B3261E',
  })
  return confirm
}
