import { whoGets, whoGetsText } from './whoGets'

const people = [
  { id: 'm1', name: '李建国', groupId: 'g1' },
  { id: 'm2', name: '王秀兰', groupId: 'g1' },
  { id: 'm3', name: '郭玉梅', groupId: 'g2' },
  { id: 'm4', name: '丁一鸣' },
]
const tellers = [{ groupId: 'g1', group: '第一党小组', name: '孙志强' }]
const answer = (...ids: string[]) => ({
  unreached: ids.map((id) => ({ id, because: 'unbound' as const })),
  tellers,
  head: '李建国',
})

test('a group is told by its leader, whoever has none by the branch; only those expected are named', () => {
  const { byWeChat, byPerson } = whoGets(people, answer('m2', 'm3', 'm4', 'elsewhere'))
  expect(byWeChat.map(({ name }) => name)).toEqual(['李建国'])
  expect(byPerson.map(({ teller, of, people: told }) => [teller, of, told.map(({ name }) => name)])).toEqual([
    ['孙志强', '第一党小组', ['王秀兰']],
    ['李建国', '党支部', ['郭玉梅', '丁一鸣']],
  ])
})

test.each([
  [[], '4 人都收微信'],
  [['m2'], '3 人收微信，1 人由党小组长告知'],
  [['m4'], '3 人收微信，1 人由党支部告知'],
  [['m2', 'm4'], '2 人收微信，2 人由党小组长、党支部告知'],
  [['m1', 'm2', 'm3', 'm4'], '4 人由党小组长、党支部告知'],
])('said in one line: %j', (ids, text) => {
  expect(whoGetsText(whoGets(people, answer(...ids)))).toBe(text)
})
