import { at } from '@domain/testing/at'
import { generalSentence, goesText, personalSentence, waysOf } from './branchWord'

const text = '本月还差 2 项：帮扶走访 1 次、社区服务 1 次。方便时安排'
const missing = (id: string, over: object = {}) => ({ id, name: id, text, groupId: 'g1', ...over })
const tellers = [{ groupId: 'g1', group: '第一党小组', name: '孙志强' }]

test('by WeChat, by the leader of the group with why, and nothing more to whoever was told enough', () => {
  const people = [
    missing('周敏'),
    missing('王秀兰', { because: 'unbound' as const }),
    missing('马文博', { enough: 'twice' as const }),
  ]
  const { byWeChat, byPerson, enough } = waysOf({ people, tellers })
  expect(byWeChat.map(({ id }) => id)).toEqual(['周敏'])
  expect(byPerson).toMatchObject([{ teller: '孙志强', people: [{ id: '王秀兰', because: 'unbound' }] }])
  expect(enough.map(({ id }) => id)).toEqual(['马文博'])
})

test('when it goes out is said by day and hour', () => {
  const now = at('2026-09-24 14:50')
  expect(goesText(at('2026-09-24 15:05'), now)).toBe('今天 15:05 发出')
  expect(goesText(at('2026-09-28 08:05'), now)).toBe('9月28日 8:05 发出')
})

test('a sentence for one names that one, for all nobody; both are the branch’s', () => {
  expect(personalSentence(missing('周敏'), '第一支部')).toBe(`周敏同志：${text}。第一支部`)
  expect(generalSentence('第一支部')).toMatch(/^各位同志：.*第一支部$/)
})
