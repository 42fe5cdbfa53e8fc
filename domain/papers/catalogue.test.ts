import { distinctNames } from './catalogue'

test('files of one name are told apart, the first keeps it', () => {
  expect(distinctNames(['a.docx', 'b.docx', 'a.docx', 'a.docx'])).toEqual([
    'a.docx',
    'b.docx',
    'a(2).docx',
    'a(3).docx',
  ])
})
