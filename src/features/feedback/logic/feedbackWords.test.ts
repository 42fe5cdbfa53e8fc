import { timeText } from './feedbackWords'

test.each([
  ['answered', 4, false, '用时 4 个工作日'],
  ['answered', 0, false, '当天答复'],
  ['answered', 7, true, '用时 7 个工作日'],
  ['open', 5, false, '5 个工作日内答复'],
  ['open', 0, false, '今天答复'],
  ['open', 0, true, '已过 5 个工作日，正在办'],
] as const)('%s, %i workdays, overdue %s: %s', (state, workdays, overdue, text) => {
  expect(timeText({ state, workdays, overdue })).toBe(text)
})
