/** A message one may be asked about: WeChat knows it by its id and writes the title itself. */
export interface Askable {
  id: string
  title: string
}

/**
 * What came of asking. Without a yes, why: refused (in the dialogue, or for good, when none appears) · switch_off (服务通知 of this mini-program are off) ·
 * unavailable (WeChat has stopped or merged the template, or opened no dialogue).
 */
export interface Subscribed {
  accepted: string[]
  because?: 'refused' | 'switch_off' | 'unavailable'
}
