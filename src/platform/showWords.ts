import Taro from '@tarojs/taro'
/** Says in a dialogue what happened, why, and what to do now; ends when it was read. */
export async function tellWords({ title, text, next }: RefusalWords): Promise<void> {
  const content = `${text}。${next}。`
  const looks = { showCancel: false, confirmText: '知道了', confirmColor: '#B3261E' }
  await Taro.showModal({ title, content, ...looks }).catch(() => undefined)
}

/** The same, where nothing waits for it to be read. */
export const showWords = (words: RefusalWords): void => void tellWords(words)

/** What happened; why, and that it is nobody's fault; what to do now. */
export interface RefusalWords {
  title: string
  text: string
  next: string
}
