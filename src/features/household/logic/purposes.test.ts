import { purposesText, toggled } from './purposes'

test('purposes are named in the order offered, whatever was ticked first', () => {
  expect(purposesText(['help', 'policy'])).toBe('宣传政策、排忧解难')
})

test('a second tap takes a tick back', () => {
  expect(toggled(toggled([], 'heart'), 'heart')).toEqual([])
})
