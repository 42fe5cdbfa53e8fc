import { amountText } from './amountText'

test('a number says its period and measure, none says 定期', () => {
  expect(amountText({ minimum: 2, period: 'quarter', measure: '次' })).toBe('每季度至少 2 次')
  expect(amountText({ minimum: 1, period: 'year', measure: '件' })).toBe('每年至少 1 件')
  expect(amountText({ minimum: null, period: 'year', measure: '次' })).toBe('定期，不设次数')
})
