import Taro from '@tarojs/taro'

/** `numberText('482913') // '编号 482 913'` */
export const numberText = (number: string): string => `编号 ${number.slice(0, 3)} ${number.slice(3)}`

/** Says in a dialogue what happened, why, and what to do now; ends when it was read. */
export async function tellWords({ title, text, next, number }: RefusalWords): Promise<void> {
  const content = `${text}。${next}。${number === undefined ? '' : `（${numberText(number)}）`}`
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
  /** 编号 of what nobody expected, to be read out on the telephone. */
  number?: string
}
