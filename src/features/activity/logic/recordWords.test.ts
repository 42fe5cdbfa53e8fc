import { at } from '@domain/testing/at'
import { recordWords } from './recordWords'

const count = (total: number) => ({ total, full: total, probationary: 0 })
const record = {
  title: '9月主题党日',
  startsAt: at('2026-09-22 15:00'),
  endsAt: at('2026-09-22 16:30'),
  expected: count(26),
  attended: { ...count(25), backfilled: 0, guests: 0 },
  absent: [{ memberId: 'm1', name: '贺晨', reason: 'private_matter' }],
} satisfies Parameters<typeof recordWords>[0]

test('what will stand in the record is said with heads and names', () => {
  expect(recordWords(record, record.endsAt)).toEqual({
    sentence: '9月主题党日（9月22日）：应到 26\u00a0人，实到 25\u00a0人。',
    absent: ['贺晨：请事假'],
    early: undefined,
  })
})

test('before the planned end, and only then, both hours are said', () => {
  expect(recordWords(record, at('2026-09-22 15:40')).early).toBe(
    '原定 16:30 结束，现在 15:40。确实散会了，再成册。',
  )
})
