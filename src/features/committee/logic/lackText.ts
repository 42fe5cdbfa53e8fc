import type { BookLack } from '@domain/contract/words'

const lackTexts: Record<BookLack, string> = {
  not_opened: '没有登记',
  unsettled: '有人未定',
  no_lecturer: '没写讲课人，没计入',
  no_topic: '没写主题，没计入',
  waits: '等确认，先不计入',
  not_recorded: '还没有成册',
}
/** What keeps a meeting from counting, or from its book, as a fact. */
export const lackText = (lack: BookLack): string => lackTexts[lack]
