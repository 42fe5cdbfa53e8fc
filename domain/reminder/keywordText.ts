/** Characters WeChat takes in a keyword of each type, inclusive. */
const longest: Record<string, number> = { thing: 20, phrase: 5, name: 10, character_string: 32 }

/** Characters a `thing` holds, the usual keyword of a text. */
export const THING = 20

/** Characters as people and WeChat count them: an emoji or a rare 汉字 is one, though a string holds it as two. */
export const charactersOf = (text: string): string[] => Array.from(text)
export const lengthOf = (text: string): number => charactersOf(text).length

/** What binds the characters around it into one sign; left at the end it shows as an empty box. */
const JOINER = /\u200d+$/

const head = (text: string, most: number): string =>
  charactersOf(text).slice(0, most).join('').replace(JOINER, '')

/** A text that does not fit loses its end, never more, and never half a character: `fitted('九月主题党日活动', 5)` → `九月主题…`. */
export const fitted = (text: string, most: number = THING): string =>
  lengthOf(text) <= most ? text : `${head(text, most - 1)}…`

const typeOf = (keyword: string): string => keyword.replace(/\d+$/, '')

/** Characters a keyword such as `thing2` holds, inclusive. */
export const longestOf = (keyword: string): number => longest[typeOf(keyword)] ?? THING

/** WeChat takes nothing but 汉字 there. */
const hanziOnly = ['phrase', 'name']

/** A text as a keyword takes it: within its type's length, of the characters its type allows, never empty. */
export function keywordText(keyword: string, text: string): string {
  const isHanzi = hanziOnly.includes(typeOf(keyword))
  const allowed = isHanzi ? text.replace(/\P{Script=Han}/gu, '') : text.trim()
  const most = longestOf(keyword)
  const fitting = isHanzi ? head(allowed, most) : fitted(allowed, most)
  if (fitting !== '') return fitting
  return isHanzi ? '无' : '—'
}
