import type { Cell, CellWhy, ListField } from '../../contract/keptLists'
import type { Named } from '../../contract/shared'
import { clean, type Cell as Value, withoutSpaces, writtenIn } from '../../registry/cell'
import { from1904, parseDay } from '../../registry/parseDay'
import { plainName } from '../../registry/plainName'
import type { Day } from '../../time/day'
import { hasPersonalNumber } from '../privateText'

/** Against what a file is read. `people`, `branches`: who may stand in a row. */
export interface Known {
  today: Day
  people: readonly Named[]
  branches: readonly Named[]
}

/** What a cell says; null: nothing stands there. */
export type Reading<T> = { says: T } | { why: CellWhy } | null

type Says = Cell extends infer C ? (C extends { field: string } ? Omit<C, 'field'> : never) : never

const plain = (text: string): string => withoutSpaces(clean(text))
const separators = /[、，,;；/\s]+/

function readLine(value: Value | undefined, max: number): Reading<string> {
  const text = writtenIn(value)
  if (text === '') return null
  if (text.length > max) return { why: 'too_long' }
  return hasPersonalNumber(text) ? { why: 'number_inside' } : { says: text }
}

export function readDay(value: Value | undefined, latest: Day | undefined): Reading<Day> {
  const on = parseDay(value)
  if (on === undefined) return null
  if (on === null) return { why: 'not_a_day' }
  return latest !== undefined && on > latest ? { why: 'day_ahead' } : { says: on }
}

function readNumber(
  value: Value | undefined,
  { min, max }: { min: number; max: number },
): Reading<{ number: number }> {
  const text = clean(writtenIn(value))
  if (text === '') return null
  // 8 学时, 2026年度: what follows the number is its unit.
  const found = /^(\d{1,9})\D*$/.exec(text)
  if (!found) return { why: 'not_a_number' }
  const number = Number(found[1])
  return number >= min && number <= max ? { says: { number } } : { why: 'out_of_range' }
}

const picked = (pickedIds: string[], most: number): Reading<{ pickedIds: string[] }> => {
  const each = [...new Set(pickedIds)]
  return each.length > most ? { why: 'too_many' } : { says: { pickedIds: each } }
}

function readPeople(text: string, most: number, people: readonly Named[]): Reading<{ pickedIds: string[] }> {
  const named = (name: string) => people.filter((one) => plain(one.name) === plain(name))
  const names = named(text).length > 0 ? [text] : text.split(separators).filter((part) => part !== '')
  const found = names.map(named)
  if (found.some((some) => some.length === 0)) return { why: 'nobody' }
  if (found.some((some) => some.length > 1)) return { why: 'several_of_name' }
  return picked(
    found.flatMap((some) => some.map(({ id }) => id)),
    most,
  )
}

function readBranch(text: string, branches: readonly Named[]): Reading<{ pickedIds: string[] }> {
  const same = branches.filter(({ name }) => plain(name) === plain(text))
  const found = same.length > 0 ? same : branches.filter(({ name }) => plainName(name) === plainName(text))
  if (found.length > 1) return { why: 'several_of_name' }
  return found[0] ? { says: { pickedIds: [found[0].id] } } : { why: 'no_branch' }
}

/** Labels one after another, whatever stands between them: a label may hold a 、 itself. */
function readChoices(
  text: string,
  { choices, most }: Extract<ListField, { is: 'choice' }>,
): Reading<{ pickedIds: string[] }> {
  const longestFirst = choices
    .map(({ id, label }) => ({ id, label: plain(label) }))
    .sort((a, b) => b.label.length - a.label.length)
  const ids: string[] = []
  let rest = plain(text)
  while (rest !== '') {
    const next = longestFirst.find(({ label }) => rest.startsWith(label))
    if (!next) return { why: 'no_choice' }
    ids.push(next.id)
    rest = rest.slice(next.label.length).replace(/^[、,;/]+/, '')
  }
  return picked(ids, most)
}

/** 递交入党申请书 2026-01-05；党组织派人谈话 2026-01-20 */
function readSteps(
  text: string,
  { steps }: Extract<ListField, { is: 'steps' }>,
  today: Day,
): Reading<{ steps: { step: string; on: Day }[] }> {
  const taken: { step: string; on: Day }[] = []
  for (const part of clean(text)
    .split(/[;；]/)
    .filter((one) => one.trim() !== '')) {
    const step = [...steps]
      .sort((a, b) => b.label.length - a.label.length)
      .find(({ label }) => plain(part).startsWith(plain(label)))
    if (!step) return { why: 'no_step' }
    const on = readDay(
      plain(part)
        .slice(plain(step.label).length)
        .replace(/^[::,]/, ''),
      today,
    )
    if (on === null) return { why: 'not_a_day' }
    if ('why' in on) return on
    taken.push({ step: step.id, on: on.says })
  }
  return { says: { steps: taken } }
}

/** What a cell says for a field, as the form would have it. */
export function readCell(field: ListField, value: Value | undefined, known: Known): Reading<Says> {
  const text = writtenIn(value)
  if (text === '') return null
  switch (field.is) {
    case 'day': {
      const on = readDay(value, field.past ? known.today : undefined)
      return on && 'says' in on ? { says: { on: on.says } } : on
    }
    case 'person':
      return readPeople(text, field.most, known.people)
    case 'branch':
      return readBranch(text, known.branches)
    case 'choice':
      return readChoices(text, field)
    case 'number':
      return readNumber(value, field)
    case 'steps':
      return readSteps(text, field, known.today)
    case 'text': {
      const line = readLine(value, field.max)
      return line && 'says' in line ? { says: { text: line.says } } : line
    }
    case 'name': {
      const line = readLine(value, 12)
      return line && 'says' in line ? { says: { name: line.says } } : line
    }
  }
}

/** The line that goes with a move: 回复. */
export const readAnswer = (value: Value | undefined): Reading<string> => readLine(value, 80)

/** A value of a workbook that counts its days from 1904 as one of all others. */
export const dated = (value: Value | undefined, is1904: boolean): Value | undefined =>
  is1904 ? from1904(value) : value
