import { meetingsOf, type WorkMeeting } from './meetingsOf'

const meeting = (id: string, state: string, startsAt: number): WorkMeeting => ({
  id,
  title: id,
  startsAt,
  place: '',
  state,
  registered: 0,
  expected: 0,
})
const three = Date.parse('2026-09-22T15:00:00+08:00')
const midnight = Date.parse('2026-09-23T00:00:00+08:00')

test('a running meeting comes before one of today that is only published', () => {
  const { first, soon } = meetingsOf(
    [meeting('b', 'published', three), meeting('a', 'open', three)],
    '2026-09-22',
  )
  expect(first?.id).toBe('a')
  expect(soon.map(({ id }) => id)).toEqual(['b'])
})

test('midnight belongs to the next day: nothing is to be run now', () => {
  const { first, soon } = meetingsOf([meeting('a', 'published', midnight)], '2026-09-22')
  expect(first).toBeUndefined()
  expect(soon).toHaveLength(1)
})

test('what is over stays under 待办 until it is settled, and never under 接下来', () => {
  const { todo, soon, first, drafts } = meetingsOf(
    [
      { ...meeting('never opened', 'published', three), todo: 'unopened' },
      meeting('from before', 'closed', three),
      { ...meeting('late', 'closed', three), todo: 'awaits' },
      { ...meeting('doubted', 'closed', three), todo: 'doubted' },
      meeting('draft', 'draft', three),
    ],
    '2026-09-22',
  )
  expect(todo.map((each) => [each.todo, each.meeting.id])).toEqual([
    ['doubted', 'doubted'],
    ['unopened', 'never opened'],
    ['unrecorded', 'from before'],
    ['awaits', 'late'],
  ])
  expect([first, soon, drafts.map(({ id }) => id)]).toEqual([undefined, [], ['draft']])
})
