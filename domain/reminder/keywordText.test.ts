import fc from 'fast-check'
import type { Gap } from './gapsOf'
import { charactersOf, fitted, keywordText, lengthOf, longestOf } from './keywordText'
import { fittedList } from './messageFields'

/** As people type them: 汉字, rare ones beyond the basic plane, emoji alone and joined, letters. */
const sign = fc.constantFrom('县', '委', '𠮷', '𬭚', '👍', '👨‍👩‍👧', '1️⃣', 'a', ' ', '9', '·')
const typed = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''))
/** A string cut inside a character cannot be encoded. */
const isWhole = (text: string) =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)

test('a text that fits is not touched, one that does not ends with … within its length, and no character is cut in two', () => {
  fc.assert(
    fc.property(typed, fc.integer({ min: 2, max: 40 }), (text, most) => {
      const short = fitted(text, most)
      if (lengthOf(text) <= most) return short === text
      return (
        lengthOf(short) <= most &&
        isWhole(short) &&
        short.endsWith('…') &&
        text.startsWith(short.slice(0, -1)) &&
        !short.slice(0, -1).endsWith('\u200d')
      )
    }),
  )
})

test('twenty rare 汉字 fit a thing though a string holds them as forty', () => {
  expect('𠮷'.repeat(20)).toHaveLength(40)
  expect(fitted('𠮷'.repeat(20))).toBe('𠮷'.repeat(20))
  expect(fitted('𠮷'.repeat(21))).toBe(`${'𠮷'.repeat(19)}…`)
})

test('whatever is typed, a keyword gets what its type takes: as long as it may be, only 汉字 where only they may stand, never nothing', () => {
  const keywords = fc.constantFrom('thing2', 'phrase3', 'name1', 'character_string12')
  fc.assert(
    fc.property(typed, keywords, (text, keyword) => {
      const value = keywordText(keyword, text)
      const isHanzi = /^(phrase|name)/.test(keyword)
      return (
        value !== '' &&
        isWhole(value) &&
        lengthOf(value) <= longestOf(keyword) &&
        (!isHanzi || /^\p{Script=Han}+$/u.test(value))
      )
    }),
  )
})

test('a list of what is missing is cut between items also where labels hold emoji and rare 汉字, and its numbers stay whole', () => {
  const label = fc.array(sign, { minLength: 1, maxLength: 30 }).map((signs) => signs.join(''))
  const gapOf = (text: string, missing: number): Gap => ({
    dutyId: 'd',
    what: 'attended',
    label: text,
    missing,
    measure: '次',
    periodKey: '2026-09',
  })
  const gaps = fc.array(fc.tuple(label, fc.integer({ min: 1, max: 99 })), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(gaps, (items) => {
      const text = fittedList(items.map(([one, missing]) => gapOf(one, missing)))
      return lengthOf(text) <= 20 && isWhole(text) && text.includes(` ${items[0]?.[1] ?? 0} 次`)
    }),
  )
})

test('characters are counted as people count them', () => {
  expect(charactersOf('吉𠮷👍')).toEqual(['吉', '𠮷', '👍'])
})
