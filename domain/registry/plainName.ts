import { clean, withoutSpaces } from './cell'
import { chineseNumber } from './chineseNumber'

/** 第1, 第01, 一 before 支部 or 小组 become 第一. */
const ordinal = (text: string, what: string): string =>
  text.replace(
    new RegExp(`第?(?:0?(\\d{1,2})|([一二三四五六七八九十]{1,3}))(?:党)?${what}$`),
    (_, digits: string | undefined, words: string | undefined) =>
      `第${digits === undefined ? (words ?? '') : chineseNumber(Number(digits))}${what}`,
  )

const bare = (name: string): string =>
  withoutSpaces(clean(name))
    .replace(/^(中国共产党|中共)/, '')
    .replace(/[()（）【】[\]《》"'“”·.,、_-]/g, '')

/** What stays of an organisation's name however it is written: `plainName('中共县财政局第1支部委员会') // '县财政局第一支部'`. */
export function plainName(name: string): string {
  const text = bare(name)
    .replace(/(党支部|支部)委员会|党支部/g, '支部')
    .replace(/(党小组|小组|(?<=\d|[一二三四五六七八九十])组)$/, '小组')
  return ordinal(ordinal(text, '支部'), '小组')
}

/** 凤凰社区党委, 凤凰社区居委会 and 凤凰社区 are one. */
export const plainCommunity = (name: string): string =>
  bare(name).replace(/(社区)(党组织|党总支|党支部|党工委|党委|居民委员会|居委会|委员会|委会)?$/, '$1')

/** 大坪村 and 大坪村村委会 are one. */
export const plainVillage = (name: string): string =>
  bare(name).replace(/村(村民委员会|民委员会|村委会|委会|党支部|党总支|党组织)?$/, '村')
