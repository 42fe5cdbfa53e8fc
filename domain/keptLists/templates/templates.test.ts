import { listShape } from '../../contract/keptLists'
import * as v from 'valibot'
import { templates } from './templates'

test('every list stands once, for a row of its own of DUTIES', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  expect(templates.map(({ row }) => row).sort((a, b) => a - b)).toEqual([
    15, 24, 25, 33, 34, 35, 38, 39, 42, 48, 49, 50, 51, 56,
  ])
})

test.each(templates)('$id is made of the closed kinds of field, states and moves', (template) => {
  expect(v.safeParse(listShape, template).success).toBe(true)
  const { fields, title, on, due, owner, states = [], moves = [] } = template
  const kinds = new Map(fields.map(({ id, is }) => [id, is]))
  expect(kinds.size).toBe(fields.length)
  expect([...kinds.keys()]).toContain(title)
  for (const day of [on, due]) if (day !== undefined) expect(kinds.get(day)).toBe('day')
  if (owner !== undefined) expect(kinds.get(owner)).toBe('person')
  for (const { from, to } of moves)
    for (const state of [from, to]) expect(states.map(({ id }) => id)).toContain(state)
})

test('whatever is due by a day says whose it is, and can be closed: past its day somebody is told', () => {
  const due = templates.filter((template) => template.due !== undefined)
  expect(due.map(({ row }) => row).sort()).toEqual([24, 48, 49])
  for (const { owner, states } of due) {
    expect(owner).toBeDefined()
    expect(states?.map(({ isOver }) => isOver)).toEqual([false, true])
  }
})

/** What law and party rules keep out of such lists (RULES 1 and 3): an office would ask for it, a field must not. */
const forbidden = /身份证|住址|电话|照片|定位|病|家庭|收入|得分|分值|排名|等次|评语|谈话内容/

test.each(templates)('$id asks for nothing that may not be kept', ({ fields, name }) => {
  const asked = fields.flatMap((field) => [
    field.label,
    ...(field.is === 'choice' ? field.choices.map(({ label }) => label) : []),
  ])
  expect([name, ...asked].filter((label) => forbidden.test(label))).toEqual([])
})
