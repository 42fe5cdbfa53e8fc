import { requestFailed, unsupported } from '../../cloudError'
import type { Document } from '../../types'
import { compareValues } from '../compareValues'
import { isNil, type ExpressionOperator } from './Compute'
import { fixed, named, nullable, text, whole } from './fixed'

/** What the older string operators make of other types; null and missing become the empty text. */
function coerced(value: unknown, name: string): string {
  if (isNil(value)) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw requestFailed(`can't convert to String in ${name}`)
}

// The manual defines case for ASCII only.
const upper = (value: string) => value.replace(/[a-z]/g, (letter) => letter.toUpperCase())
const lower = (value: string) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

function position(value: unknown, name: string): number {
  const at = whole(value, name)
  if (at < 0) throw requestFailed(`${name}: the starting index must be a non-negative integer (got: ${at})`)
  return at
}

function substrBytes(value: unknown, from: unknown, length: unknown): string {
  const bytes = Buffer.from(coerced(value, '$substrBytes'))
  const start = position(from, '$substrBytes')
  const size = whole(length, '$substrBytes')
  if (start >= bytes.length) return ''
  const end = size < 0 ? bytes.length : Math.min(bytes.length, start + size)
  for (const at of [start, end]) {
    if (((bytes[at] ?? 0) & 0xc0) === 0x80)
      throw requestFailed('$substrBytes: Invalid range, the index is in the middle of a UTF-8 character.')
  }
  return bytes.toString('utf8', start, end)
}

function substrCP(value: unknown, from: unknown, length: unknown): string {
  const start = position(from, '$substrCP')
  const size = whole(length, '$substrCP')
  if (size < 0) throw requestFailed(`$substrCP: length must be a nonnegative integer (got: ${size})`)
  return [...coerced(value, '$substrCP')].slice(start, start + size).join('')
}

/** Finds in units (bytes or code points) within `[from, to)`; -1 when it is not there. */
function indexOf(name: string, size: (value: string) => number, cut: (value: string, to: number) => string) {
  return (value: unknown, sought: unknown, from?: unknown, to?: unknown): number | null => {
    if (isNil(value)) return null
    const all = text(value, name)
    const part = text(sought, name)
    const start = from === undefined ? 0 : position(from, name)
    const end = to === undefined ? size(all) : position(to, name)
    if (start > Math.min(end, size(all))) return -1
    const within = cut(all, end)
    const at = within.indexOf(part, cut(all, start).length)
    return at === -1 ? -1 : size(within.slice(0, at))
  }
}

const byteLength = (value: string) => Buffer.byteLength(value)
const codePoints = (value: string) => [...value].length

function trim(name: string, left: boolean, right: boolean): [string, ExpressionOperator] {
  const run = ({ input, chars }: Document, given: (option: string) => boolean): string | null => {
    if (isNil(input) || (given('chars') && isNil(chars))) return null
    const letters = [...text(input, name)]
    const cut = given('chars') ? new Set([...text(chars, name)]) : undefined
    const isCut = (letter: string | undefined) =>
      letter !== undefined && (cut === undefined ? /[\0\s]/.test(letter) : cut.has(letter))
    let start = 0
    let end = letters.length
    while (left && start < end && isCut(letters[start])) start += 1
    while (right && end > start && isCut(letters[end - 1])) end -= 1
    return letters.slice(start, end).join('')
  }
  return [name, named(name, ['input'], ['chars'], run)]
}

function patternOf({ regex, options }: Document, flags: string): RegExp {
  const own = isNil(options) ? (regex instanceof RegExp ? regex.flags : '') : text(options, '$regexFind')
  if (/[^imsu]/.test(own)) throw unsupported(`the option '${own}' of a regular expression`)
  const source = regex instanceof RegExp ? regex.source : text(regex, '$regexFind')
  try {
    return new RegExp(source, [...new Set(`${own}${flags}`)].join(''))
  } catch (error) {
    throw requestFailed(`Invalid Regex: ${(error as Error).message}`)
  }
}

function found(match: RegExpMatchArray): Document {
  const before = (match.input ?? '').slice(0, match.index)
  return {
    match: match[0],
    idx: codePoints(before),
    captures: (match.slice(1) as (string | undefined)[]).map((each) => each ?? null),
  }
}

function search(values: Document, run: (input: string) => unknown, nothing: unknown): unknown {
  return isNil(values.input) || isNil(values.regex) ? nothing : run(text(values.input, '$regexFind'))
}

function replace(
  name: string,
  run: (input: string, find: string, by: string) => string,
): [string, ExpressionOperator] {
  const apply = ({ input, find, replacement }: Document) =>
    [input, find, replacement].some(isNil)
      ? null
      : run(text(input, name), text(find, name), text(replacement, name))
  return [name, named(name, ['input', 'find', 'replacement'], [], apply)]
}

function split(value: unknown, by: unknown): string[] {
  const separator = text(by, '$split')
  if (separator === '') throw requestFailed('$split requires a non-empty separator')
  return text(value, '$split').split(separator)
}

const searchOptions = [['input', 'regex'], ['options']] as const

export const strings: Record<string, ExpressionOperator> = {
  $concat: nullable('$concat', 0, Infinity, (...values) =>
    values.map((each) => text(each, '$concat')).join(''),
  ),
  $indexOfBytes: fixed(
    '$indexOfBytes',
    2,
    4,
    indexOf('$indexOfBytes', byteLength, (value, to) => {
      return Buffer.from(value).toString('utf8', 0, to)
    }),
  ),
  $indexOfCP: fixed(
    '$indexOfCP',
    2,
    4,
    indexOf('$indexOfCP', codePoints, (value, to) => {
      return [...value].slice(0, to).join('')
    }),
  ),
  $split: nullable('$split', 2, 2, split),
  $strLenBytes: fixed('$strLenBytes', 1, 1, (value) => byteLength(text(value, '$strLenBytes'))),
  $strLenCP: fixed('$strLenCP', 1, 1, (value) => codePoints(text(value, '$strLenCP'))),
  $strcasecmp: fixed('$strcasecmp', 2, 2, (a, b) =>
    compareValues(upper(coerced(a, '$strcasecmp')), upper(coerced(b, '$strcasecmp'))),
  ),
  $substr: fixed('$substrBytes', 3, 3, substrBytes),
  $substrBytes: fixed('$substrBytes', 3, 3, substrBytes),
  $substrCP: fixed('$substrCP', 3, 3, substrCP),
  $toLower: fixed('$toLower', 1, 1, (value) => lower(coerced(value, '$toLower'))),
  $toUpper: fixed('$toUpper', 1, 1, (value) => upper(coerced(value, '$toUpper'))),
  $regexMatch: named('$regexMatch', ...searchOptions, (values) =>
    search(values, (input) => patternOf(values, '').test(input), false),
  ),
  $regexFind: named('$regexFind', ...searchOptions, (values) =>
    search(
      values,
      (input) => {
        const match = input.match(patternOf(values, ''))
        return match === null ? null : found(match)
      },
      null,
    ),
  ),
  $regexFindAll: named('$regexFindAll', ...searchOptions, (values) =>
    search(values, (input) => [...input.matchAll(patternOf(values, 'g'))].map(found), []),
  ),
  ...Object.fromEntries([
    trim('$trim', true, true),
    trim('$ltrim', true, false),
    trim('$rtrim', false, true),
    replace('$replaceOne', (input, find, by) => input.replace(find, () => by)),
    replace('$replaceAll', (input, find, by) => input.split(find).join(by)),
  ]),
}
