import { dayWords, isEntered, lastWords, offered, type Person } from './talkDraft'

const person = (memberId: string, on?: string): Person => ({
  memberId,
  name: memberId,
  ...(on !== undefined && { last: { on, with: '陈立新' } }),
})

test('offered are those nothing is kept of, in their order, then those it is longest ago with; never oneself', () => {
  const people = [
    person('m1'),
    person('m2', '2026-09-01'),
    person('m3'),
    person('m4', '2026-03-01'),
    person('m5'),
  ]
  expect(offered(people, 'm1').map(({ memberId }) => memberId)).toEqual(['m3', 'm5', 'm4', 'm2'])
  expect(
    offered(
      Array.from({ length: 300 }, (_, i) => person(`p${i}`)),
      undefined,
    ),
  ).toHaveLength(6)
})

test('a day is said as one says it', () => {
  const days = { today: '2026-09-22', yesterday: '2026-09-21' }
  expect(['2026-09-22', '2026-09-21', '2026-09-12'].map((on) => dayWords(on, days))).toEqual([
    '今天',
    '昨天',
    '9月12日',
  ])
  expect([lastWords(person('m1')), lastWords(person('m1', '2026-06-12'))]).toEqual([
    '暂无记录',
    '6月12日，和陈立新',
  ])
})

test('two people have one talk a day, whoever is named first', () => {
  const entered = [{ who: { id: 'm1', name: '李' }, with: { id: 'm4', name: '孙' }, on: '2026-09-22' }]
  const [m1, m2, m4] = [person('m1'), person('m2'), person('m4')]
  expect(isEntered(entered, [m4, m1], '2026-09-22')).toBe(true)
  expect(isEntered(entered, [m4, m1], '2026-09-21')).toBe(false)
  expect(isEntered(entered, [m4, m2], '2026-09-22')).toBe(false)
})
