import { instantOf, timeOf } from './pickerTimes'

const at = (text: string) => Date.parse(`${text}:00+08:00`)

test('pickers speak Shanghai time', () => {
  expect(instantOf('2026-09-22', '00:05')).toBe(at('2026-09-22T00:05'))
  expect(timeOf(at('2026-09-22T09:05'))).toBe('09:05')
})
