import type { Cell } from '../contract/keptLists'
import { strangersIn, wrongCell } from './checkCells'
import { templates } from './templates/templates'

const of = (id: string) => {
  const template = templates.find((one) => one.id === id)
  if (!template) throw new Error(id)
  return template
}
const TODAY = '2026-09-22'
const task: Cell[] = [
  { field: 'what', text: '没有党旗' },
  { field: 'owner', pickedIds: ['m1'] },
  { field: 'due', on: '2026-10-01' },
]
const without = (field: string) => task.filter((cell) => cell.field !== field)

test('a row that fills in what is asked may be kept', () => {
  expect(wrongCell(of('rectification'), task, TODAY)).toBeNull()
})

test.each<[string, Cell[], string]>([
  ['a field is missing', without('owner'), 'owner'],
  ['a field stands twice', [...task, { field: 'due', on: '2026-10-02' }], 'due'],
  ['a field there is not', [...task, { field: 'family', text: '三口人' }], 'family'],
  ['another kind than its own', [...without('due'), { field: 'due', text: '月底' }], 'due'],
  ['more people than one', [...without('owner'), { field: 'owner', pickedIds: ['m1', 'm2'] }], 'owner'],
  ['a line too long', [...without('what'), { field: 'what', text: '旗'.repeat(61) }], 'what'],
])('%s: refused with its name', (_, cells, field) => {
  expect(wrongCell(of('rectification'), cells, TODAY)).toBe(field)
})

test('what has happened lies no later than today; by when something is due may', () => {
  const training = (on: string): Cell[] => [
    { field: 'on', on },
    { field: 'people', pickedIds: ['m1'] },
    { field: 'topic', text: '条例' },
    { field: 'hours', number: 8 },
    { field: 'by', pickedIds: ['school'] },
  ]
  expect(wrongCell(of('training'), training(TODAY), TODAY)).toBeNull()
  expect(wrongCell(of('training'), training('2026-09-23'), TODAY)).toBe('on')
})

test('a choice is one of those there are, each once; a number lies between its bounds', () => {
  const site = (pickedIds: string[], year = 2026): Cell[] => [
    { field: 'site', text: '活动室' },
    { field: 'year', number: year },
    { field: 'has', pickedIds },
  ]
  expect(wrongCell(of('sites'), site(['place', 'flag']), TODAY)).toBeNull()
  expect(wrongCell(of('sites'), site(['place', 'place']), TODAY)).toBe('has')
  expect(wrongCell(of('sites'), site(['sofa']), TODAY)).toBe('has')
  expect(wrongCell(of('sites'), site(['place'], 1999), TODAY)).toBe('year')
})

test('whoever is not to be chosen is told of', () => {
  const choosable = { person: new Set(['m2']), branch: new Set<string>() }
  expect(strangersIn(of('rectification'), task, choosable)).toEqual(['m1'])
  expect(strangersIn(of('rectification'), task, { ...choosable, person: new Set(['m1']) })).toEqual([])
})
