import { MOMENT } from './people'
import { secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
  // A row as no version of the software writes it: what is made of it is no answer of the contract's.
  world.emulator.database.insertMany('activities', [
    {
      _id: 'broken',
      kind: 'theme_party_day',
      title: { text: '张三的材料' },
      hostId: 'branch1',
      hostType: 'branch',
      branchId: 'branch1',
      state: 'published',
      startsAt: MOMENT,
      endsAt: MOMENT + 3_600_000,
      place: '三楼',
      carries: [],
      agenda: [],
      expected: [],
      absences: [],
      createdBy: 'm1',
      nonce: 'nonce-broken',
      updatedAt: new Date(MOMENT),
    },
  ])
})
afterAll(() => world.stop())

test('what nobody expected is answered with a number that stands in the log, and the log names nobody', async () => {
  const answer = await world.call(secretary, 'activity.board', { activityId: 'broken' })
  if (answer.ok) throw new Error('a broken row was answered')
  expect(answer.reason).toBe('try_again')
  const { number = '' } = answer.detail ?? {}
  expect(number).toMatch(/^\d{6}$/)
  const log = world.emulator.invocations().flatMap(({ lines }) => lines)
  const found = log.filter((line) => line.includes(number))
  expect(found).not.toEqual([])
  expect(log.join('\n')).not.toMatch(/张三|三楼/)
  expect(log.join('\n')).not.toContain(secretary)
})

test('an expected refusal has no number', async () => {
  const answer = await world.call(secretary, 'committee.health')
  expect(answer).toMatchObject({ ok: false, reason: 'forbidden' })
  expect(answer).not.toHaveProperty('detail.number')
})
