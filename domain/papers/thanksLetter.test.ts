import { periodByKey } from '../time/period'
import { type Served, sumsOf, thanksLetter } from './thanksLetter'

const served = (rest: Partial<Served> = {}): Served => ({
  ...{
    community: '滨河社区党委',
    unit: '县农业农村局党组',
    period: periodByKey('2026-Q3'),
    today: '2026-10-09',
  },
  services: [
    { on: '2026-08-15', title: '清洁家园', kind: 'theme', people: 3 },
    { on: '2026-09-20', title: '敬老助餐', kind: 'daily', people: 1 },
  ],
  people: [
    { name: '周敏', times: 2 },
    { name: '赵海燕', times: 1 },
  ],
  nameless: { people: 1, times: 1 },
  deeds: ['修路灯'],
  namelessDeeds: 1,
  ...rest,
})
const textOf = (one: Served) => JSON.stringify(thanksLetter(one))

test('facts and thanks: who came and how often adds up to the services; branches of numbers alone name nobody', () => {
  const one = served()
  expect(sumsOf(one)).toEqual({ times: 4, deeds: 2 })
  expect(one.people.reduce((sum, { times }) => sum + times, one.nameless.times)).toBe(4)
  const text = textOf(one)
  expect(text).toContain(
    '2026年第三季度，你单位党员在滨河社区党委参加志愿服务 4 人次，办实事 2 件，都已由社区确认。',
  )
  expect(text).toContain('["其他 1 名党员","1"]')
  expect(text).toMatch(/一、参加的服务.*二、参加的同志.*三、办的实事.*1. 修路灯.*2. 其他 1 件.*感谢/)
  expect(text).not.toMatch(/截至|优秀|先进|排名|未参加|缺席/)
})

test('a quarter that runs says until when; one without deeds has no heading for them, one without anything says so', () => {
  expect(textOf(served({ today: '2026-09-22' }))).toContain('2026年第三季度（截至2026年9月22日）')
  const noDeeds = textOf(served({ deeds: [], namelessDeeds: 0 }))
  expect(noDeeds).toContain('参加志愿服务 4 人次，都已由社区确认')
  expect(noDeeds).not.toContain('办的实事')
  const none = { services: [], people: [], nameless: { people: 0, times: 0 }, deeds: [], namelessDeeds: 0 }
  const text = textOf(served(none))
  expect(text).toContain('暂无记录')
  expect(text).not.toContain('一、')
})
