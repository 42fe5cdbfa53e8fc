import { nameBelow, shortNameAbove } from './crumbsOf'

const above = (name: string) => [
  { id: 'county', name: '县直机关工委', opens: true },
  { id: 'unit1', name, opens: true },
]

test('a level is named without what its kind says', () => {
  expect(['县直机关工委', '县农业农村局党组', '县人民医院党委', '党组'].map(shortNameAbove)).toEqual([
    '县直机关',
    '县农业农村局',
    '县人民医院',
    '党组',
  ])
})

test('a branch below its unit does not say the unit again', () => {
  expect(nameBelow('县农业农村局第一党支部', above('县农业农村局党组'))).toBe('第一党支部')
  expect(nameBelow('县农业农村局党支部', above('县农业农村局党组'))).toBe('党支部')
  expect(nameBelow('离退休干部党支部', above('县教育局党组'))).toBe('离退休干部')
})
