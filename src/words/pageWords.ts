import type { RefusalWords } from '@/platform/showWords'
import type { PhoneReason, PhoneRefusal } from '../cloud/outcome'
import { wordsFor } from './refusals'

/** Of a page that only shows: nothing was filled in, and nothing was to be saved. */
const pageWords: Partial<Record<PhoneReason, Partial<RefusalWords>>> = {
  invalid_request: {
    title: '不知道要看哪一项',
    text: '这一页要从前面一步步点进来',
    next: '返回首页，再点一次',
  },
  try_again: { text: '还没取到，不是您的问题' },
}

/** The sentence of a page that was refused whole. */
export const wordsForPage = (refusal: PhoneRefusal): RefusalWords => ({
  ...wordsFor(refusal),
  ...pageWords[refusal.reason],
})
