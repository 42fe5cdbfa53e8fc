import { defaultDuties } from './defaultDuties'
import { doneBy, heldKindOf, isVoluntary } from './doneBy'

test('how a rule is done follows from what it counts', () => {
  const ofMembers = defaultDuties.filter(({ subject }) => subject === 'member')
  expect(ofMembers.map((duty) => `${duty.label} ${doneBy(duty)}`)).toEqual([
    '集中学习 meeting',
    '领导干部讲党课 lecture',
    '联系点讲党课 contact_lecture',
    '社区服务 service',
    '帮扶走访 visit',
    '办实事 deed',
    '党费 dues',
    '谈心谈话 talk',
    '党性分析 tick',
    '思想汇报 tick',
  ])
  expect(new Set(defaultDuties.filter(heldKindOf).map(doneBy))).toEqual(new Set(['holding']))
})

test('of the rules only that of a community’s service is voluntary', () => {
  expect(defaultDuties.filter(isVoluntary).map(({ label }) => label)).toEqual(['社区服务'])
})
