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

test('closed ones wait for their record, drafts for publishing', () => {
  const found = meetingsOf([meeting('a', 'closed', three), meeting('b', 'draft', three)], '2026-09-22')
  expect(found.unrecorded.map(({ id }) => id)).toEqual(['a'])
  expect(found.drafts.map(({ id }) => id)).toEqual(['b'])
})
