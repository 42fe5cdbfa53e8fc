import Taro from '@tarojs/taro'
import type { PhoneRefusal } from './outcome'
import { wordsFor } from './refusals'

/** Says a refusal where the page itself has no place for it. */
export function showRefusal(refusal: PhoneRefusal): void {
  const { title, text, next } = wordsFor(refusal)
  void Taro.showModal({
    title,
    content: `${text}。${next}。`,
    showCancel: false,
    confirmText: '知道了',
    confirmColor: '#B3261E',
  })
}
