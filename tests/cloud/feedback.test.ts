import { consents } from './agreed'
import { identities, members, MOMENT, openIdOf, organisations } from './people'
import { newNonce, World } from './world'

const county = 'openid-county'
const DAY = 86_400_000

let world: World
beforeAll(async () => {
  const people = { organisations, members, identities, consents }
  world = await World.start({ people, env: { PHONE_KEY: 'kept in no database' } })
})
afterAll(() => world.stop())

const send = (memberId: string, overrides: object = {}) =>
  world.get(openIdOf(memberId), 'feedback.send', {
    kind: 'burden',
    text: '每月的报表太多了',
    anonymous: false,
    nonce: newNonce(),
    ...overrides,
  })

test('it has a number and is due at the end of the fifth workday; sent again it is the same one', async () => {
  const nonce = newNonce()
  const first = await send('m4', { nonce })
  expect(first).toMatchObject({
    number: '20260922-01',
    // Tuesday; 25 September is a holiday, the Sunday after 国庆 is far: 23, 24, 28, 29, 30.
    dueBy: Date.parse('2026-10-01T00:00:00+08:00'),
  })
  expect(await send('m4', { nonce })).toEqual(first)
  expect((await send('m5')).number).toBe('20260922-02')
  const { items } = await world.get(openIdOf('m4'), 'feedback.mine', { keys: [] })
  expect(items).toMatchObject([{ number: '20260922-01', state: 'open', workdays: 5, overdue: false }])
})

/** The number of what was sent without a name. */
let unsigned = ''

test('without a name nothing stored leads back, and the key alone opens the answer', async () => {
  const { number, key } = await send('m6', { anonymous: true, text: '不想署名的话' })
  unsigned = number
  const [row] = world.emulator.database.find('feedback', { _id: number })
  // As a word of its own: the letters of a random key may come to the same.
  expect(JSON.stringify(row)).not.toMatch(/(^|[^\w-])m6($|[^\w-])/)
  expect(JSON.stringify(row)).not.toContain(openIdOf('m6'))
  expect(world.emulator.database.find('attempts', { openId: openIdOf('m6') })).toEqual([])
  expect((await world.get(openIdOf('m6'), 'feedback.mine', { keys: [] })).items).toEqual([])
  expect((await world.get(openIdOf('m6'), 'feedback.mine', { keys: [key] })).items).toMatchObject([
    { number },
  ])
  expect((await world.get(openIdOf('m7'), 'feedback.mine', { keys: ['0123456789abcdef'] })).items).toEqual([])
})

test('the work committee reads and answers, the oldest open one first; nobody else does', async () => {
  world.emulator.clock.set(MOMENT + DAY)
  const { items } = await world.get(county, 'feedback.list')
  // Without a name: of the day, and of no hour.
  expect(items.map(({ number, from }) => [number, from])).toEqual([
    [unsigned, undefined],
    ['20260922-01', '孙同志'],
    ['20260922-02', '吴同志'],
  ])
  expect(await world.reason(openIdOf('m1'), 'feedback.list')).toBe('forbidden')
  expect(await world.reason(openIdOf('m1'), 'feedback.answer', { id: '20260922-01', answer: '好' })).toBe(
    'forbidden',
  )
  expect(await world.reason(county, 'feedback.answer', { id: 'nothing', answer: '好' })).toBe('forbidden')
  await world.get(county, 'feedback.answer', { id: '20260922-01', answer: '已经合并成一张' })
  world.emulator.clock.set(MOMENT + 2 * DAY)
  await world.get(county, 'feedback.answer', { id: '20260922-01', answer: '已经合并成一张表' })
  const { items: mine } = await world.get(openIdOf('m4'), 'feedback.mine', { keys: [] })
  // When it was answered stays the first time.
  expect(mine).toMatchObject([{ state: 'answered', answer: '已经合并成一张表', workdays: 1, overdue: false }])
  expect((await world.get(county, 'feedback.list')).items.map(({ number }) => number)[2]).toBe('20260922-01')
})

test.each([true, false])('five a day are the last (without a name: %s)', async (anonymous) => {
  for (let i = 0; i < 5; i += 1) await send('m9', { anonymous })
  const again = { kind: 'other', text: '还有', anonymous, nonce: newNonce() }
  expect(await world.reason(openIdOf('m9'), 'feedback.send', again)).toBe('too_many_attempts')
})

test('ten at the same instant get ten numbers', async () => {
  const sent = await Promise.all(Array.from({ length: 10 }, (_, i) => send(`p${i + 1}`)))
  expect(new Set(sent.map(({ number }) => number)).size).toBe(10)
})

test('the work committee finds in the inbox what is due, then what is overdue, until it is answered', async () => {
  const notices = async () =>
    (await world.get(county, 'reminder.inbox')).items.flatMap((item) =>
      item.type === 'notice' && item.title === '投诉建议待答复' ? item.text : [],
    )
  await world.emulator.runTimer('nightly')
  expect(await notices()).toEqual([])
  world.emulator.clock.set(Date.parse('2026-09-30T02:30:00+08:00'))
  await world.emulator.runTimer('nightly')
  await world.emulator.runTimer('nightly')
  expect((await notices()).sort()).toEqual(
    [unsigned, '20260922-02'].sort().map((number) => `投诉建议 ${number} 的答复期限快到了，请尽快答复。`),
  )
  await world.get(county, 'feedback.answer', { id: unsigned, answer: '谢谢' })
  world.emulator.clock.set(Date.parse('2026-10-01T02:30:00+08:00'))
  await world.emulator.runTimer('nightly')
  expect(await notices()).toContain('投诉建议 20260922-02 已超过答复期限，请尽快答复。')
  expect((await notices()).join()).not.toContain(unsigned)
  const { items } = await world.get(county, 'feedback.list')
  expect(items[0]).toMatchObject({ number: '20260922-02', overdue: true, workdays: 0 })
})
