import { answered, contentOf, nonceFor } from './nonce'

const plan = (title: string) => contentOf('activity.save', { form: { title }, publish: true })

afterEach(() => answered('activity.save'))

test('the same content is the same act while it has found no answer', () => {
  expect(nonceFor(plan('9月主题党日'))).toBe(nonceFor(plan('9月主题党日')))
})

test('changed content is another act, and going back to the first finds the first', () => {
  const first = nonceFor(plan('9月主题党日'))
  expect(nonceFor(plan('9月党课'))).not.toBe(first)
  expect(nonceFor(plan('9月主题党日'))).toBe(first)
})

test('once an act of this kind was answered, the same content is a new act', () => {
  const first = nonceFor(plan('9月主题党日'))
  nonceFor(plan('9月党课'))
  answered('activity.save')
  expect(nonceFor(plan('9月主题党日'))).not.toBe(first)
})

test('when a tick is sent again, its instant is no other content', () => {
  const tick = (occurredAt: number) => contentOf('checkin.tick', { memberId: 'm1', occurredAt })
  expect(tick(1)).toBe(tick(2))
})

test('no more than fifty unanswered acts are remembered, the latest ones', () => {
  const first = nonceFor(plan('0'))
  for (let count = 1; count <= 50; count += 1) nonceFor(plan(String(count)))
  const last = nonceFor(plan('50'))
  expect(nonceFor(plan('50'))).toBe(last)
  expect(nonceFor(plan('0'))).not.toBe(first)
})
