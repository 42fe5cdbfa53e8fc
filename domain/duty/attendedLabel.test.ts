import { attendedLabel } from './attendedLabel'
import { defaultDuties } from './defaultDuties'

test('no two of the default duties go by one name where branches and members stand side by side', () => {
  const told = defaultDuties.map((duty) => attendedLabel(duty, defaultDuties))
  expect(new Set(told).size).toBe(told.length)
})

test('only what branches hold under the same name is told apart', () => {
  const named = (id: string) => {
    const duty = defaultDuties.find((one) => one.id === id)
    return duty && attendedLabel(duty, defaultDuties)
  }
  expect(named('member_study')).toBe('参加集中学习')
  expect(named('branch_study')).toBe('集中学习')
  expect(named('community_service')).toBe('社区服务')
})
