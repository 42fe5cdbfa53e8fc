import { basisText } from './basisText'

test('a basis names document, number and article; without a number it says that one is to be supplied', () => {
  expect(basisText({ document: '通知', number: '县直工发〔2026〕3号', article: '第四条' })).toBe(
    '依据：通知（县直工发〔2026〕3号）第四条',
  )
  expect(basisText({ document: '党建工作要求' })).toBe('依据待补：党建工作要求')
})
