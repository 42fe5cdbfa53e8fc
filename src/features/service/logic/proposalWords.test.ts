import { becameText, kindLines } from './proposalWords'

test.each([
  ['waiting', {}, '等社区答复'],
  ['accepted', { enrolled: 12 }, '社区已经发布，报名 12 人'],
  ['declined', { declined: { reason: 'other_day' } }, '社区这次没有接：日子不合适，请换一天'],
  [
    'declined',
    { declined: { reason: 'no_hands', note: '月底可以' } },
    '社区这次没有接：场地、人手安排不开。月底可以',
  ],
  ['withdrawn', {}, '支部撤回了'],
  ['passed', {}, '过了日子，社区没有来得及答复，可以再提一次'],
  ['called_off', {}, '社区发布以后又取消了'],
] as const)('%s: what the branch reads', (state, more, text) => {
  expect(becameText({ state, ...more })).toBe(text)
})

test('of kind, places, 七个一 and whom to ask what there is', () => {
  expect(kindLines({ serviceKind: 'theme' })).toEqual([['集中主题服务', '名额不限']])
  expect(kindLines({ serviceKind: 'daily', sevenOnes: ['policy'], limit: 20, contact: '方晓云' })).toEqual([
    ['日常需求服务', '名额 20 人'],
    ['七个一：政策宣传和维权'],
    ['联系人 方晓云'],
  ])
})
