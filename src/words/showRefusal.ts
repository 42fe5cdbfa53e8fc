import Taro from '@tarojs/taro'
import type { PhoneRefusal } from '../cloud/outcome'
import { wordsFor } from './refusals'
import type { RefusalWords } from './unreachedWords'

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

/** Says a refusal where the page itself has no place for it. */
export function showRefusal(refusal: PhoneRefusal): void {
  showWords(wordsFor(refusal))
}
