import { showWords } from '@/platform/showWords'
import type { PhoneRefusal } from '../cloud/outcome'
import { wordsFor } from './refusals'

/** Says a refusal where the page itself has no place for it. */
export function showRefusal(refusal: PhoneRefusal): void {
  showWords(wordsFor(refusal))
}
