import { talkId } from './talkId'

test('two people have one talk a day, whoever is named first', () => {
  expect(talkId('m1', 'm4', '2026-09-22')).toBe('talk_m1_m4_2026-09-22')
  expect(talkId('m4', 'm1', '2026-09-22')).toBe(talkId('m1', 'm4', '2026-09-22'))
  expect(talkId('m1', 'm4', '2026-09-23')).not.toBe(talkId('m1', 'm4', '2026-09-22'))
})
