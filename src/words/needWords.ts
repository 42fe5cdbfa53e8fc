import type { RefusalWords } from '@/platform/showWords'
import type { PhoneReason } from '../cloud/outcome'

/** What is refused of 需求. */
export const needWords: Record<Extract<PhoneReason, `need_${string}`>, RefusalWords> = {
  need_gone: {
    title: '这一件不用办了',
    text: '过了日子，或者社区、村里撤回了，没有认领',
    next: '返回看看别的',
  },
  need_taken: {
    title: '已经有同志认领了',
    text: '刚好认领满，没有重复认领',
    next: '返回看看别的，或自己提一件',
  },
  need_times: {
    title: '日子对不上',
    text: '要在今天到一年以后，还没有保存',
    next: '请改一下日子再试',
  },
}
