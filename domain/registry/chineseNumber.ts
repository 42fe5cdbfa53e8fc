const digits = '零一二三四五六七八九'

/** 1 to 99 as Chinese write them: `chineseNumber(12) // '十二'`. */
export const chineseNumber = (value: number): string => {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`
  return ten + (ones === 0 && tens > 0 ? '' : (digits[ones] ?? ''))
}

const values = new Map(Array.from({ length: 99 }, (_, i): [string, number] => [chineseNumber(i + 1), i + 1]))

/** `numberOf('十二') // 12`; undefined for anything but 1 to 99. */
export const numberOf = (text: string): number | undefined => values.get(text)

/** Digits read one by one: `digitsOf('二〇二六') // '2026'`. */
export const digitsOf = (text: string): string =>
  text.replace(/[〇○零一二三四五六七八九]/g, (sign) => String(Math.max(0, digits.indexOf(sign))))
