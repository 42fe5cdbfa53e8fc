import Taro from '@tarojs/taro'
/** Says in a dialogue what did not work, why, and what to do now. */
export function showWords({ title, text, next }: RefusalWords): void {
  Taro.showModal({
    title,
    content: `${text}。${next}。`,
    showCancel: false,
    confirmText: '知道了',
    confirmColor: '#B3261E',
  }).catch(() => undefined)
}

/** What happened; why, and that it is nobody's fault; what to do now. */
export interface RefusalWords {
  title: string
  text: string
  next: string
}
