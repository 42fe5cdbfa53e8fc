import { anActivity } from '../testing/builders'
import { bookLacks } from './bookLacks'

const word = { at: 1, by: 'm1' }

test.each([
  ['in the book', { state: 'recorded' }, 0, []],
  ['over, and somebody is not settled', { state: 'closed' }, 2, ['unsettled', 'not_recorded']],
  ['over, and everybody is settled', { state: 'closed' }, 0, ['not_recorded']],
  ['announced, and never opened', { state: 'published' }, 18, ['not_opened']],
  ['still running', { state: 'open' }, 18, []],
  ['a lecture by nobody', { state: 'recorded', kind: 'lecture', topic: '守初心' }, 0, ['no_lecturer']],
  ['a lecture on nothing', { state: 'recorded', kind: 'lecture', lecturerId: 'm1' }, 0, ['no_topic']],
  ['a lecture carried, by nobody', { state: 'recorded', carries: ['lecture'] }, 0, ['no_lecturer']],
  [
    '补录 without the second word',
    { state: 'closed', late: { ...word, asked: 'branch1', confirmed: null } },
    0,
    ['waits', 'not_recorded'],
  ],
  [
    '补录 with the second word',
    { state: 'recorded', late: { ...word, asked: 'branch1', confirmed: word } },
    0,
    [],
  ],
] as const)('%s', (_, overrides, unsettled, lack) => {
  const meeting = anActivity({ kind: 'theme_party_day', carries: [], ...(overrides as object) })
  expect(bookLacks(meeting, unsettled)).toEqual(lack)
})
