import type { RefusalWords } from '@/platform/showWords'
import type { PhoneReason } from '../cloud/outcome'

/** What the branch's own word may be refused for. */
type AboutWords = Extract<PhoneReason, 'word_said' | 'word_not_yet' | 'word_for_nobody'>

export const reminderWords: Record<AboutWords, RefusalWords> = {
  word_said: {
    title: '今天已经告知过了',
    text: '一个支部一天发一次，免得打扰大家',
    next: '急的话，请当面或电话说一声',
  },
  word_not_yet: {
    title: '还没到告知的时候',
    text: '月底前 7 天起才说还差什么',
    next: '到时再来；有急事请当面或电话说一声',
  },
  word_for_nobody: {
    title: '这几位不用再告知了',
    text: '有的已经完成，有的告诉过了，没有再发',
    next: '下拉刷新，看看现在还差谁',
  },
}
