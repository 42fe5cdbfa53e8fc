import { readTemplates } from './templates'

const meeting = { id: 'abc', title: 'thing2', time: 'date3' }
const read = (value: unknown) => readTemplates(JSON.stringify(value))

test('a county that has set no template has none', () => {
  expect(readTemplates(undefined)).toEqual({})
  expect(readTemplates('')).toEqual({})
  expect(read({})).toEqual({})
})

test('one template of the two may be set', () => {
  expect(read({ meeting })).toEqual({ meeting })
})

test.each([
  ['is no JSON', '{'],
  ['names a template nothing sends', JSON.stringify({ news: meeting })],
  ['has no id', JSON.stringify({ meeting: { ...meeting, id: ' ' } })],
  ['puts a title with numbers into a phrase', JSON.stringify({ meeting: { ...meeting, title: 'phrase2' } })],
  ['puts a time into a text', JSON.stringify({ meeting: { ...meeting, time: 'thing3' } })],
  ['names a keyword without its number', JSON.stringify({ meeting: { ...meeting, title: 'thing' } })],
  ['says what no keyword is', JSON.stringify({ meeting: { ...meeting, titel: 'thing2' } })],
])('a setting that %s is none', (_what, json) => {
  expect(readTemplates(json)).toBeNull()
})
